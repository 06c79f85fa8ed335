/** Keys of a phone, pressed or pasted: in their order, few requests, and kept nowhere. */

import { createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import { t } from '~/language'

/** As they stand on a phone. A to D are on none, and no document says that Genesys Cloud takes them. */
export const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'] as const

/** As many as are sent at once. */
const longest = 64
/** Milliseconds between two requests: what is pressed meanwhile goes together, 60 requests a minute at most. */
export const pace = 1_000

/** "1234 5678#" as keys; undefined when there is anything else in it. */
export function digitsIn(text: string): string | undefined {
  const bare = text.replaceAll(/[\s().\-/\u00a0\u2010-\u2014]/g, '')
  return /^[0-9*#]+$/.test(bare) && bare.length <= longest ? bare : undefined
}

export type Keys = ReturnType<typeof createKeys>

export function createKeys(parts: {
  readonly clock: Clock
  /** `told`: they were not taken for certain, and that is said already. `nobody`: there is none to hear them. */
  readonly send: (digits: string, pressedAt: number) => Promise<'taken' | 'told' | 'nobody'>
}) {
  const { clock, send } = parts
  const [typed, setTyped] = createSignal('')
  const [trouble, setTrouble] = createSignal('')
  let waiting: { digits: string; pressedAt: number } | undefined
  let busy = false

  async function flush() {
    if (busy || !waiting) return
    const { digits, pressedAt } = waiting
    waiting = undefined
    busy = true
    const paced = new Promise<void>((resolve) => clock.after(pace, resolve))
    const end = await send(digits, pressedAt)
    if (end !== 'taken') {
      // What came after would be heard without what came before.
      waiting = undefined
      setTyped('')
      if (end === 'nobody') setTrouble(t`Nobody in this call can hear digits now.`)
    }
    await paced
    busy = false
    return flush()
  }

  return {
    typed,
    /** What went wrong, until the next key. */
    trouble,
    press(digits: string) {
      setTrouble('')
      setTyped((before) => before + digits)
      waiting = {
        digits: (waiting?.digits ?? '') + digits,
        pressedAt: waiting?.pressedAt ?? clock.now(),
      }
      void flush()
    },
    /** All of it at once, or nothing. */
    paste(text: string) {
      const digits = digitsIn(text)
      if (digits) return this.press(digits)
      setTrouble(t`Not sent: only the digits 0 to 9, * and # can be, ${longest} at most.`)
    },
    /** What was typed is shown no more; what waits still goes out. */
    forget() {
      setTyped('')
      setTrouble('')
    },
  }
}
