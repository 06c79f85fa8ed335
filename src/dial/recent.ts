/** The calls of this shift that can be called again. Pure. */
import type { Ended } from '~/conversations/ended'
import type { ToNumber } from '~/transfer/destination'
import { numberOf } from './dial'

export interface RecentCall {
  readonly ended: Ended
  /** Nothing where it was no number: a queue, a colleague, somebody who withheld theirs. */
  readonly to?: ToNumber
}

/** As many as anybody reads. */
const most = 10

/** Each number once, by its latest call. */
export function recentCalls(all: readonly Ended[]): readonly RecentCall[] {
  const seen = new Set<string>()
  return all
    .filter(({ id, customer: { address } }) => {
      const key = address || id
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .slice(0, most)
    .map((ended) => {
      const to = numberOf(ended.customer)
      return to ? { ended, to } : { ended }
    })
}
