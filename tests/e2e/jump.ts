/** Time that is not waited for: the clock of Genesys Cloud and that of a desk go on at once. */
import type { Page } from '@playwright/test'
import type { Clock } from '~/clock'
import { passForEngine } from './passing'

interface Timer {
  readonly at: number
  readonly fn: () => void
  handle?: NodeJS.Timeout
}

/** The time of this machine, until it is moved on. */
export function createJumpingClock(): Clock & { jump(page: Page, seconds: number): Promise<void> } {
  let ahead = 0
  const timers = new Set<Timer>()
  const now = () => Date.now() + ahead

  function arm(timer: Timer) {
    clearTimeout(timer.handle)
    const due = () => {
      timers.delete(timer)
      timer.fn()
    }
    timer.handle = setTimeout(due, Math.max(0, timer.at - now()))
  }

  return {
    now,
    after(ms, fn) {
      const timer: Timer = { at: now() + ms, fn }
      timers.add(timer)
      arm(timer)
      return () => {
        timers.delete(timer)
        clearTimeout(timer.handle)
      }
    },
    async jump(page, seconds) {
      await passForEngine(page, seconds)
      ahead += seconds * 1000
      for (const timer of timers) arm(timer)
    },
  }
}
