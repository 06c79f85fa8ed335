import { describe, expect, test } from 'vitest'
import { createFaults, type FaultSpec } from '../../emulator/faults'
import { createManualClock } from '../../manual-clock'
import { control, type Json, signIn, withEmulator } from './visitor'

const me = { method: 'GET', path: '/api/v2/users/me', operation: 'getUsersMe', userId: 'ana' }
const spec = { kind: 'status', phase: 'before' } as const

function standing(...specs: Partial<FaultSpec>[]) {
  const clock = createManualClock()
  const faults = createFaults(clock)
  for (const one of specs) faults.add({ ...spec, ...one })
  return { clock, faults, strike: () => faults.strike(me) }
}

describe('a fault', () => {
  test('is meant for an operation, wherever its path leads', () => {
    const { faults } = standing({ operation: 'getUsersMe' })
    expect(faults.strike(me)).toHaveLength(1)
    expect(faults.strike({ ...me, operation: 'getUser' })).toHaveLength(0)
  })

  test('strikes by chance, and the same requests with the same seed', () => {
    const hits = (seed: number) => {
      const { strike } = standing({ probability: 0.3, seed })
      return Array.from({ length: 400 }, () => strike().length)
    }
    const count = hits(7).filter(Boolean).length
    expect(count).toBeGreaterThan(90)
    expect(count).toBeLessThan(150)
    expect(hits(7)).toEqual(hits(7))
    expect(hits(7)).not.toEqual(hits(8))
  })

  test('by chance and counted ends after so many strikes', () => {
    const { faults, strike } = standing({ probability: 0.5, times: 3 })
    const hits = Array.from({ length: 100 }, () => strike().length)
    expect(hits.filter(Boolean)).toHaveLength(3)
    expect(faults.list()).toMatchObject([{ count: 3, left: 0 }])
  })

  test('can strike for a time, and then no more', () => {
    const { clock, faults, strike } = standing({ forMs: 5000 })
    clock.advance(4999)
    expect(strike()).toHaveLength(1)
    expect(faults.list()).toMatchObject([{ count: 1, left: null, msLeft: 1 }])
    clock.advance(1)
    expect(strike()).toHaveLength(0)
    expect(faults.list()).toMatchObject([{ count: 1, msLeft: 0 }])
  })

  test('comes on top of how slow the network is, and after another one', () => {
    const { strike } = standing(
      { kind: 'delay', ms: 200, jitterMs: 100, probability: 1 },
      { times: 1, status: 502 },
      { times: 1, status: 503 },
    )
    const seen = Array.from({ length: 3 }, () => strike())
    expect(seen.map((struck) => struck.map(({ status }) => status))).toEqual([
      [undefined, 502],
      [undefined, 503],
      [undefined],
    ])
    const times = seen.map(([delay]) => delay?.ms ?? 0)
    expect(Math.min(...times)).toBeGreaterThanOrEqual(200)
    expect(Math.max(...times)).toBeLessThanOrEqual(300)
    expect(new Set(times).size).toBe(3)
  })
})

describe('faults by the control API', () => {
  test('without times strike once, with a chance or a time for as long as that', () =>
    withEmulator(async (emulator) => {
      const { userId, ask } = await signIn(emulator)
      const bounds = [{}, { probability: 1 }, { forMs: 60_000 }, { probability: 1, times: 2 }]
      for (const bound of bounds) {
        const fault = { operation: 'getTokensMe', userId, kind: 'status', ...bound }
        expect((await control(emulator, 'POST', '/faults', fault)).status).toBe(201)
      }
      expect((await ask('GET', '/users/me')).status).toBe(200)
      expect((await ask('GET', '/tokens/me')).status).toBe(500)
      const { body } = await control(emulator, 'GET', '/faults')
      expect(body.map((one: Json) => one.left)).toEqual([0, null, null, 2])
    }))

  test('make every answer slow, and leave the others as they are', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const { ask } = await signIn(emulator)
        const slow = { path: '**', kind: 'delay', ms: 300, jitterMs: 200, probability: 1, seed: 3 }
        await control(emulator, 'POST', '/faults', slow)
        await control(emulator, 'POST', '/faults', { kind: 'status', status: 503 })
        for (const status of [503, 200]) {
          const waiting = clock.waiting
          const answer = ask('GET', '/tokens/me')
          await expect.poll(() => clock.waiting).toBe(waiting + 1)
          clock.advance(299)
          expect(clock.waiting).toBe(waiting + 1)
          clock.advance(201)
          expect((await answer).status).toBe(status)
        }
      },
      { clock },
    )
  })

  test.each([
    ['operation', { operation: 'getNothing' }],
    ['probability', { probability: 1.5 }],
    ['forMs', { forMs: 0 }],
    ['seed', { seed: 'x' }],
    ['jitterMs', { jitterMs: 10 }],
  ])('a wrong %s is refused', (field, wrong) =>
    withEmulator(async (emulator) => {
      const answer = await control(emulator, 'POST', '/faults', { kind: 'status', ...wrong })
      expect(answer).toMatchObject({ status: 400, body: { field } })
    }),
  )
})
