import { describe, expect, test } from 'vitest'
import { Failed, type Failure, failureOf, type Refused } from '~/genesys/errors'
import { sentence } from '~/genesys/sentence'

const operation = 'updateCall'
const refusal = (change: Partial<Refused>): Failure => ({
  kind: 'refused',
  outcome: 'refused',
  operation,
  status: 400,
  code: 'some.code',
  message: 'Because.',
  ...change,
})
const unreachable: Failure = {
  kind: 'unreachable',
  outcome: 'unknown',
  cause: 'network',
  operation,
}

describe('a failure, in one sentence for the agent', () => {
  test.each<[Failure, string | RegExp]>([
    [
      refusal({ code: 'conversation.error.hold.alerting' }),
      'A ringing call cannot be put on hold.',
    ],
    [refusal({ code: 'toString' }), 'Genesys Cloud refused: Because.'],
    [refusal({}), 'Genesys Cloud refused: Because.'],
    [refusal({ status: 403, message: 'Not yours.' }), /You may not do this\..*: Not yours\./],
    [
      refusal({ status: 403, missing: { kind: 'scope', names: ['users'], any: false } }),
      'You may not do this.',
    ],
    [
      refusal({ status: 413, code: 'request.entity.too.large' }),
      'It is larger than the 512,000 bytes that can be sent at once.',
    ],
    [refusal({ status: 404 }), 'It no longer exists.'],
    [refusal({ status: 409 }), /Try again/],
    [
      { kind: 'rate-limited', outcome: 'refused', status: 429, retryAfter: 7, operation },
      /7 seconds/,
    ],
    [{ kind: 'signed-out', outcome: 'refused', operation }, 'Your sign-in has ended.'],
    [{ kind: 'expired', outcome: 'refused', operation }, /was not sent/],
    [unreachable, 'Genesys Cloud did not answer.'],
    [{ ...unreachable, cause: 'server', status: 500 }, /problem of its own/],
  ])('%j', (failure, words) => {
    const said = sentence(failure)
    if (typeof words === 'string') expect(said).toBe(words)
    else expect(said).toMatch(words)
  })
})

describe('what was thrown', () => {
  test('is the failure inside it, or an answer that could not be read', () => {
    expect(failureOf(new Failed(unreachable), 'getMe')).toBe(unreachable)
    for (const odd of [new TypeError('x'), 'x', undefined])
      expect(failureOf(odd, 'getMe')).toEqual({
        kind: 'unreachable',
        outcome: 'unknown',
        cause: 'unreadable',
        operation: 'getMe',
      })
  })
})
