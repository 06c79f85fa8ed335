/** A 403 in words: for the agent what does not work and what still does, for the administrator the names. */
import { said, t } from '~/language'
import { lackWords } from './allowed'
import type { Failure, Missing } from './errors'
import { featureOf, stillWorks } from './features'
import { operations } from './operations'
import { sentence } from './sentence'

export interface Forbidden {
  /** For the agent. */
  readonly words: string
  /** One line, to be passed on as it is. */
  readonly forAdministrator: string
}

/** Undefined when it was not refused for want of a right. `at`: when, in milliseconds since the epoch. */
export function forbidden(failure: Failure | undefined, at: number): Forbidden | undefined {
  if (failure?.kind !== 'refused' || !failure.missing) return undefined
  const { operation, missing, code, correlationId } = failure
  const { method, path } = operations[operation]
  const feature = featureOf[operation]
  const details = [
    `Minidesk, ${feature}: ${operation} (${method} ${path}): ${wanted(missing)}`,
    code !== 'unknown' && `code ${code}`,
    correlationId && `correlation id ${correlationId}`,
    new Date(at).toISOString(),
  ]
  return {
    words: `${whose(missing)} ${said(stillWorks[feature])}`,
    forAdministrator: details.filter(Boolean).join('; '),
  }
}

/** One sentence for the agent; where a right is missing: which, and what still works. */
export function explained(failure: Failure): string {
  return forbidden(failure, 0)?.words ?? sentence(failure)
}

function whose(missing: Missing): string {
  switch (missing.kind) {
    case 'scope':
      return t`Your organization has not given Minidesk the right to it.`
    case 'permission':
      return `${lackWords(missing)}.`
    case 'division':
      return t`${lackWords(missing)}, in the division that this belongs to.`
    case 'policy':
      return t`A security policy of your organization denies it.`
    case 'unknown':
      return t`Genesys Cloud does not say what is missing.`
    default:
      return missing.kind satisfies never
  }
}

function wanted({ kind, any, names }: Missing): string {
  const list = names.join(', ')
  const needs =
    list &&
    `the user needs ${any ? 'one of ' : ''}the permission${names.length === 1 ? '' : 's'} ${list}`
  switch (kind) {
    case 'scope':
      return `the OAuth client lacks the scope ${list}`
    case 'permission':
      return needs || 'the user lacks a permission'
    case 'division':
      return needs
        ? `${needs}, in the division of the target`
        : 'the user lacks a permission in the division of the target'
    case 'policy':
      return list ? `security policies deny it: ${list}` : 'a security policy denies it'
    case 'unknown':
      return `no reason was given${needs && `; ${needs}`}`
    default:
      return kind satisfies never
  }
}
