import { operationFacts } from '../contract/facts'

/** Every scope that admits to an operation, by name. */
export const officialScopes: readonly string[] = [
  ...new Set(Object.values(operationFacts).flatMap(({ scopes }) => scopes)),
].sort()
