import type { Operation } from '~/genesys/operation'
import { operations } from '~/genesys/operations'

const needed = [...new Set(Object.values<Operation>(operations).map(({ scope }) => scope))]

const isReadonlyOf = (scope: string, other: string) => scope === `${other}:readonly`

/** The manifest: the fewest scopes that admit every operation of the table. */
export const wantedScopes: readonly string[] = needed.filter(
  (scope) => !needed.some((other) => isReadonlyOf(scope, other)),
)

/** The scopes of the table that a token lacks. One without `:readonly` also admits what only reads. */
export function lackingScopes(authorized: readonly string[]): readonly string[] {
  const has = (scope: string) => authorized.some((one) => one === scope || isReadonlyOf(scope, one))
  return needed.filter((scope) => !has(scope))
}
