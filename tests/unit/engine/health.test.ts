import { describe, expect, test } from 'vitest'
import { createHealth } from '~/engine/health'
import type { Health } from '~/protocol/health'
import { createManualClock } from '../../manual-clock'
import { countedUse, down, limited, sent, unauthorized } from './sent'
import { openings, search } from './stage'

const minute = 60_000

function openHealth() {
  const clock = createManualClock()
  const told: string[] = []
  const counted = countedUse(clock)
  const health = createHealth({ clock, use: counted.use })
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
  const alerts = () =>
    health
      .read(minute)
      .alerts.filter(({ to }) => to === undefined)
      .map(({ kind }) => kind)
  return { clock, health, told, trail, parts, note, alerts }
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

  test('429 warns at once, is critical after five minutes, and over when there is no more', () => {
    const { clock, note, alerts } = openHealth()
    for (let passed = 0; passed < 6; passed++) {
      note({ failure: limited })
      expect(alerts()).toContain('limited')
      clock.advance(minute)
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
    const { clock, note, alerts } = openHealth()
    for (let passed = 0; passed < 55; passed++) {
      for (let count = 0; count < 13; count++) note()
      clock.advance(15_000 - 1)
    }
    expect(alerts()).toEqual(expect.arrayContaining(['busy', 'nearly-full']))
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
