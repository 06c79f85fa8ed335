import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { askBeforeClosing } from '~/app/closing'
import { connected, dialing, held, ringing, wrapupOwed } from '../fixtures/conversations'
import { createStage } from './stage'

let page: EventTarget
let session: Map<string, string>
let watched: string[]
const ends: (() => void)[] = []

beforeEach(() => {
  page = new EventTarget()
  session = new Map()
  watched = []
  vi.stubGlobal('addEventListener', (...on: Parameters<EventTarget['addEventListener']>) => {
    const options = on[2] as AddEventListenerOptions | undefined
    watched.push(on[0])
    options?.signal?.addEventListener('abort', () => watched.splice(watched.indexOf(on[0]), 1))
    page.addEventListener(...on)
  })
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page))
  vi.stubGlobal('navigation', page)
  vi.stubGlobal('sessionStorage', { getItem: (key: string) => session.get(key) ?? null })
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  vi.unstubAllGlobals()
})

async function openTab({ inCall = true, isAlone = true } = {}) {
  const stage = createStage()
  const [alone, setAlone] = createSignal(isAlone)
  const [now, tick] = createSignal(0)
  let counts = 0
  await stage.live(1)
  createRoot((end) => {
    ends.push(end, stage.close)
    const count = async () => void counts++
    askBeforeClosing(stage.desk, { alone, count }, now)
  })
  if (inCall) stage.hear(connected)
  return { ...stage, setAlone, tick, counts: () => counts }
}

/** Whether the browser would ask whoever closes the tab now. */
function asks() {
  const event = new Event('beforeunload', { cancelable: true })
  page.dispatchEvent(event)
  return event.defaultPrevented
}

const happens = (name: string, more: object) =>
  page.dispatchEvent(Object.assign(new Event(name), more))

describe('whoever closes the last tab in a call', () => {
  test.each([
    ['on hold', held],
    ['that the agent places', dialing],
  ])('is asked: a call %s', async (_name, wire) => {
    const { hear } = await openTab({ inCall: false })
    hear(wire)
    expect(asks()).toBe(true)
  })

  test('is asked, once; and again in the next call', async () => {
    const { hear } = await openTab()
    expect(asks()).toBe(true)
    expect(asks()).toBe(false)
    hear({ ...connected, id: 'another-call' })
    expect(asks()).toBe(true)
    expect(asks()).toBe(false)
  })

  test('is not asked when there is another tab', async () => {
    const { setAlone } = await openTab({ isAlone: false })
    expect(asks()).toBe(false)
    setAlone(true)
    expect(asks()).toBe(true)
  })

  test('is not asked without a call, while one only rings, nor when it is over', async () => {
    const { hear } = await openTab({ inCall: false })
    expect(asks()).toBe(false)
    hear(ringing)
    expect(asks()).toBe(false)
    hear(connected)
    hear(wrapupOwed)
    expect(asks()).toBe(false)
  })

  test('is asked by a page that listens only while it would ask', async () => {
    const { hear } = await openTab({ inCall: false })
    expect(watched).not.toContain('beforeunload')
    hear(connected)
    expect(watched).toContain('beforeunload')
    asks()
    expect(watched).not.toContain('beforeunload')
  })

  test('is not asked by a desk that was left', async () => {
    await openTab()
    for (const end of ends.splice(0)) end()
    expect(asks()).toBe(false)
  })
})

describe('what brings the page back asks nothing', () => {
  test.each([{ key: 'F5' }, { key: 'r', ctrlKey: true }, { key: 'R', metaKey: true }])(
    'the keys of a reload: %o',
    async (press) => {
      const { clock } = await openTab()
      happens('keydown', press)
      expect(asks()).toBe(false)
      clock.advance(1_001)
      expect(asks()).toBe(true)
    },
  )

  test('other keys are none', async () => {
    await openTab()
    for (const key of ['r', 'w', 'Enter']) happens('keydown', { key })
    happens('keydown', { key: 'w', ctrlKey: true })
    expect(asks()).toBe(true)
  })

  test('the way to the login page', async () => {
    await openTab()
    session.set('minidesk.transaction', '{}')
    expect(asks()).toBe(false)
    session.clear()
    expect(asks()).toBe(true)
  })

  test('a navigation of the page’s own, and not one within the desk', async () => {
    const { clock } = await openTab()
    happens('navigate', { destination: { sameDocument: false } })
    expect(asks()).toBe(false)
    clock.advance(1_001)
    happens('navigate', { destination: { sameDocument: true } })
    expect(asks()).toBe(true)
  })
})

describe('the other tabs', () => {
  test('are counted each second of a call, and when this one is looked at', async () => {
    const { tick, counts, hear } = await openTab({ inCall: false })
    tick(1)
    page.dispatchEvent(new Event('focus'))
    expect(counts()).toBe(0)
    hear(connected)
    const before = counts()
    expect(before).toBeGreaterThan(0)
    tick(2)
    page.dispatchEvent(new Event('visibilitychange'))
    expect(counts()).toBe(before + 2)
  })
})
