import type { Clock } from '~/clock'
import type { Random } from '../random'

/** Seconds, at speed 1. */
export type Pause = readonly [least: number, most: number]

export interface Plans {
  /** Whether it is time: the moment is drawn when first asked about `key`. */
  isDue(key: string, pause: Pause): boolean
  /** Draws the moment now. */
  plan(key: string, pause: Pause): void
  forget(key: string): void
}

/** When people will do what they are going to do, each drawn once. */
export function createPlans(clock: Clock, random: Random, speed: number): Plans {
  const moments = new Map<string, number>()
  function plan(key: string, [least, most]: Pause): void {
    moments.set(key, clock.now() + (random.between(least, most) * 1000) / speed)
  }
  return {
    isDue(key, pause) {
      if (!moments.has(key)) plan(key, pause)
      return clock.now() >= (moments.get(key) ?? 0)
    },
    plan,
    forget: (key) => void moments.delete(key),
  }
}
