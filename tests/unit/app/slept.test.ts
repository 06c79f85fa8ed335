import { createRoot } from 'solid-js'
import { afterEach, expect, test } from 'vitest'
import { followSleep } from '~/app/slept'
import { createTicker } from '~/app/ticker'
import { settled } from '../settled'
import { createStage } from './stage'

const minute = 60_000
const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A desk that has been read, in a tab that runs. */
async function openTab() {
  const stage = createStage()
  let whyNot: string | undefined
  createRoot((end) => {
    ends.push(end, stage.close)
    followSleep({ ...stage.desk, whyNot: () => whyNot }, createTicker(stage.clock))
  })
  await stage.live(1)
  await stage.pass(5_000)
  const readings = () => stage.count('listConversations')
  const before = readings()
  return {
    ...stage,
    read: () => readings() - before,
    said: () => stage.desk.notices.all().map(({ text, calm }) => (calm ? text : `! ${text}`)),
    /** What fell due meanwhile runs late. */
    async sleep(ms: number) {
      stage.clock.sleep(ms)
      await stage.pass(1_000)
    },
    signedOut(now: boolean) {
      whyNot = now ? 'Sign in again first' : undefined
    },
  }
}

test.each([
  [91_000, 'more than a minute'],
  [4 * minute, '4 minutes'],
  [119 * minute, '119 minutes'],
  [8 * 60 * minute, '8 hours'],
])('a tab that did not run for %i ms reads anew, and says so once', async (ms, words) => {
  const tab = await openTab()
  await tab.sleep(ms)
  expect(tab.read()).toBe(1)
  await tab.pass(2_000)
  expect(tab.said()).toEqual([`This tab slept for ${words}. It has been brought up to date.`])
  await tab.pass(minute)
  expect(tab.said()).toEqual([])
  expect(tab.read()).toBe(1)
})

test('a hidden tab, whose timers run but once a minute, has not slept', async () => {
  const tab = await openTab()
  for (let at = 0; at < 10; at++) await tab.sleep(minute + 5_000)
  expect(tab.read()).toBe(0)
  expect(tab.said()).toEqual([])
})

test('nothing is said before it is true: a reading that fails, then one that does not', async () => {
  const tab = await openTab()
  tab.hold().fail(new Error('no network yet'))
  await tab.sleep(5 * minute)
  await tab.pass(5_000)
  expect(tab.desk.sync.freshness()).toBe('failed')
  expect(tab.said()).toEqual([])
  tab.list()
  await tab.pass(10_000)
  await tab.pass(1_000)
  expect(tab.said()).toEqual([expect.stringContaining('slept for 5 minutes')])
})

test('what was asked before it slept, and is answered after, does not count', async () => {
  const tab = await openTab()
  const old = tab.hold()
  tab.desk.sync.read()
  const fresh = tab.hold()
  await tab.sleep(5 * minute)
  await old.answer()
  await tab.pass(2_000)
  expect(tab.said()).toEqual([])
  await fresh.answer()
  await tab.pass(1_000)
  expect(tab.said()).toEqual([expect.stringContaining('slept for 5 minutes')])
})

test('naps before it could be read are one sleep', async () => {
  const tab = await openTab()
  tab.hold()
  await tab.sleep(2 * minute)
  await tab.sleep(2 * minute)
  tab.list()
  tab.desk.sync.read()
  await settled()
  await tab.pass(1_000)
  expect(tab.said()).toEqual([expect.stringContaining('slept for 4 minutes')])
})

test('a locked desk is read, and told nothing, nor when it is unlocked', async () => {
  const tab = await openTab()
  tab.lock(true)
  await tab.sleep(5 * minute)
  await tab.pass(2_000)
  expect(tab.read()).toBe(1)
  tab.lock(false)
  await tab.pass(2_000)
  expect(tab.desk.notices.past()).toEqual([])
})

test('where the sign-in ended meanwhile nothing is asked or said before the next one', async () => {
  const tab = await openTab()
  tab.signedOut(true)
  await tab.sleep(8 * 60 * minute)
  await tab.pass(2_000)
  expect(tab.read()).toBe(0)
  tab.signedOut(false)
  await tab.pass(2_000)
  expect(tab.said()).toEqual([])
  await tab.live(2)
  await tab.pass(1_000)
  expect(tab.said()).toEqual([expect.stringContaining('slept for 8 hours')])
})

test('nothing is said over a sign-in that ends while it is read', async () => {
  const tab = await openTab()
  const reading = tab.hold()
  await tab.sleep(5 * minute)
  tab.signedOut(true)
  await reading.answer()
  await tab.pass(2_000)
  expect(tab.said()).toEqual([])
  tab.signedOut(false)
  await tab.pass(1_000)
  expect(tab.said()).toEqual([expect.stringContaining('slept for 5 minutes')])
})

test('a desk that is left says nothing any more', async () => {
  const tab = await openTab()
  for (const end of ends.splice(0)) end()
  await tab.sleep(5 * minute)
  await tab.pass(2_000)
  expect(tab.desk.notices.past()).toEqual([])
})
