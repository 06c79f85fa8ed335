import { createHash } from 'node:crypto'
import type { Clock } from '~/clock'

/** A browser re-sends within this time after a connection has ended without an answer. */
const resentWithinMs = 2000

/** A request to the login or API host, as `GET /requests` lists it. Times are milliseconds. */
export interface Entry {
  readonly n: number
  readonly time: number
  readonly method: string
  readonly path: string
  readonly operation: string
  /** 0 as long as there is no head of an answer, and for good when the connection was cut before. */
  status: number
  ms: number
  readonly userId?: string
  readonly correlationId: string
  effect: boolean
  /** The same write again, after one that got no answer. */
  readonly resent: boolean
}

interface Arrival {
  readonly method: string
  readonly path: string
  readonly operation: string
  readonly userId: string | undefined
  readonly correlationId: string
  readonly body: string
}

export interface Journal {
  arrived(arrival: Arrival): Entry
  answered(entry: Entry, status: number): void
  /** The connection is ended before there is a head of an answer: a browser may send it again. */
  cut(entry: Entry): void
  /** Everything after the `n` last seen. */
  since(n: number): readonly Entry[]
  clear(): void
}

export function createJournal(clock: Clock): Journal {
  let entries: Entry[] = []
  let count = 0
  // What was sent is never kept or listed: its hash is enough to know it again.
  const sent = new WeakMap<Entry, string>()
  const cuts = new WeakMap<Entry, number>()

  function isResent(arrival: Arrival, hash: string): boolean {
    if (arrival.method === 'GET' || arrival.method === 'HEAD') return false
    const same = entries.findLast((entry) => sent.get(entry) === hash)
    const cutAt = same && cuts.get(same)
    return cutAt !== undefined && clock.now() - cutAt < resentWithinMs
  }

  return {
    arrived(arrival) {
      const { method, path, operation, userId, correlationId, body } = arrival
      const hash = createHash('sha256')
        .update(JSON.stringify([method, path, userId, body]))
        .digest('hex')
      count += 1
      const entry: Entry = {
        n: count,
        time: clock.now(),
        method,
        path,
        operation,
        status: 0,
        ms: 0,
        ...(userId !== undefined && { userId }),
        correlationId,
        effect: false,
        resent: isResent(arrival, hash),
      }
      sent.set(entry, hash)
      entries.push(entry)
      return entry
    },
    answered(entry, status) {
      entry.status = status
      entry.ms = clock.now() - entry.time
    },
    cut: (entry) => void cuts.set(entry, clock.now()),
    since: (n) => entries.filter((entry) => entry.n > n),
    clear() {
      entries = []
    },
  }
}
