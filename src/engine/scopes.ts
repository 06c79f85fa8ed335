import { type Operation, operations } from '~/genesys/operations'

const needed = [...new Set(Object.values<Operation>(operations).map(({ scope }) => scope))]

/** The scopes of the table that a token lacks. One without `:readonly` also admits what only reads. */
export function lackingScopes(authorized: readonly string[]): readonly string[] {
  const has = new Set(authorized)
  const lacking = needed.filter(
    (scope) => !has.has(scope) && !has.has(scope.replace(/:readonly$/, '')),
  )
  // Whoever adds the one need not add the other.
  return lacking.filter((scope) => !lacking.some((other) => scope === `${other}:readonly`))
}
