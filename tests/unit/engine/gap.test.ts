import { afterEach, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { createStage, type Stage } from './stage'

let stage: Stage
afterEach(() => stage.stop())

/** Signed in and live; an answer with conversations may be held back once it is here. */
async function open() {
  const clock = createManualClock()
  let holding = false
  const held: (() => void)[] = []
  stage = await createStage({
    clock,
    async fetch(input, init) {
      const response = await fetch(input, init)
      const isList = input instanceof Request && /\/conversations(\?|$)/.test(input.url)
      if (isList && holding) await new Promise<void>((resolve) => held.push(resolve))
      return response
    },
  })
  const page = await stage.page()
  await stage.signIn(page)
  const me = await page.send({ kind: 'ask', operation: 'getMe', params: {} })
  await page.send({ kind: 'listen', userId: String(Reflect.get(Object(me), 'id')) })
  await eventually(page.connection).toMatchObject({ state: 'live' })
  const read = () => page.send({ kind: 'ask', operation: 'listConversations', params: {} })
  const drop = () => control(stage.emulator, 'POST', '/sockets/drop', {})
  const say = (topicName: string) =>
    control(stage.emulator, 'POST', '/sockets/send', {
      text: JSON.stringify({ topicName, eventBody: {} }),
    })
  return {
    ...{ clock, page, read, held, drop, say },
    hold: (on: boolean) => {
      holding = on
    },
    asked: async () => (await stage.requests('getConversations')).length,
  }
}

test('what is read after a gap is no answer of before it', async () => {
  const { clock, page, read, held, hold, asked, drop } = await open()
  await drop()
  await eventually(page.connection).toMatchObject({ state: 'waiting' })
  hold(true)
  const before = read()
  await eventually(() => held.length).toBe(1)
  hold(false)
  clock.advance(500)
  await eventually(page.connection).toMatchObject({ state: 'live', epoch: 2 })
  // What has happened since the first was answered was told to nobody.
  await read()
  expect(await asked()).toBe(2)
  for (const release of held) release()
  await before
})

test('what is read once a page was told of a colleague, or of its own queues, is none of before that', async () => {
  const { read, held, hold, asked, say, page } = await open()
  hold(true)
  const before = read()
  await eventually(() => held.length).toBe(1)
  hold(false)
  void page.send({ kind: 'watch', topics: ['v2.users.ben.activity'] })
  await say('v2.users.ben.activity')
  const told = () =>
    page.messages.filter((one) => one.kind === 'progress' && one.progress.step === 'told')
  await eventually(() => told().length).toBe(1)
  await read()
  expect(await asked()).toBe(2)
  for (const release of held) release()
  await before
})
