/** What scopes that the OAuth client lacks mean: features for the agent, names for the administrator. */

import { type Feature, featureOf } from '~/genesys/features'
import type { Operation } from '~/genesys/operation'
import { isOperationName, operations } from '~/genesys/operations'
import { locale, said, t } from '~/language'

/** The features of which some operation is not admitted, in the table's order. */
export function featuresLacking(scopes: readonly string[]): readonly Feature[] {
  const lacking = Object.entries<Operation>(operations).flatMap(([name, { scope }]) =>
    isOperationName(name) && scopes.includes(scope) ? [featureOf[name]] : [],
  )
  return [...new Set(lacking)]
}

const list = new Intl.ListFormat(locale())

export function lackingWords(scopes: readonly string[]): string {
  const features = list.format(featuresLacking(scopes).map(said))
  return t`Not everything works here, because your organization has not given Minidesk the right to it: ${features}.`
}

/** Whoever adds the wider of two need not add the narrower. */
export function lackingLine(scopes: readonly string[]): string {
  const wanted = scopes.filter((scope) => !scopes.some((other) => scope === `${other}:readonly`))
  const features = featuresLacking(scopes).join(', ')
  return `Minidesk lacks scopes of its OAuth client: ${wanted.join(', ')} (for: ${features}). Add them to the client; agents log in again.`
}
