import type { Clock } from '~/clock'

/** A clock that stands still until a test moves it. */
export interface ManualClock extends Clock {
  /** Moves time on by `ms`, running what falls due, in order, each at its own moment. */
  advance(ms: number): void
  /** The machine sleeps for `ms`: what fell due runs late, with the next advance. */
  sleep(ms: number): void
  /** How many timers are waiting. */
  readonly waiting: number
}

export function createManualClock(start = 1_800_000_000_000): ManualClock {
  let now = start
  let timers: { at: number; fn: () => void }[] = []

  function nextDue(end: number) {
    const due = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
    if (due) timers = timers.filter((timer) => timer !== due)
    return due
  }

  return {
    now: () => now,
    after(ms, fn) {
      const timer = { at: now + Math.max(0, ms), fn }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
    advance(ms) {
      const end = now + ms
      for (let due = nextDue(end); due; due = nextDue(end)) {
        now = Math.max(now, due.at)
        due.fn()
      }
      now = end
    },
    sleep(ms) {
      now += ms
    },
    get waiting() {
      return timers.length
    },
  }
}
