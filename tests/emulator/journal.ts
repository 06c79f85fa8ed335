import { createHash } from 'node:crypto'
import type { Clock } from '~/clock'

/** A browser re-sends within this time after a connection has ended without an answer. */
const resentWithinMs = 2000
/** The latest requests are kept, so many of them. */
export const entriesMax = 20_000

/** A request to the login or API host, as `GET /requests` lists it. Times are milliseconds. */
export interface Entry {
  readonly n: number
  readonly time: number
  readonly method: string
  /** Without the id of a channel, which opens its socket. */
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

const channelId = /(?<=^\/api\/v2\/notifications\/channels\/)[^/]+/

/** Of a write: a read that is sent again does no harm. */
function hashOf({ method, path, userId, body }: Arrival): string | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  return createHash('sha256')
    .update(JSON.stringify([method, path, userId, body]))
    .digest('hex')
}

export function createJournal(clock: Clock): Journal {
  let entries: Entry[] = []
  let count = 0
  // What was sent is never kept or listed: its hash is enough to know it again.
  const hashes = new WeakMap<Entry, string>()
  const latest = new Map<string, Entry>()
  const cuts = new WeakMap<Entry, number>()

  /** The request of that hash before this one, whose connection may have been cut under it. */
  function isResent(hash: string): boolean {
    const same = latest.get(hash)
    const cutAt = same && cuts.get(same)
    return cutAt !== undefined && clock.now() - cutAt < resentWithinMs
  }

  function keep(entry: Entry): void {
    entries.push(entry)
    // Not one by one: moving a long list for each request is dear.
    if (entries.length < 2 * entriesMax) return
    for (const old of entries.slice(0, entriesMax)) {
      const hash = hashes.get(old)
      if (hash !== undefined && latest.get(hash) === old) latest.delete(hash)
    }
    entries = entries.slice(entriesMax)
  }

  return {
    arrived(arrival) {
      const { method, path, operation, userId, correlationId } = arrival
      const hash = hashOf(arrival)
      count += 1
      const entry: Entry = {
        n: count,
        time: clock.now(),
        method,
        path: path.replace(channelId, '…'),
        operation,
        status: 0,
        ms: 0,
        ...(userId !== undefined && { userId }),
        correlationId,
        effect: false,
        resent: hash !== undefined && isResent(hash),
      }
      if (hash !== undefined) {
        hashes.set(entry, hash)
        latest.set(hash, entry)
      }
      keep(entry)
      return entry
    },
    answered(entry, status) {
      entry.status = status
      entry.ms = clock.now() - entry.time
    },
    cut: (entry) => void cuts.set(entry, clock.now()),
    since(n) {
      // Numbered without a gap: how many are newer is known without looking.
      const newer = Math.max(0, Math.min(count - Math.floor(n), entries.length, entriesMax))
      return newer === 0 ? [] : entries.slice(-newer)
    },
    clear() {
      entries = []
      latest.clear()
    },
  }
}
