import { describe, expect, test } from 'vitest'
import { fullyKept, keptOf, minutesFor, placeAt, readAt } from '~/engine/reserve'

const now = 1_000_000
const many = (count: number, at: number) => Array<number>(count).fill(at)

describe('when there is a place', () => {
  test.each<[string, number, number[], number]>([
    ['at once while one is free', 3, many(6, now + 50_000), now],
    ['when the first comes back', 0, [now + 20_000, ...many(9, now + 50_000)], now + 20_000],
    [
      'when enough came back of more than the limit, after it was lowered',
      0,
      [now + 10_000, now + 20_000, now + 30_000, ...many(9, now + 50_000)],
      now + 30_000,
    ],
    ['who knows, while all are on their way', 10, [], Number.POSITIVE_INFINITY],
  ])('%s', (_what, pending, returns, at) => {
    expect(placeAt({ limit: 10, pending, returns }, now)).toBe(at)
  })
})

describe('how much is kept of 60', () => {
  test.each<[string, number, number]>([
    ['a quarter for nobody', 0, 15],
    ['a quarter for a few', 42, 15],
    ['a tenth for as many as nine tenths', 54, 6],
    ['a tenth for more than can go', 60, 15],
    ['what 171 places in three minutes leave over, shared out', 150, 10],
    ['a tenth where they leave nothing over', 171, 6],
  ])('%s (%i)', (_what, demand, kept) => {
    const { always, aMinute } = keptOf(60, demand)
    expect(always + aMinute).toBe(kept)
  })

  test('never less than a twentieth, nor so much that one of ten could not be read', () => {
    for (let limit = 10; limit <= 3000; limit += limit < 100 ? 1 : 97)
      for (const share of [0, 0.3, 0.9, 1, 2.7]) {
        const { always, aMinute } = keptOf(limit, Math.floor(share * limit))
        expect(always).toBeGreaterThanOrEqual(limit / 20)
        expect(aMinute).toBeGreaterThanOrEqual(0)
        expect(always + aMinute).toBeLessThanOrEqual(Math.ceil(limit / 4))
      }
  })

  test.each([
    [1, 1],
    [57, 1],
    [58, 2],
    [172, 4],
  ])('%i requests need %i minutes', (demand, minutes) => {
    expect(minutesFor(60, demand)).toBe(minutes)
  })
})

describe('when a read may go', () => {
  const kept = fullyKept(60)

  test.each<[string, number, number[], number]>([
    ['at once when nothing is out', 0, [], now],
    ['at once while a quarter stays free', 0, many(44, now + 60_000), now],
    ['later in the minute when it does not', 0, many(45, now + 60_000), now + 5_000],
    ['the later the less is left', 0, many(50, now + 60_000), now + 30_000],
    ['never with the last twentieth', 0, many(57, now + 60_000), now + 60_000],
    [
      'at once when places come back evenly',
      0,
      [...many(56, 0).keys()].map((n) => now + n * 1000),
      now,
    ],
    ['as if it came back in a minute, what is on its way', 45, [], now + 5_000],
    ['at once when much is about to come back', 0, many(52, now + 10), now],
  ])('%s', (_what, pending, returns, at) => {
    expect(readAt({ limit: 60, pending, returns }, kept, now)).toBe(at)
  })
})
