import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createTabs, type News } from '~/ring/tabs'
import { createManualClock } from '../../manual-clock'
import { createFakeLocks, type FakeLocks } from './fake-locks'

const ends: (() => void)[] = []
const clock = createManualClock()
/** What the page listens to. */
let listeners: [string, () => void][] = []

beforeEach(() => {
  listeners = []
  vi.stubGlobal('addEventListener', (name: string, hear: () => void) =>
    listeners.push([name, hear]),
  )
  vi.stubGlobal('removeEventListener', () => {})
})
afterEach(() => {
  for (const end of ends.splice(0)) end()
  vi.unstubAllGlobals()
})

/** A tab of an agent's desk. */
function openTab(locks: FakeLocks | undefined, isAble = true, agent = 'org:ana') {
  const [able, setAble] = createSignal(isAble)
  const news: News[] = []
  return createRoot((close) => {
    ends.push(close)
    const tabs = createTabs({ agent, able, locks, clock, onNews: (one) => news.push(one) })
    return { ...tabs, setAble, close, news }
  })
}

type Tab = ReturnType<typeof openTab>

/** Where each says that it rings, once they agree on it. */
const settles = (tabs: readonly Tab[], where: readonly (string | undefined)[]) =>
  vi.waitFor(() => expect(tabs.map((tab) => tab.where())).toEqual(where))

describe('which tab rings', () => {
  test('the only one does, and says nothing of others', async () => {
    const one = openTab(createFakeLocks())
    await settles([one], ['here'])
    expect(one.several()).toBe(false)
  })

  test('of three the first one does, and all know it', async () => {
    const locks = createFakeLocks()
    const tabs = [openTab(locks), openTab(locks), openTab(locks)]
    await settles(tabs, ['here', 'elsewhere', 'elsewhere'])
    await vi.waitFor(() => expect(tabs.map((tab) => tab.several())).toEqual([true, true, true]))
  })

  test('when that one is closed, the next does', async () => {
    const locks = createFakeLocks()
    const [first, ...others] = [openTab(locks), openTab(locks), openTab(locks)]
    await settles(others, ['elsewhere', 'elsewhere'])
    first?.close()
    await settles(others, ['here', 'elsewhere'])
  })

  test('whichever is pressed takes over, and the one before is the next again', async () => {
    const locks = createFakeLocks()
    const tabs = [openTab(locks), openTab(locks)]
    await settles(tabs, ['here', 'elsewhere'])
    await vi.waitFor(() => expect(tabs[0]?.several()).toBe(true))
    tabs[1]?.news.splice(0)
    tabs[1]?.takeOver()
    await settles(tabs, ['elsewhere', 'here'])
    // Said again, as the one that rings may have looked before the other waited.
    await vi.waitFor(() => expect(tabs[1]?.news).toEqual(['came']))
    expect(tabs[1]?.several()).toBe(true)
    tabs[1]?.close()
    await settles(tabs.slice(0, 1), ['here'])
  })

  test('one that cannot be heard leaves it to one that can, also later', async () => {
    const locks = createFakeLocks()
    const tabs = [openTab(locks, false), openTab(locks)]
    await settles(tabs, ['elsewhere', 'here'])
    tabs[0]?.setAble(true)
    tabs[1]?.setAble(false)
    await settles(tabs, ['here', 'elsewhere'])
  })

  test('where none can be heard each says so, until one can', async () => {
    const locks = createFakeLocks()
    const tabs = [openTab(locks, false), openTab(locks, false)]
    await settles(tabs, ['nowhere', 'nowhere'])
    tabs[1]?.setAble(true)
    await settles(tabs, ['elsewhere', 'here'])
    tabs[1]?.close()
    await settles(tabs.slice(0, 1), ['nowhere'])
  })

  test('one that is about to go leaves it to the next, and comes back for it when it stays', async () => {
    const locks = createFakeLocks()
    const first = openTab(locks)
    const go = listeners.find(([name]) => name === 'beforeunload')?.[1]
    const second = openTab(locks)
    await settles([first, second], ['here', 'elsewhere'])
    go?.()
    await settles([first, second], ['elsewhere', 'here'])
    clock.advance(3_000)
    second.close()
    await settles([first], ['here'])
  })

  test('another agent’s tab has nothing to do with it', async () => {
    const locks = createFakeLocks()
    await settles([openTab(locks), openTab(locks, true, 'org:ben')], ['here', 'here'])
  })

  test('where the browser has no locks, or keeps them from the page, each rings', async () => {
    await settles([openTab(undefined)], ['here'])
    const refused = () => Promise.reject(new DOMException('', 'SecurityError'))
    const locks: FakeLocks = { request: refused, query: refused }
    await settles([openTab(locks), openTab(locks, false)], ['here', 'here'])
  })

  test('what one tab tells is heard by the others, and not by itself', async () => {
    const locks = createFakeLocks()
    const tabs = [openTab(locks), openTab(locks)]
    tabs[0]?.tell('left')
    await vi.waitFor(() => expect(tabs[1]?.news).toContain('left'))
    expect(tabs[0]?.news).not.toContain('left')
  })
})
