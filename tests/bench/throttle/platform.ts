import type { Clock } from '~/clock'
import { createCounter } from '../../emulator/limits/counter'

/** How the platform counts, and who else asks. */
export interface Rules {
  readonly kind: 'fixed' | 'rolling'
  readonly perMinute: number
  /** Requests a minute of somebody else with the same token, evenly, since before we began. */
  readonly foreign: number
}

export interface Answer {
  readonly status: 200 | 429
  /** Seconds, with 429. */
  readonly retryAfter?: number
}

export interface Platform {
  send(): Promise<Answer>
  /** How many requests of ours were one too many. */
  readonly refused: number
  /** When each of ours was taken. */
  readonly taken: readonly number[]
}

/** Milliseconds there and back. */
export const roundTrip = 150
/** Of it, more or less. */
const jitter = 0.2
export const longest = roundTrip * (1 + jitter)
const minute = 60_000

/** Counts a request when it arrives; refuses what is too much, and counts that nowhere. */
export function createPlatform(
  clock: Clock,
  { kind, perMinute, foreign }: Rules,
  random: () => number,
): Platform {
  const counter = createCounter(kind, minute)
  const taken: number[] = []
  let refused = 0
  let strangers = clock.now() - minute * (1 + random())

  function comeStrangers(now: number) {
    if (foreign === 0) return
    for (; strangers <= now; strangers += minute / foreign)
      if (counter.freeAt(strangers, perMinute) <= strangers) counter.add(strangers)
  }

  function arrive(): Answer {
    const now = clock.now()
    comeStrangers(now)
    const free = counter.freeAt(now, perMinute)
    if (free > now) {
      refused += 1
      return { status: 429, retryAfter: Math.max(1, Math.ceil((free - now) / 1000)) }
    }
    counter.add(now)
    taken.push(now)
    return { status: 200 }
  }

  return {
    send: () =>
      new Promise((resolve) => {
        const oneWay = () => (roundTrip / 2) * (1 + jitter * (2 * random() - 1))
        clock.after(oneWay(), () => {
          const answer = arrive()
          clock.after(oneWay(), () => resolve(answer))
        })
      }),
    get refused() {
      return refused
    },
    taken,
  }
}

/** Mulberry32: the same world for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
