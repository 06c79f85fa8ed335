import type { Limits, Use } from './limits'

/** Never official; other software looks for them. */
export const limitHeaders = ['X-Rate-Limit-Limit', 'X-Rate-Limit-Remaining', 'X-Rate-Limit-Reset']

/** Headers that scripts of other origins may read. */
export function exposedHeaders({ settings }: Limits): readonly string[] {
  return ['ININ-Correlation-Id', 'Retry-After', ...(settings.headers ? limitHeaders : [])]
}

/** What comes with every 429 besides. */
export const lateHeaders = { 'strict-transport-security': 'max-age=600; includeSubDomains' }

/** What is left of the tightest limit; seconds until it begins to be given back. */
export function toHeaders({ max, used, reset }: Use): Readonly<Record<string, string>> {
  const values = [max, Math.max(0, max - used), reset]
  return Object.fromEntries(limitHeaders.map((name, index) => [name, String(values[index])]))
}
