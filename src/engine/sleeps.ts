/** Notices that time has passed in which nothing ran: the machine slept, or the browser held the engine still. */
import type { Clock } from '~/clock'
import type { Sleep } from '~/protocol/health'

export interface Sleeps {
  /** Something that was due `at` runs now. */
  woke(at: number): void
  /** The newest first. */
  all(): readonly Sleep[]
  clear(): void
}

/** Milliseconds: timers come late on a busy machine, but not so late. */
const lateness = 20_000
const most = 20

export function createSleeps(clock: Clock): Sleeps {
  let sleeps: readonly Sleep[] = []
  return {
    woke(at) {
      const ms = clock.now() - at
      if (ms >= lateness) sleeps = [{ at, ms }, ...sleeps].slice(0, most)
    },
    all: () => sleeps,
    clear() {
      sleeps = []
    },
  }
}
