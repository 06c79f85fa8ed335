import fc from 'fast-check'
import type { Act } from './play'

/** Small numbers that a play takes as "one of those there are". */
const any = fc.nat(7)

/** Whatever agents and customers may do next. */
export const act: fc.Arbitrary<Act> = fc.oneof(
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
