import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Act, createPlay } from './play'
import { impossibilities } from './possible'

/** Small numbers that a play takes as "one of those there are". */
const any = fc.nat(7)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('call' as const), queue: any }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('direct' as const), agent: any }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      ms: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 40_000 })),
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('answers' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('presence' as const),
      agent: any,
      onQueue: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('leaves' as const), conversation: any, party: any }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('supervises' as const),
      conversation: any,
      party: any,
      as: fc.constantFrom('monitor' as const, 'coach' as const, 'barge' as const),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('asks' as const),
      agent: any,
      what: fc.nat(999),
      which: any,
      other: any,
    }),
  },
)

describe('whatever agents and customers do', () => {
  test('no conversation becomes impossible, and every event and answer is an official one', () => {
    fc.assert(
      fc.property(fc.array(act, { minLength: 20, maxLength: 60 }), (acts) => {
        const play = createPlay()
        try {
          for (const one of acts) {
            play.act(one)
            expect(play.conversations().flatMap(impossibilities)).toEqual([])
            expect(play.contradictions()).toEqual([])
          }
          expect(play.verdicts()).toEqual([])
        } finally {
          play.end()
        }
      }),
      { numRuns: 1000, seed: 4 },
    )
    // As long as a thousand shifts take.
  }, 120_000)
})
