/**
 * What Genesys Cloud said before, for one person: shown at once, and read again behind it. Never a
 * conversation, a customer or anybody's presence. Gone at sign-out with everything else that is kept.
 */
import type { Shelf } from './storage'

export interface Kept {
  readonly value: unknown
  /** Milliseconds since it was read. */
  readonly age: number
}

export interface Cache {
  /** Nothing when it was never kept, is too old, or was kept by another build. */
  read(name: string): Promise<Kept | undefined>
  /** Nothing as a value lets go of it. */
  keep(name: string, value?: unknown): Promise<void>
}

interface Entry {
  readonly stamp: string
  readonly at: number
  readonly size: number
  readonly value: unknown
}

/** Milliseconds: the longest shift. */
const longest = 12 * 3_600_000
/** Of one person. */
const most = 40
/** Characters of JSON, of one entry and of all. */
const largest = 200_000
const fullest = 1_000_000
/** Milliseconds for the browser's store, which may never answer. */
const patience = 500

const prefix = 'cache:'

/** Where storage is blocked it works from memory. */
export function createCache(parts: {
  readonly storage: Shelf
  /** The organization and the user. */
  readonly owner: string
  /** Another build has another one, and reads nothing of this. */
  readonly stamp: string
  readonly clock: { now(): number; after(ms: number, fn: () => void): () => void }
  /** The desk has closed: a late answer is kept no more. */
  readonly isClosed: () => boolean
}): Cache {
  const { storage, stamp, clock } = parts
  const mine = `${prefix}${parts.owner}:`
  const memory = new Map<string, Entry>()
  let writing = sweep().catch(() => {})

  function entryOf(kept: unknown): Entry | undefined {
    const { stamp: made, at, size, value } = Object(kept)
    // An age that cannot be told is too old, and one from the future too.
    const age = clock.now() - at
    const known = made === stamp && age >= 0 && age < longest && size <= largest
    return known ? { stamp, at, size, value } : undefined
  }

  /** What is somebody else's, of another build or too old goes. */
  async function sweep() {
    for (const key of await storage.keys()) {
      if (typeof key !== 'string' || !key.startsWith(prefix)) continue
      const name = key.slice(mine.length)
      const entry = key.startsWith(mine) ? entryOf(await storage.read(key)) : undefined
      if (!entry) await storage.remove(key)
      // What was kept meanwhile is newer.
      else if (!memory.has(name)) memory.set(name, entry)
    }
    await thin()
  }

  /** The newest stay. */
  async function thin() {
    let [count, full] = [0, 0]
    for (const [name, { size }] of [...memory].sort(([, a], [, b]) => b.at - a.at)) {
      full += size
      if (++count > most || full > fullest) await drop(name)
    }
  }

  async function drop(name: string) {
    memory.delete(name)
    await storage.remove(mine + name)
  }

  async function write(name: string, entry: Entry | undefined) {
    if (parts.isClosed()) return
    if (!entry) return drop(name)
    await storage.keep(mine + name, entry)
    await thin()
  }

  return {
    async read(name) {
      const stored = await new Promise<unknown>((resolve) => {
        const cancel = clock.after(patience, () => resolve(undefined))
        storage
          .read(mine + name)
          .then(resolve)
          .finally(cancel)
      })
      // Another tab may have read it since.
      const [a, b] = [entryOf(stored), entryOf(memory.get(name))]
      const entry = a && b && a.at < b.at ? b : (a ?? b)
      return entry && { value: entry.value, age: clock.now() - entry.at }
    },
    keep(name, value) {
      const size = value === undefined ? 0 : JSON.stringify(value).length
      const fits = value !== undefined && size <= largest
      const entry = fits ? { stamp, at: clock.now(), size, value } : undefined
      if (entry) memory.set(name, entry)
      writing = writing.then(() => write(name, entry)).catch(() => {})
      return writing
    },
  }
}
