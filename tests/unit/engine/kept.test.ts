import { describe, expect, test } from 'vitest'
import { createParking } from '~/engine/parking'
import { lackingScopes } from '~/engine/scopes'
import { createTrail } from '~/engine/trail'
import { createWindows } from '~/engine/windows'
import { operations } from '~/genesys/operations'
import type { Transaction } from '~/protocol/protocol'
import { createManualClock } from '../../manual-clock'
import { fakeStorage } from '../fake-storage'
import { settled } from '../settled'

const needed = [...new Set(Object.values(operations).map(({ scope }) => scope))]

describe('the scopes that a client lacks', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['none, when it has exactly these', needed, []],
    [
      'none, when it may write what need only be read',
      needed.map((one) => one.replace(':readonly', '')),
      [],
    ],
    ['all, when it has none', [], needed],
    [
      'one that only reads is not enough to write',
      needed.filter((one) => one !== 'conversations'),
      ['conversations'],
    ],
    [
      'another word is another scope',
      needed.map((one) => (one === 'notifications' ? 'notification' : one)),
      ['notifications'],
    ],
  ])('%s', (_what, has, lacking) => {
    expect(lackingScopes(has)).toEqual(lacking)
  })

  test('are asked of both kinds', () => {
    expect(needed.some((one) => one.endsWith(':readonly'))).toBe(true)
    expect(needed).toContain('conversations')
  })
})

describe('the trail', () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ at: index, event: `event ${index}` }))

  test('goes on where an earlier engine left it', async () => {
    const kept = new Map<string, unknown>([['auth-trail', entries(2)]])
    const clock = createManualClock(5)
    const trail = createTrail(fakeStorage(kept), clock)
    trail.note('signed-in', undefined, 'an-id')
    trail.note('ended', 'too-long')
    await settled()
    const all = [
      ...entries(2),
      { at: 5, event: 'signed-in', correlationId: 'an-id' },
      { at: 5, event: 'ended', reason: 'too-long' },
    ]
    expect(await trail.read()).toEqual(all)
    expect(kept.get('auth-trail')).toEqual(all)
  })

  test('holds the last 200', async () => {
    const kept = new Map<string, unknown>([['auth-trail', entries(250)]])
    const trail = createTrail(fakeStorage(kept), createManualClock(5))
    for (let index = 0; index < 30; index++) trail.note('more')
    expect(await trail.read()).toHaveLength(200)
    expect((await trail.read())[0]).toEqual({ at: 80, event: 'event 80' })
    await settled()
    expect(kept.get('auth-trail')).toHaveLength(200)
  })

  const garbage = [null, 5, 'text', {}, { at: 'x', event: 'y' }, { at: 1 }]
  test.each([[undefined], [null], ['text'], [5], [{}], [garbage]])(
    'begins anew on what is none: %j',
    async (kept) => {
      const trail = createTrail(fakeStorage(new Map([['auth-trail', kept]])), createManualClock(5))
      trail.note('begun')
      expect(await trail.read()).toEqual([{ at: 5, event: 'begun' }])
    },
  )

  test('lets nothing come along that is no part of an entry', async () => {
    const odd = { at: 1, event: 'e', reason: { secret: 1 }, correlationId: 7, token: 'secret' }
    const trail = createTrail(fakeStorage(new Map([['auth-trail', [odd]]])), createManualClock())
    expect(await trail.read()).toEqual([{ at: 1, event: 'e' }])
  })

  test('is there where storage is blocked, full, or silent', async () => {
    const clock = createManualClock(5)
    const blocked = { read: async () => undefined, keep: async () => false, empty: async () => {} }
    const silent = { ...blocked, read: () => new Promise<never>(() => {}) }
    for (const storage of [blocked, silent]) {
      const trail = createTrail(storage, clock)
      trail.note('begun')
      const read = trail.read()
      clock.advance(2_000)
      expect(await read).toMatchObject([{ event: 'begun' }])
    }
  })
})

describe('a read that waits for a sign-in', () => {
  test('goes on with it, or is sent away by it', async () => {
    const parking = createParking(createManualClock())
    const waiting = [parking.wait(), parking.wait()]
    parking.release(true)
    expect(await Promise.all(waiting)).toEqual([true, true])
    const next = parking.wait()
    parking.release(false)
    expect(await next).toBe(false)
  })

  test('waits two minutes', async () => {
    const clock = createManualClock()
    let end: boolean | undefined
    createParking(clock)
      .wait()
      .then((goOn) => {
        end = goOn
      })
    clock.advance(119_999)
    await settled()
    expect(end).toBeUndefined()
    clock.advance(1)
    await settled()
    expect([end, clock.waiting]).toEqual([false, 0])
  })

  test('is one of 200 at the most; one that left makes room', async () => {
    const clock = createManualClock()
    const parking = createParking(clock)
    const waiting = Array.from({ length: 200 }, () => parking.wait())
    expect(await parking.wait()).toBe(false)
    parking.release(true)
    expect(await Promise.all(waiting)).toEqual(Array(200).fill(true))
    const more = parking.wait()
    parking.release(true)
    expect(await more).toBe(true)
  })
})

describe('a sign-in that a window is away for', () => {
  const transaction = (state: string, startedAt: number): Transaction => ({
    ...{ verifier: 'v', state, site: 's', login: 'l', redirectUri: 'r', returnTo: '#/', startedAt },
  })

  test('is found by its state, once', () => {
    const clock = createManualClock()
    const windows = createWindows(clock)
    for (const state of ['a', 'b']) windows.keep(transaction(state, clock.now()))
    expect(windows.take('code=1&state=a')).toMatchObject({ state: 'a' })
    expect(windows.take('code=1&state=a')).toBeUndefined()
    expect(windows.take('code=1')).toBeUndefined()
    expect(windows.take('error=access_denied&state=b')).toMatchObject({ state: 'b' })
  })

  test('is one of the last five, and of the last ten minutes', () => {
    const clock = createManualClock()
    const windows = createWindows(clock)
    for (const state of ['0', '1', '2', '3', '4', '5'])
      windows.keep(transaction(state, clock.now()))
    expect(windows.take('state=0')).toBeUndefined()
    expect(windows.take('state=1')).toBeDefined()
    clock.advance(600_000)
    windows.keep(transaction('6', clock.now()))
    expect(windows.take('state=2')).toBeDefined()
    clock.advance(1)
    windows.keep(transaction('7', clock.now()))
    expect(windows.take('state=5')).toBeUndefined()
    expect(windows.take('state=6')).toBeDefined()
  })
})
