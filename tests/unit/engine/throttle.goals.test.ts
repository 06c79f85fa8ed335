import { describe, expect, test } from 'vitest'
import { bottleneck, pQueueFixed, pQueueStrict } from '../../bench/throttle/libraries'
import { type Rules, roundTrip } from '../../bench/throttle/platform'
import { run } from '../../bench/throttle/run'
import { ours } from '../../bench/throttle/strategies'
import { measure } from '../../bench/throttle/table'

const kinds = ['fixed', 'rolling'] as const
const each = [60, 300].flatMap((perMinute) => kinds.map((kind) => ({ perMinute, kind })))

/** Up to nine tenths of what so many minutes hold, and more than one minute less holds. */
function loads(perMinute: number): number[] {
  return [1, 2, 3, 4, 5].flatMap((minutes) => {
    const most = Math.floor(0.9 * minutes * perMinute)
    const least = (minutes - 1) * perMinute + 1
    return [least, Math.floor((least + most) / 2), most - 1, most]
  })
}

describe('P9: reads asked for at once', () => {
  test.each(each)(
    'are never refused, and done within 1.05 of the least time ($perMinute a minute, $kind)',
    async (rules) => {
      for (const reads of loads(rules.perMinute)) {
        const outcome = await run(ours, { ...rules, foreign: 0 }, { reads, actions: 0 }, reads)
        expect(outcome.refused, `${reads} reads`).toBe(0)
        expect(outcome.makespan, `${reads} reads`).toBeLessThanOrEqual(1.05)
      }
    },
    60_000,
  )

  test.each(each)(
    'are refused four times at most while somebody else takes a third ($perMinute a minute, $kind)',
    async (rules) => {
      const foreign = rules.perMinute / 3
      const load = { reads: (200 * rules.perMinute) / 60, actions: 20 }
      const { mostRefused, makespan } = await measure(ours, { ...rules, foreign }, load, 8)
      expect(mostRefused).toBeLessThanOrEqual(4)
      // Nor is that bought by sending next to nothing.
      expect(makespan).toBeLessThanOrEqual(1.3)
    },
    60_000,
  )
})

describe('P10: an action while far more reads wait than can go', () => {
  test.each(each)(
    'is answered in three round trips, a fiftieth of what any library takes ($perMinute a minute, $kind)',
    async ({ perMinute, kind }) => {
      const rules: Rules = { perMinute, kind, foreign: 0 }
      const load = { reads: (200 * perMinute) / 60, actions: 20 }
      const { p95, mostRefused, makespan } = await measure(ours, rules, load, 8)
      const best = []
      for (const library of [pQueueFixed, pQueueStrict, bottleneck])
        best.push((await measure(library, rules, load, 2)).p95)
      expect(mostRefused).toBe(0)
      expect(makespan).toBeLessThanOrEqual(1.05)
      expect(p95).toBeLessThanOrEqual(3 * roundTrip)
      expect(p95).toBeLessThanOrEqual(0.02 * Math.min(...best))
    },
    60_000,
  )
})
