import { createRoot } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { createReadings } from '~/health/store'
import type { Health } from '~/protocol/health'
import { createManualClock } from '../../manual-clock'
import { healthy } from '../fixtures/health'
import { settled } from '../settled'

const every = 5_000

function openReadings(answer: () => Promise<Health | undefined>) {
  const clock = createManualClock()
  const page = Object.assign(new EventTarget(), { hidden: false })
  let asked = 0
  const { readings, end } = createRoot((end) => ({
    end,
    readings: createReadings({
      ...{ clock, every, page },
      read() {
        asked++
        return answer()
      },
    }),
  }))
  return {
    ...{ clock, end, readings, asked: () => asked },
    hide(hidden: boolean) {
      page.hidden = hidden
      page.dispatchEvent(new Event('visibilitychange'))
    },
    async pass(ms: number) {
      clock.advance(ms)
      await settled()
    },
  }
}

describe('what is read while somebody looks', () => {
  test('is read at once, and again and again', async () => {
    const { readings, asked, pass } = openReadings(async () => healthy())
    expect(readings.state()).toBe('reading')
    await pass(0)
    expect(readings.state()).toBe('read')
    expect(readings.health()).toEqual(healthy())
    await pass(every)
    await pass(every)
    expect(asked()).toBe(3)
  })

  test('is not read while the page is hidden, and at once when it is seen again', async () => {
    const { asked, hide, pass } = openReadings(async () => healthy())
    await pass(0)
    hide(true)
    await pass(10 * every)
    expect(asked()).toBe(1)
    hide(false)
    await pass(0)
    expect(asked()).toBe(2)
    await pass(every)
    expect(asked()).toBe(3)
  })

  test('stays when the engine is gone, and is read again when it is back', async () => {
    let answer = async (): Promise<Health | undefined> => healthy()
    const { readings, pass } = openReadings(() => answer())
    await pass(0)
    answer = () => Promise.reject(new Error('gone'))
    await pass(every)
    expect(readings.state()).toBe('gone')
    expect(readings.health()).toEqual(healthy())
    answer = async () => healthy({ at: 5 })
    await pass(every)
    expect(readings.state()).toBe('read')
    expect(readings.health()?.at).toBe(5)
  })

  test('an engine that says nothing is gone after a while, and what it says later is not heard', async () => {
    let say = (_: Health) => {}
    const { readings, pass } = openReadings(
      () =>
        new Promise((resolve) => {
          say = resolve
        }),
    )
    await pass(8_000)
    expect(readings.state()).toBe('gone')
    say(healthy())
    await pass(0)
    expect(readings.health()).toBeUndefined()
  })

  test('is not read any more when nobody looks', async () => {
    const { clock, asked, end, hide, pass } = openReadings(async () => healthy())
    await pass(0)
    end()
    hide(false)
    await pass(10 * every)
    expect([asked(), clock.waiting]).toEqual([1, 0])
  })
})
