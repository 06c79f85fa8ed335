import type { Clock } from '~/clock'
import { createManualClock } from '../../manual-clock'

export interface SteppedClock extends Clock {
  /** When the next timer falls due, by this clock. */
  next(): number | undefined
  advance(ms: number): void
}

/** A clock that knows how far it may go before anything happens. */
export function createSteppedClock(): SteppedClock {
  const clock = createManualClock()
  const due = new Map<object, number>()
  return {
    now: clock.now,
    advance: clock.advance,
    next: () => (due.size > 0 ? Math.min(...due.values()) : undefined),
    after(ms, fn) {
      const timer = {}
      due.set(timer, clock.now() + Math.max(0, ms))
      const cancel = clock.after(ms, () => {
        due.delete(timer)
        fn()
      })
      return () => {
        due.delete(timer)
        cancel()
      }
    },
  }
}
