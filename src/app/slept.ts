/** A tab that did not run for a while, because the machine slept or the browser held it still: it reads anew, and says so. */
import { type Accessor, createComputed, untrack } from 'solid-js'
import { t } from '~/language'
import type { Desk } from './desk'

/** Milliseconds. A hidden tab's timers may run but once a minute: that is no sleep. */
const least = 90_000
const minute = 60_000
const about = 'slept'

/** `now`: told each second while the page runs. For as long as the caller's owner lives. */
export function followSleep(desk: Desk, now: Accessor<number>) {
  const { sync, notices, means } = desk
  /** Milliseconds of which nothing was said yet. */
  let slept = 0
  let wokeAt = 0

  function look(gap: number) {
    if (gap >= least) {
      slept += gap
      wokeAt = means.clock.now()
      // Without a sign-in there is nothing to be read; with the next one everything is.
      if (!desk.whyNot()) sync.read()
    }
    if (slept === 0 || sync.readAt() <= wokeAt || desk.whyNot()) return
    notices.unsay(about)
    // Whoever opens a lock knows that they were away.
    if (!desk.locked()) notices.tell(wordsFor(slept), about)
    slept = 0
  }

  createComputed<number>((before) => {
    const at = now()
    untrack(() => look(at - before))
    return at
  }, untrack(now))
}

function wordsFor(ms: number): string {
  const minutes = Math.floor(ms / minute)
  const hours = Math.floor(minutes / 60)
  if (hours > 1) return t`This tab slept for ${hours} hours. It has been brought up to date.`
  if (minutes > 1) return t`This tab slept for ${minutes} minutes. It has been brought up to date.`
  return t`This tab slept for more than a minute. It has been brought up to date.`
}
