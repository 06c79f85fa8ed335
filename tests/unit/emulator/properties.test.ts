import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { act } from './acts'
import { createPlay } from './play'
import { impossibilities } from './possible'

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
