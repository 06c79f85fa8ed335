import { describe, expect, test } from 'vitest'
import { backoff } from '~/engine/backoff'
import { retryAfter } from '~/engine/retry'
import type { Failure } from '~/genesys/errors'

const operation = 'getMe'
const unreachable: Failure = {
  kind: 'unreachable',
  outcome: 'unknown',
  cause: 'network',
  operation,
}
const limited = (seconds: number): Failure => ({
  kind: 'rate-limited',
  outcome: 'refused',
  status: 429,
  retryAfter: seconds,
  operation,
})
const refused: Failure = {
  kind: 'refused',
  outcome: 'refused',
  status: 409,
  code: 'request.conflict',
  message: '',
  operation,
}

describe('whether a request is sent again', () => {
  test.each<[string, 'read' | 'write', Failure, number, number, number | undefined]>([
    ['a read without an answer, after 3 s', 'read', unreachable, 1, 20_000, 3_000],
    ['and once more after 9 s', 'read', unreachable, 2, 20_000, 9_000],
    ['but not a third time', 'read', unreachable, 3, 20_000, undefined],
    ['nor when its answer would come too late', 'read', unreachable, 2, 9_000, undefined],
    ['a write without an answer, never', 'write', unreachable, 1, 10_000, undefined],
    [
      'a write on a server error, never',
      'write',
      { ...unreachable, cause: 'server', status: 503 },
      1,
      10_000,
      undefined,
    ],
    [
      'a write that timed out, never',
      'write',
      { ...unreachable, cause: 'timeout' },
      1,
      10_000,
      undefined,
    ],
    ['a write told to slow down, when its time is up', 'write', limited(4), 1, 10_000, 4_000],
    ['a write told to wait too long, never', 'write', limited(10), 1, 10_000, undefined],
    ['a read told to slow down, as told', 'read', limited(12), 1, 30_000, 12_000],
    ['a read told to wait a minute, never', 'read', limited(60), 1, 30_000, undefined],
    ['what was refused, never', 'read', refused, 1, 30_000, undefined],
    [
      'what had no sign-in, never',
      'read',
      { kind: 'signed-out', outcome: 'refused', operation },
      1,
      30_000,
      undefined,
    ],
    [
      'what was never sent, never',
      'write',
      { kind: 'expired', outcome: 'refused', operation },
      1,
      10_000,
      undefined,
    ],
  ])('%s', (_what, access, failure, sent, left, wait) => {
    expect(retryAfter({ access, failure, sent, left })).toBe(wait)
  })
})

describe('how long to wait before connecting again', () => {
  test.each([0, 0.25, 0.5, 0.999])(
    'stays between half and the whole, whatever chance says (%d)',
    (random) => {
      for (let attempt = 0; attempt < 40; attempt++) {
        const full = Math.min(30_000, 1_000 * 2 ** attempt)
        expect(backoff(attempt, random)).toBeGreaterThanOrEqual(full / 2)
        expect(backoff(attempt, random)).toBeLessThanOrEqual(full)
      }
    },
  )

  test('differs between two agents of the same floor', () => {
    expect(backoff(3, 0.1)).not.toBe(backoff(3, 0.9))
  })

  test('is never so long that a timer overflows, after a weekend of attempts', () => {
    expect(backoff(100_000, 1)).toBe(30_000)
  })
})
