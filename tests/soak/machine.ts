/** The agent's computer: its timers stand still while it sleeps, and run late when it wakes. */
import type { Clock } from '~/clock'

export interface Machine extends Clock {
  /** Milliseconds of a counter that stands still while it sleeps. */
  elapsed(): number
  asleep(): boolean
  sleep(): void
  /** What fell due meanwhile runs now, in its order. */
  wake(): void
}

export function createMachine(clock: Clock): Machine {
  const start = clock.now()
  let slept = 0
  let since: number | undefined
  let late: (() => void)[] = []

  return {
    now: clock.now,
    after(ms, fn) {
      const due = () => (since === undefined ? fn() : void late.push(due))
      // Whole milliseconds, as there are in a browser: time must pass.
      const cancel = clock.after(Math.ceil(ms), due)
      return () => {
        cancel()
        late = late.filter((one) => one !== due)
      }
    },
    elapsed: () => (since ?? clock.now()) - start - slept,
    asleep: () => since !== undefined,
    sleep() {
      since ??= clock.now()
    },
    wake() {
      if (since === undefined) return
      slept += clock.now() - since
      since = undefined
      // One may call off another.
      for (let due = late.shift(); due; due = late.shift()) due()
    },
  }
}
