import { afterEach, describe, expect, test } from 'vitest'
import { createWatching } from '~/engine/watching'
import { activityOf } from '~/genesys/topics'
import type { Port, Watched } from '~/protocol/protocol'
import { createManualClock } from '../../manual-clock'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { settled } from '../settled'
import { openListening } from './listening'
import type { Page, Stage } from './stage'

let stage: Stage
afterEach(() => stage.stop())

async function open() {
  const opened = await openListening()
  stage = opened.stage
  const { emulator, clock, page, listen } = opened
  const { body: state } = await control(emulator, 'GET', '/state')
  const idOf = (name: string): string =>
    state.users.find((one: { name: string }) => one.name === name).id
  await listen()
  await eventually(page.connection).toMatchObject({ state: 'live' })
  return {
    ...opened,
    idOf,
    ben: activityOf(idOf('Ben Okafor')),
    chloe: activityOf(idOf('Chloé Lefèvre-Montgomery')),
    /** Past what scrolling is waited for. */
    async settle() {
      // What was sent has to have arrived first.
      await page.send({ kind: 'ping' })
      clock.advance(250)
      await settled()
    },
    becomes: (name: string, systemPresence: string) =>
      control(emulator, 'POST', `/users/${idOf(name)}/presence`, { systemPresence }),
    /** What the channel is subscribed to besides the agent's own. */
    async others(): Promise<string[]> {
      const { body } = await control(emulator, 'GET', '/state')
      return body.subscriptions.filter((topic: string) => topic.endsWith('.activity')).sort()
    },
    async changes() {
      const all = await stage.requests('putNotificationsChannelSubscriptions')
      return all.length - 1
    },
  }
}

const news = (page: Page): Watched[] =>
  page.messages.flatMap((one) =>
    one.kind === 'progress' && (one.progress.step === 'told' || one.progress.step === 'watching')
      ? [one.progress]
      : [],
  )
const steps = (page: Page) => news(page).map(({ step }) => step)

/** Watches; the answer tells whether it is over. */
function watch(page: Page, ...topics: string[]) {
  let over = false
  void page.send({ kind: 'watch', topics }).then(() => {
    over = true
  })
  return () => over
}

/** The number of a page's request, for giving it up: the latest. */
const latest = (page: Page) =>
  page.messages.findLast((one) => one.kind === 'progress' && one.progress.step === 'watching')

describe('what a page looks at', () => {
  test('is told from when it is subscribed, by one change for all of it, to whoever looks', async () => {
    const { page, settle, ben, chloe, becomes, others, changes } = await open()
    const other = await stage.page()
    watch(page, ben)
    watch(page, ben, chloe)
    await settle()
    await eventually(() => steps(page)).toEqual(['watching', 'watching'])
    expect(await others()).toEqual([ben, chloe].sort())
    expect(await changes()).toBe(1)
    await becomes('Chloé Lefèvre-Montgomery', 'Meeting')
    await eventually(() => news(page).at(-1)).toMatchObject({
      step: 'told',
      topic: chloe,
      body: {
        presence: { presenceDefinition: { systemPresence: expect.stringMatching(/meet/i) } },
      },
    })
    expect(steps(page)).toEqual(['watching', 'watching', 'told'])
    expect(news(other)).toEqual([])
  })

  test('is given back when nobody looks any more, and told no longer; the own desk goes on', async () => {
    const { page, settle, ben, becomes, others, userId, emulator } = await open()
    const over = watch(page, ben)
    await settle()
    await eventually(() => steps(page)).toEqual(['watching'])
    const last = latest(page)
    if (last?.kind === 'progress') await page.send({ kind: 'cancel', ask: last.id })
    await eventually(over).toBe(true)
    await settle()
    await eventually(others).toEqual([])
    await becomes('Ben Okafor', 'Meeting')
    await control(emulator, 'POST', `/users/${userId}/presence`, { systemPresence: 'Break' })
    await eventually(() => page.events().map(({ topic }) => topic)).toContain('presence')
    expect(steps(page)).toEqual(['watching'])
  })

  test('is given back when its page leaves; one that comes back is told to look again', async () => {
    const { page, settle, ben, others } = await open()
    const other = await stage.page()
    const over = watch(other, ben)
    await other.send({ kind: 'ping' })
    await settle()
    await eventually(() => steps(other)).toEqual(['watching'])
    other.post({ kind: 'bye', id: 99 })
    // Of which nothing is answered.
    await other.send({ kind: 'ping' })
    await settle()
    await eventually(others).toEqual([])
    expect(over()).toBe(false)
    await other.send({ kind: 'hello', folder: 'http://localhost:5173/' })
    await eventually(over).toBe(true)
    expect(steps(page)).toEqual([])
  })

  test('is over with the socket, and told again in the next', async () => {
    const { page, clock, drop, settle, ben, becomes, others } = await open()
    const over = watch(page, ben)
    await settle()
    await eventually(() => steps(page)).toEqual(['watching'])
    await drop()
    await eventually(over).toBe(true)
    watch(page, ben)
    clock.advance(500)
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
    await settle()
    await eventually(() => steps(page)).toEqual(['watching', 'watching'])
    await becomes('Ben Okafor', 'Meeting')
    await eventually(() => steps(page).at(-1)).toBe('told')
    await page.send({ kind: 'reconnect' })
    await eventually(page.connection).toEqual({ state: 'live', epoch: 3 })
    watch(page, ben)
    await settle()
    await eventually(() => steps(page).at(-1)).toBe('watching')
    expect(await others()).toEqual([ben])
  })

  test('that may not be subscribed is said apart; the rest is told, and the own desk hears as before', async () => {
    const { page, settle, ben, becomes, changes, others, userId, emulator } = await open()
    const nobody = activityOf('00000000-0000-4000-8000-000000000000')
    const over = watch(page, nobody, ben)
    await settle()
    await eventually(() => news(page)).toEqual([{ step: 'watching', without: [nobody] }])
    expect(await others()).toEqual([ben])
    await control(emulator, 'POST', `/users/${userId}/presence`, { systemPresence: 'Break' })
    await eventually(() => page.events().map(({ topic }) => topic)).toContain('presence')
    await becomes('Ben Okafor', 'Meeting')
    await eventually(() => steps(page)).toEqual(['watching', 'told'])
    expect([over(), await changes()]).toEqual([false, 1])
  })

  test.each(['before', 'after'] as const)(
    'is over when the change was cut %s its effect, and told when it is named again',
    async (phase) => {
      const { page, settle, ben, becomes, others, emulator } = await open()
      const path = '/api/v2/notifications/channels/*/subscriptions'
      const fault = { method: 'PUT', path, kind: 'reset', phase, times: 1 }
      await control(emulator, 'POST', '/faults', fault)
      const over = watch(page, ben)
      await settle()
      await eventually(over).toBe(true)
      expect(steps(page)).toEqual([])
      watch(page, ben)
      await settle()
      await eventually(() => steps(page)).toEqual(['watching'])
      expect(await others()).toEqual([ben])
      await becomes('Ben Okafor', 'Meeting')
      await eventually(() => steps(page)).toEqual(['watching', 'told'])
    },
  )

  test('is over with the sign-in, and nothing of it is subscribed for the next agent', async () => {
    const { page, settle, ben, others } = await open()
    const over = watch(page, ben)
    await settle()
    await eventually(() => steps(page)).toEqual(['watching'])
    await page.send({ kind: 'sign-out' })
    await eventually(over).toBe(true)
    await stage.signIn(page, 'Ben Okafor')
    expect(await others()).toEqual([])
  })

  test('by a page that has crashed is not told for ever', async () => {
    const clock = createManualClock()
    const asked: (readonly string[])[] = []
    const watching = createWatching(clock, async (topics) => {
      asked.push(topics)
      return []
    })
    const port: Port = { postMessage: () => {}, onmessage: null }
    let over = false
    watching.live()
    void watching
      .open(port, 1, ['a'], () => {})
      .then(() => {
        over = true
      })
    const pass = (ms: number) => {
      clock.advance(ms)
      return settled()
    }
    await pass(250)
    expect(asked).toEqual([['a']])
    await pass(19 * 60_000)
    expect(over).toBe(false)
    await pass(60_000)
    expect(over).toBe(true)
    await pass(250)
    expect(asked).toEqual([['a'], []])
  })

  test('that is refused again and again is not asked for at each movement of a list', async () => {
    const clock = createManualClock()
    let count = 0
    let accepts = false
    const watching = createWatching(clock, async () => {
      count++
      return accepts ? [] : undefined
    })
    const port: Port = { postMessage: () => {}, onmessage: null }
    watching.live()
    for (let id = 1; id <= 20; id++) {
      void watching.open(port, id, [`topic ${id}`], () => {})
      clock.advance(500)
      await settled()
    }
    expect(count).toBe(2)
    accepts = true
    const steps: string[] = []
    void watching.open(port, 21, ['a'], ({ step }) => steps.push(step))
    clock.advance(30_000)
    await settled()
    expect([count, steps]).toEqual([3, ['watching']])
  })

  test('that was refused on one socket is asked for at once on the next', async () => {
    const clock = createManualClock()
    let count = 0
    const watching = createWatching(clock, async () => {
      count++
      return undefined
    })
    const port: Port = { postMessage: () => {}, onmessage: null }
    for (const id of [1, 2, 3]) {
      if (id !== 2) watching.live()
      void watching.open(port, id, ['a'], () => {})
      clock.advance(250)
      await settled()
    }
    expect(count).toBe(3)
  })
})
