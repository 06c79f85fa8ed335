import { createRoot, createSignal } from 'solid-js'
import { describe, expect, test } from 'vitest'
import { watchForHands } from '~/app/idle'
import type { Lock } from '~/protocol/protocol'
import { createManualClock } from '../../manual-clock'

/** As the browser makes it when a person does it. */
class Trusted extends Event {
  override readonly isTrusted = true
}

function watch(state: Lock = { state: 'open' }) {
  const clock = createManualClock()
  const page = new EventTarget()
  const said: (boolean | undefined)[] = []
  let lock = state
  const [live, setLive] = createSignal(false)
  const dispose = createRoot((end) => {
    watchForHands({ clock, page, live, lock: () => lock, report: (one) => said.push(one) })
    return end
  })
  const hands = () => said.filter((one) => one === undefined).length
  const set = (next: Lock) => {
    lock = next
  }
  return { clock, page, said, hands, setLive, dispose, set }
}

const touch = (page: EventTarget, kind = 'keydown') => page.dispatchEvent(new Trusted(kind))

describe('a hand on the desk', () => {
  test.each(['pointerdown', 'keydown', 'wheel'])('is reported: %s', (kind) => {
    const { page, hands } = watch()
    touch(page, kind)
    expect(hands()).toBe(1)
  })

  test.each(['focus', 'visibilitychange', 'pointermove', 'message', 'online'])(
    'is not what happens by itself: %s',
    (kind) => {
      const { page, hands } = watch()
      touch(page, kind)
      expect(hands()).toBe(0)
    },
  )

  test('is not what a script makes up', () => {
    const { page, hands } = watch()
    page.dispatchEvent(new Event('keydown'))
    expect(hands()).toBe(0)
  })

  test('that goes on is reported every five seconds', () => {
    const { page, hands, clock } = watch()
    for (let at = 0; at < 20; at++) {
      touch(page)
      clock.advance(500)
    }
    expect(hands()).toBe(2)
  })

  test('is reported at once when the desk is about to lock', () => {
    const { page, hands, set, clock } = watch()
    touch(page)
    set({ state: 'closing', at: clock.now() + 60_000 })
    touch(page)
    expect(hands()).toBe(2)
  })

  test('opens nothing that is locked, and is not heard of after the end', () => {
    const { page, hands, set, dispose } = watch({ state: 'locked' })
    touch(page)
    set({ state: 'open' })
    dispose()
    touch(page)
    expect(hands()).toBe(0)
  })
})

test('that a conversation lives is told at first and at each change, and is no hand', () => {
  const { said, setLive } = watch()
  expect(said).toEqual([false])
  setLive(true)
  setLive(false)
  expect(said).toEqual([false, true, false])
})
