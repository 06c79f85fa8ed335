/** What the platform was asked in a shift, and what is held in memory. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Entry } from '../emulator/journal'
import type { Platform } from './platform'

export interface Books {
  /** Takes over what was written since the last time. */
  fetch(): Promise<void>
  /** Of the agent's desk, the oldest first, without those that only keep the sign-in alive. */
  readonly requests: Entry[]
  keepAlives(): number
}

export function createBooks(platform: Platform, agentId: string): Books {
  const requests: Entry[] = []
  let [last, keepAlives] = [0, 0]
  return {
    requests,
    keepAlives: () => keepAlives,
    async fetch() {
      const all = await platform.requests(last)
      last = all.at(-1)?.n ?? last
      for (const one of all) {
        if (one.userId !== agentId || !one.path.startsWith('/api/')) continue
        if (one.operation === 'getTokensMe') keepAlives++
        else requests.push(one)
      }
      await platform.order('DELETE', '/requests')
    },
  }
}

/** The most within so many milliseconds, whenever they begin. */
export function busiest(requests: readonly Entry[], ms: number): readonly Entry[] {
  let first = 0
  let most: readonly Entry[] = []
  for (const [at, { time }] of requests.entries()) {
    while ((requests[first]?.time ?? time) <= time - ms) first++
    if (at + 1 - first > most.length) most = requests.slice(first, at + 1)
  }
  return most
}

/** How many of each, the most first. */
export function byOperation(requests: readonly Entry[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { operation } of requests) counts[operation] = (counts[operation] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a))
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Megabytes that are still needed. */
export async function heapUsed(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collect()
    // What waits for a finalizer is let go of in a turn of its own.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return process.memoryUsage().heapUsed / 1e6
}
