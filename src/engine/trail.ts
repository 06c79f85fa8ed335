/**
 * What happened with sign-ins, for whoever has to find out why one failed: times, events, reasons and
 * Genesys Cloud's own request ids. Never a value: whoever reads it learns nothing to log in with.
 */
import type { TrailEntry } from '~/protocol'
import type { Storage } from '~/storage'

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

export function createTrail(storage: Storage, now: () => number): Trail {
  let entries: readonly TrailEntry[] = []
  // What an earlier engine noted comes before; storage may be blocked, or silent.
  const begun = storage.read(key).then((kept) => {
    entries = [...(Array.isArray(kept) ? kept.filter(isEntry) : []), ...entries].slice(-most)
  })
  return {
    note(event, reason, correlationId) {
      const entry = { at: now(), event, ...(reason ? { reason } : {}) }
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

function isEntry(kept: unknown): kept is TrailEntry {
  const { at, event } = Object(kept)
  return typeof at === 'number' && typeof event === 'string'
}
