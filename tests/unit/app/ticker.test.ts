import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createTicker } from '~/app/ticker'
import { duration } from '~/ui/duration'
import { createManualClock } from '../../manual-clock'

describe('the timers of the desk', () => {
  test.each([0, 1, 250, 499, 500, 501, 999])(
    'move by one each second, be the ticks early or late: a call that began at .%i',
    (fraction) => {
      const clock = createManualClock()
      // Every timer comes a little late, each by another while, as in a browser.
      let late = 0
      const lazy = {
        ...clock,
        after: (ms: number, fn: () => void) => {
          late = (late + 7) % 19
          return clock.after(ms + late, fn)
        },
      }
      createRoot((dispose) => {
        const now = createTicker(lazy)
        const began = Math.floor(clock.now() / 1000) * 1000 + fraction
        const shown: string[] = []
        let before = now()
        for (let ms = 0; ms < 30_000; ms++) {
          clock.advance(1)
          if (now() !== before) shown.push(duration(now() - began))
          before = now()
        }
        const first = shown[3] ?? ''
        const from = Number(first.split(':')[1])
        expect(shown.slice(3, 23)).toEqual(
          Array.from({ length: 20 }, (_, n) => duration((from + n) * 1000)),
        )
        dispose()
      })
    },
  )

  test('stop when nobody looks any more', () => {
    const clock = createManualClock()
    createRoot((dispose) => {
      createTicker(clock)
      dispose()
    })
    expect(clock.waiting).toBe(0)
  })
})
