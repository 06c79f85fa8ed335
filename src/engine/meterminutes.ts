/** What came of the requests of the last hour, minute by minute; older ones are forgotten. */
import type { Clock } from '~/clock'
import type { Count, Latency, Minute } from '~/protocol/health'
import { addLatency, type Latencies, latencyOf, makeLatencies } from './meterlatency'

/** `unsent`: it never went out. */
export type Outcome = 'ok' | 'refused' | 'failed' | 'unsent'

export interface Minutes {
  note(outcome: Outcome, took: number): void
  /** Of so many minutes, this one included, after leaving out the newest `skip`. */
  over(minutes: number, skip?: number): Count & Latency
  /** The oldest first, the empty ones too. */
  series(): readonly Minute[]
  clear(): void
}

/** Milliseconds. */
const length = 60_000
const kept = 60

interface Bucket {
  /** Minutes since the epoch. */
  readonly minute: number
  readonly count: Counting
  readonly latencies: Latencies
}

export type Counting = Record<keyof Count, number>

export const makeCount = (): Counting => ({ sent: 0, refused: 0, failed: 0, unsent: 0 })

export function add(count: Counting, outcome: Outcome): void {
  if (outcome !== 'unsent') count.sent++
  if (outcome !== 'ok') count[outcome]++
}

/** How long it took not to get an answer says nothing about answers. */
export const isAnswer = (outcome: Outcome) => outcome === 'ok' || outcome === 'refused'

export function createMinutes(clock: Clock): Minutes {
  let buckets: Bucket[] = []
  const current = () => Math.floor(clock.now() / length)

  function bucket(): Bucket {
    const minute = current()
    const found = buckets.find((one) => one.minute === minute)
    if (found) return found
    const made = {
      minute,
      count: makeCount(),
      latencies: makeLatencies(),
    }
    // A clock that was set back leaves minutes of the future: they are forgotten as well.
    buckets = buckets.filter((one) => one.minute > minute - kept && one.minute < minute)
    buckets.push(made)
    return made
  }

  return {
    note(outcome, took) {
      const { count, latencies } = bucket()
      add(count, outcome)
      if (isAnswer(outcome)) addLatency(latencies, took)
    },
    over(minutes, skip = 0) {
      const newest = current() - skip
      const within = buckets.filter(({ minute }) => minute <= newest && minute > newest - minutes)
      const sum = (of: keyof Count) => within.reduce((total, { count }) => total + count[of], 0)
      return {
        ...{ sent: sum('sent'), refused: sum('refused') },
        ...{ failed: sum('failed'), unsent: sum('unsent') },
        ...latencyOf(...within.map(({ latencies }) => latencies)),
      }
    },
    series() {
      const newest = current()
      return Array.from({ length: kept }, (_, index) => {
        const minute = newest - kept + 1 + index
        const one = buckets.find((other) => other.minute === minute)
        const count = one?.count ?? makeCount()
        const { p95 } = one ? latencyOf(one.latencies) : {}
        return { at: minute * length, ...count, p95 }
      })
    },
    clear() {
      buckets = []
    },
  }
}
