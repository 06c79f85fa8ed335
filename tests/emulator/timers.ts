import type { Clock } from '~/clock'

/** A clock whose waiting timers can be dropped all at once. */
export interface Timers extends Clock {
  /** Cancels everything that waits; nothing started later will run either. */
  stop(): void
}

export function createTimers(clock: Clock): Timers {
  const waiting = new Set<() => void>()
  let stopped = false

  return {
    now: () => clock.now(),
    after(ms, fn) {
      if (stopped) return () => {}
      const cancel = clock.after(ms, () => {
        waiting.delete(cancel)
        fn()
      })
      waiting.add(cancel)
      return () => {
        waiting.delete(cancel)
        cancel()
      }
    },
    stop() {
      stopped = true
      for (const cancel of waiting) cancel()
      waiting.clear()
    },
  }
}
