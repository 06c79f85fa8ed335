import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createThrottle } from '~/engine/throttle'
import type { OperationName } from '~/genesys/operations'
import { createVirtual } from '../../bench/throttle/virtual'
import { createCounter } from '../../emulator/limits/counter'

const operations: readonly OperationName[] = ['updateCall', 'getConversation', 'searchUsers']

const asked = fc.record({
  /** Milliseconds after the one before. */
  after: fc.oneof(fc.constant(0), fc.nat(300), fc.nat(20_000)),
  operation: fc.constantFrom(...operations),
  lane: fc.constantFrom('action', 'screen', 'background'),
  source: fc.nat(3),
  patience: fc.oneof(fc.constant(1e9), fc.nat(120_000)),
  /** Milliseconds to the platform and back; now and then the answer never comes. */
  there: fc.oneof(fc.nat(200), fc.nat(9_000)),
  back: fc.oneof(fc.nat(200), fc.nat(9_000)),
  givenUp: fc.option(fc.nat(90_000), { nil: undefined, freq: 8 }),
})

const situation = fc.record({
  kind: fc.constantFrom('fixed', 'rolling'),
  perMinute: fc.integer({ min: 10, max: 40 }),
  endpoint: fc.integer({ min: 1, max: 40 }),
  all: fc.array(asked, { maxLength: 160, size: 'max' }),
})

type Situation = typeof situation extends fc.Arbitrary<infer T> ? T : never

/** What became of each, and how many the platform refused. */
async function play({ kind, perMinute, endpoint, all }: Situation, clearAfter?: number) {
  const clock = createVirtual()
  const endpoints = [{ operation: 'searchUsers', perMinute: endpoint }] as const
  const throttle = createThrottle(clock, { perMinute, perUser: 3000, endpoints })
  const token = createCounter(kind, 60_000)
  const search = createCounter(kind, 60_000)
  const fates = all.map(() => ({ granted: 0, denied: 0 }))
  let refused = 0
  let open = all.length

  async function ask(one: (typeof all)[number], index: number) {
    const ending = new AbortController()
    if (one.givenUp !== undefined) clock.after(one.givenUp, () => ending.abort())
    const leave = await throttle.enter({ ...one, signal: ending.signal })
    const fate = fates[index]
    if (fate) fate[leave ? 'granted' : 'denied'] += 1
    if (!leave) {
      open -= 1
      return
    }
    clock.after(one.there, () => {
      const now = clock.now()
      const bounds = [{ counter: token, max: perMinute }]
      if (one.operation === 'searchUsers') bounds.push({ counter: search, max: endpoint })
      if (bounds.some(({ counter, max }) => counter.freeAt(now, max) > now)) refused += 1
      for (const { counter } of bounds) counter.add(now)
      clock.after(one.back, () => {
        leave.done({ status: 200 })
        open -= 1
      })
    })
  }

  let at = 0
  all.forEach((one, index) => {
    at += one.after
    clock.after(at, () => void ask(one, index))
  })
  if (clearAfter !== undefined) {
    const last = at
    let isCleared = false
    clock.after(Math.max(clearAfter, last), () => {
      throttle.clear()
      isCleared = true
    })
    await clock.until(() => isCleared && fates.every(({ granted, denied }) => granted + denied > 0))
    return { refused, fates, use: throttle.use(), at: clock.now() - 1_800_000_000_000, last }
  }
  await clock.until(() => open === 0)
  return { refused, fates, use: throttle.use() }
}

describe('whatever is asked for, however long answers take', () => {
  test('the platform never refuses one, and each is either sent once or refused once', async () => {
    await fc.assert(
      fc.asyncProperty(situation, async (one) => {
        const { refused, fates, use } = await play(one)
        expect(refused).toBe(0)
        for (const { granted, denied } of fates) expect(granted + denied).toBe(1)
        expect(use.waiting).toEqual({ action: 0, screen: 0, background: 0 })
        expect(use.allowance).toBe(one.perMinute)
      }),
      { numRuns: 60 },
    )
  }, 60_000)

  test('nobody waits any more once it is cleared', async () => {
    await fc.assert(
      fc.asyncProperty(situation, fc.nat(60_000), async (one, clearAfter) => {
        const { fates, at, last } = await play(one, clearAfter)
        for (const { granted, denied } of fates) expect(granted + denied).toBe(1)
        expect(at).toBeLessThanOrEqual(Math.max(clearAfter, last ?? 0))
      }),
      { numRuns: 40 },
    )
  }, 60_000)
})
