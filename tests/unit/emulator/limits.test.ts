import { describe, expect, test } from 'vitest'
import { createCounter } from '../../emulator/limits/counter'
import { createLimits } from '../../emulator/limits/limits'
import type { LimitSettings } from '../../emulator/limits/settings'
import { createManualClock } from '../../manual-clock'

const ana = { id: 'token', userId: 'ana', clientId: 'desk' }
const asked = { operation: 'getUsersMe', method: 'GET', path: '/api/v2/users/me' }

function counted(settings: Partial<LimitSettings> = {}) {
  const clock = createManualClock()
  const limits = createLimits(clock, settings)
  const admit = (caller = ana, what = asked) => limits.admit(caller, what)
  return {
    clock,
    limits,
    admit,
    /** How many of so many are taken. */
    taken: (count: number, caller = ana, what = asked) =>
      Array.from({ length: count }, () => admit(caller, what)).filter((wait) => wait === undefined)
        .length,
  }
}

describe('limits', () => {
  test('take 300 requests a token a minute, and begin anew after it', () => {
    const { clock, admit, taken } = counted()
    expect(taken(300)).toBe(300)
    clock.advance(45_000)
    expect(admit()).toBe(15)
    expect(admit({ ...ana, id: 'another' })).toBeUndefined()
    clock.advance(15_000)
    expect(taken(301)).toBe(300)
  })

  test('take 3,000 of one user and client, whatever the tokens', () => {
    const { taken } = counted()
    for (let n = 0; n < 10; n += 1) expect(taken(300, { ...ana, id: `token ${n}` })).toBe(300)
    expect(taken(1, { ...ana, id: 'one more' })).toBe(0)
    expect(taken(1, { ...ana, id: 'other client', clientId: 'other' })).toBe(1)
    expect(taken(1, { ...ana, id: 'other user', userId: 'ben' })).toBe(1)
  })

  test('take any number where there is no limit, and so many of everybody where there is', () => {
    expect(counted({ token: null, userApp: null }).taken(4000)).toBe(4000)
    const { taken } = counted({ organisation: 600 })
    const others = ['a', 'b', 'c'].map((id) => ({ id, userId: id, clientId: 'desk' }))
    expect(others.map((other) => taken(250, other))).toEqual([250, 250, 100])
  })

  test('bound single endpoints, by operation or path, of a token or of all', () => {
    const { taken } = counted({
      operations: [
        { operation: 'getUser', max: 2, per: 'token' },
        { method: 'POST', path: '/api/v2/search/**', max: 3, per: 'organisation' },
      ],
    })
    const user = { operation: 'getUser', method: 'GET', path: '/api/v2/users/1' }
    const search = { operation: 'postSearch', method: 'POST', path: '/api/v2/search/suggest' }
    expect(taken(5, ana, user)).toBe(2)
    expect(taken(5, { ...ana, id: 'another' }, user)).toBe(2)
    expect(taken(2, ana, search)).toBe(2)
    expect(taken(5, { ...ana, id: 'another' }, search)).toBe(1)
    expect(taken(5, ana, { ...search, method: 'GET' })).toBe(5)
  })

  test('a rolling window forgets request by request, and no refusal makes it longer', () => {
    const { clock, admit, taken } = counted({
      token: 60,
      window: { kind: 'rolling', seconds: 60 },
    })
    expect(taken(40)).toBe(40)
    clock.advance(30_000)
    expect(taken(60)).toBe(20)
    expect(admit()).toBe(30)
    clock.advance(29_999)
    expect(admit()).toBe(1)
    clock.advance(1)
    expect(taken(60)).toBe(40)
    expect(admit()).toBe(30)
  })

  test('a request that one limit refuses counts in no other', () => {
    const { limits, taken } = counted({
      token: 10,
      operations: [{ operation: 'getUsersMe', max: 4, per: 'token' }],
    })
    expect(taken(20)).toBe(4)
    expect(limits.all().find(({ limit }) => limit === 'token')).toMatchObject({ used: 4 })
    expect(taken(20, ana, { ...asked, operation: 'other' })).toBe(6)
  })

  test.each(['fixed', 'rolling'] as const)('somebody else uses a part of a %s window', (kind) => {
    const { clock, taken } = counted({ token: 60, foreign: 20, window: { kind, seconds: 60 } })
    expect(taken(1)).toBe(1)
    clock.advance(59_999)
    // Theirs came every 3 s since the token was first seen: 19.
    expect(taken(60)).toBe(40)
  })

  test('what somebody else did long ago is forgotten', () => {
    const { clock, limits, taken } = counted({ foreign: 60_000, token: 100 })
    taken(1)
    clock.advance(90 * 24 * 60 * 60 * 1000)
    taken(1)
    expect(limits.all().find(({ limit }) => limit === 'token')?.used).toBeLessThanOrEqual(100)
  })

  test('count what is learnt late at its own moment', () => {
    const counter = createCounter('rolling', 60_000)
    counter.add(10_000)
    counter.add(5000)
    expect(counter.freeAt(20_000, 2)).toBe(65_000)
  })

  test('tell how far they are used up, and which is the tightest', () => {
    const { clock, limits, taken } = counted({ token: 60 })
    taken(12)
    clock.advance(20_000)
    expect(limits.all()).toEqual([
      { limit: 'token', of: { userId: 'ana', clientId: 'desk' }, max: 60, used: 12, reset: 40 },
      { limit: 'userApp', of: { userId: 'ana', clientId: 'desk' }, max: 3000, used: 12, reset: 40 },
    ])
    expect(limits.tightest(ana, asked)).toMatchObject({ limit: 'token' })
    limits.set({ token: 30 })
    expect(limits.all()).toEqual([])
  })
})
