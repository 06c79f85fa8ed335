/**
 * What happened with sign-ins, for whoever has to find out why one failed: times, events, reasons and
 * Genesys Cloud's own request ids. Never a value: whoever reads it learns nothing to log in with.
 */
import { type Clock, inTime } from '~/clock'
import { isRecord, isText, type TrailEntry } from '~/protocol/protocol'
import type { Storage } from '~/storage/storage'

export interface Trail {
  note(event: string, reason?: string, correlationId?: string): void
  /** The oldest first. */
  read(): Promise<readonly TrailEntry[]>
  /** Of what one person did nothing is left for the next; storage is emptied elsewhere. */
  forget(): void
}

/** Some days of an agent's. */
const most = 200
const key = 'auth-trail'
/** Milliseconds for storage to answer. */
const patience = 2_000

export function createTrail(storage: Storage, clock: Clock): Trail {
  let entries: readonly TrailEntry[] = []
  // What an earlier engine noted comes before; storage may be blocked, or silent.
  const begun = inTime(clock, patience, storage.read(key), undefined).then((kept) => {
    const earlier = Array.isArray(kept) ? kept.flatMap(entryOf) : []
    entries = [...earlier, ...entries].slice(-most)
  })
  return {
    note(event, reason, correlationId) {
      const entry = { at: clock.now(), event, ...(reason ? { reason } : {}) }
      entries = [...entries, { ...entry, ...(correlationId ? { correlationId } : {}) }].slice(-most)
      void begun.then(() => storage.keep(key, entries))
    },
    async read() {
      await begun
      return entries
    },
    forget() {
      entries = []
    },
  }
}

/** What was kept, if it is one: nothing else that may lie there comes along. */
function entryOf(kept: unknown): TrailEntry[] {
  if (!isRecord(kept)) return []
  const { at, event, reason, correlationId } = kept
  if (typeof at !== 'number' || !isText(event)) return []
  const why = isText(reason) ? { reason } : {}
  return [{ at, event, ...why, ...(isText(correlationId) ? { correlationId } : {}) }]
}
