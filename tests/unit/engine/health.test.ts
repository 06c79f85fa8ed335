import { describe, expect, test } from 'vitest'
import { createHealth } from '~/engine/health'
import type { Health } from '~/protocol/health'
import { createManualClock } from '../../manual-clock'
import { countedUse, down, limited, sent, unauthorized } from './sent'
import { openings, search } from './stage'

const minute = 60_000

/** Milliseconds between two looks. */
const look = 15_000

function openHealth() {
  const clock = createManualClock()
  const told: string[] = []
  const counted = countedUse(clock)
  let pausedUntil = 0
  const use = () => ({ ...counted.use(), pausedFor: Math.max(0, pausedUntil - clock.now()) })
  const health = createHealth({ clock, use })
  const trail = health.following({
    note: (event) => void told.push(event),
    read: async () => [],
    forget: () => {},
  })
  const parts = health.listening({
    onConnection: ({ state }) => void told.push(state),
    onEvent: (topic: string, _body: unknown) => void told.push(topic),
  })
  trail.note('signed-in')
  const note = (change: Parameters<typeof sent>[0] = {}) => {
    const one = sent({ at: clock.now(), ...change })
    counted.note(one.lane)
    health.note(one)
  }
  const standing = () =>
    health
      .read(minute)
      .alerts.filter(({ to }) => to === undefined)
      .map(({ kind }) => kind)
  /** As of the next look. */
  const alerts = () => {
    clock.advance(look)
    return standing()
  }
  const pause = (ms: number) => {
    pausedUntil = clock.now() + ms
  }
  return { clock, health, told, trail, parts, note, standing, alerts, pause }
}

describe('what the engine tells of itself', () => {
  test('the trail and the socket are heard, and told on', () => {
    const { clock, health, told, trail, parts } = openHealth()
    parts.onConnection({ state: 'live', epoch: 1 })
    clock.advance(1_000)
    parts.onEvent('presence', { name: 'Ada Quill' })
    trail.note('renewed')
    expect(told).toEqual(['signed-in', 'live', 'presence', 'renewed'])
    const { socket, signIn } = health.read(5 * minute)
    expect(socket).toEqual({
      ...{ state: 'live', since: clock.now() - 1_000, lastEvent: clock.now() },
      reconnections: 0,
    })
    expect(signIn).toMatchObject({ left: 5 * minute, renewals: 1, renewedAt: clock.now() })
  })

  test('each time it goes live again is counted', () => {
    const { health, parts } = openHealth()
    parts.onConnection({ state: 'live', epoch: 1 })
    parts.onConnection({ state: 'waiting', retryAt: 0 })
    parts.onConnection({ state: 'connecting' })
    parts.onConnection({ state: 'live', epoch: 2 })
    // Another channel took its place: nothing was interrupted.
    parts.onConnection({ state: 'live', epoch: 3 })
    expect(health.read(0).socket.reconnections).toBe(1)
  })

  test('what the allowance has left is counted by lane', () => {
    const { health, note } = openHealth()
    note({ lane: 'action' })
    note()
    const { use } = health.read(0)
    expect(use).toMatchObject({ left: 58, used: { action: 1, screen: 1, background: 0 } })
  })

  test('time in which nothing ran is noticed, and a busy machine is no sleep', () => {
    const start = 1_800_000_000_000
    let [now, due] = [start, () => {}]
    const clock = {
      now: () => now,
      after(_ms: number, fn: () => void) {
        due = fn
        return () => {}
      },
    }
    const health = createHealth({ clock, use: countedUse(clock).use })
    health.following({ note() {}, read: async () => [], forget() {} }).note('signed-in')
    now += 18_000
    due()
    expect(health.read(0).sleeps).toEqual([])
    now += 15_000 + 4 * minute
    due()
    expect(health.read(0).sleeps).toEqual([{ at: start + 33_000, ms: 4 * minute }])
  })

  test.each([
    ['ahead', 90_000, 90_000],
    ['behind', -90_000, -90_000],
    ['as good as right', 1_500, 0],
  ])('a clock that is %s is told by what answers say', async (_what, off, ahead) => {
    const { clock, health } = openHealth()
    const date = new Date(clock.now() - off).toUTCString()
    await health.fetching(async () => new Response('', { headers: { date } }))('x')
    expect(health.read(0).ahead).toBeCloseTo(ahead, -3)
    // One that may not be read says nothing.
    await health.fetching(async () => new Response(''))('x')
    expect(health.read(0).ahead).toBeCloseTo(ahead, -3)
  })
})

describe('alerts, as time passes', () => {
  test('a renewal that fails stands until one succeeds', () => {
    const { trail, alerts } = openHealth()
    trail.note('renewal-failed')
    expect(alerts()).toEqual(['renewal-failed'])
    trail.note('renewed')
    expect(alerts()).toEqual(['renewed'])
  })

  test('only the look every 15 s decides, however many tabs ask, and what they are told is the same', () => {
    const { clock, note, standing, health } = openHealth()
    for (let looks = 0; looks < 5; looks++) {
      for (let count = 0; count < 13; count++) note()
      clock.advance(look - 1)
    }
    // Five samples are not ten, though twenty readers have come.
    for (let reader = 0; reader < 20; reader++) expect(standing()).toEqual(['nearly-full'])
    note({ failure: limited })
    expect(standing()).toEqual(['nearly-full'])
    clock.advance(look)
    const told = health.read(minute).alerts
    expect(standing()).toContain('limited')
    clock.advance(1_000)
    expect(health.read(minute).alerts).toEqual(told)
  })

  test('a pause that lasts is one long slowing down, though 429 came once', () => {
    const { clock, health, note, alerts, pause } = openHealth()
    note({ failure: limited })
    pause(6 * minute)
    expect(alerts()).toEqual(['limited'])
    clock.advance(4 * minute)
    expect(alerts()).toEqual(['limited'])
    // What could not be sent meanwhile makes it no longer.
    const one = { operation: 'getMe', lane: 'screen', at: clock.now(), waited: 9 } as const
    health.unsent({ ...one, failure: limited })
    clock.advance(minute)
    expect(alerts()).toEqual(expect.arrayContaining(['limited', 'limited-long']))
    clock.advance(minute)
    expect(alerts()).toEqual([])
  })

  test('what was never sent is told, and is part of what fails', () => {
    const { clock, health, alerts } = openHealth()
    for (let count = 0; count < 10; count++)
      health.unsent({
        operation: 'getMe',
        lane: 'screen',
        at: clock.now(),
        waited: 9,
        failure: down(),
      })
    expect(alerts()).toEqual(['failing'])
    expect(health.read(minute)).toMatchObject({ recent: { sent: 0, unsent: 10 } })
  })

  test('429 warns soon, is critical after five minutes, and over when there is no more', () => {
    const { clock, note, alerts } = openHealth()
    for (let passed = 0; passed < 6; passed++) {
      note({ failure: limited })
      expect(alerts()).toContain('limited')
      clock.advance(minute - look)
    }
    expect(alerts()).toContain('limited-long')
    clock.advance(2 * minute)
    expect(alerts()).toEqual([])
  })

  test('a storm of 401, and 503', () => {
    const { clock, note, alerts } = openHealth()
    for (let count = 0; count < 5; count++) note({ failure: unauthorized })
    note({ failure: down(503) })
    note({ failure: down(503) })
    expect(alerts()).toEqual(expect.arrayContaining(['unauthorized', 'unavailable']))
    clock.advance(6 * minute)
    expect(alerts()).toEqual([])
  })

  test('an allowance that is nearly used up, and one that is used all the time', () => {
    const { clock, note, alerts, standing } = openHealth()
    for (let passed = 0; passed < 55; passed++) {
      for (let count = 0; count < 13; count++) note()
      clock.advance(15_000 - 1)
    }
    expect(standing()).toEqual(expect.arrayContaining(['busy', 'nearly-full']))
    clock.advance(10 * minute)
    expect(alerts()).toEqual([])
  })

  test('what began while nobody looked is in the history', () => {
    const { clock, health, note } = openHealth()
    note({ failure: limited })
    clock.advance(10 * minute)
    expect(health.read(0).alerts).toMatchObject([{ kind: 'limited', to: expect.any(Number) }])
  })

  test('nobody is signed in: nothing is looked at, and nothing is left', () => {
    const { clock, health, note, trail } = openHealth()
    note({ failure: limited })
    clock.advance(minute)
    expect(clock.waiting).toBe(1)
    trail.note('signed-out')
    expect(clock.waiting).toBe(0)
    const { alerts, errors, operations } = health.read(undefined)
    expect([alerts, errors, operations]).toEqual([[], [], []])
  })
})

describe('asked by a page', () => {
  const { open, openSignedIn, stage } = openings()

  test('it is what went out, and every tab is told the same', async () => {
    const { page } = await openSignedIn()
    await page.send(search)
    const health = (await page.send({ kind: 'health' })) as Health
    const mine = health.operations.find(({ operation }) => operation === 'listMyQueues')
    expect(mine).toMatchObject({ sent: 1, failed: 0, p50: expect.any(Number) })
    expect(health.use.left).toBeLessThan(300)
    expect(health.signIn.left).toBeGreaterThan(minute)
    const other = (await (await stage().page()).send({ kind: 'health' })) as Health
    expect(other.operations).toEqual(health.operations)
  })

  test('where nobody has logged in there is none', async () => {
    const { page } = await open()
    expect(await page.send({ kind: 'health' })).toBeUndefined()
  })
})
