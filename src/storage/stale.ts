import type { Cache } from './cache'

/** Something that is read from Genesys Cloud, and kept. */
export interface Cached<Value> {
  readonly name: string
  /** Milliseconds in which it does not change: so long nothing is asked. */
  readonly young: number
  /** `behind`: nobody waits for it. */
  read(behind: boolean): Promise<Value>
  /** What was kept may be anything. */
  put(value: unknown): void
  /** The reading behind what is shown has failed. */
  failed(error: unknown): void
}

/**
 * Puts what was kept at once, and reads it again behind that unless it is young. Without it: reads, and
 * rejects as the reading does.
 */
export async function staleFirst<Value>(cache: Cache, one: Cached<Value>): Promise<void> {
  const kept = await cache.read(one.name)
  const read = async (behind: boolean) => {
    const value = await one.read(behind)
    one.put(value)
    void cache.keep(one.name, value)
  }
  if (!kept) return read(false)
  one.put(kept.value)
  if (kept.age >= one.young) read(true).catch(one.failed)
}
