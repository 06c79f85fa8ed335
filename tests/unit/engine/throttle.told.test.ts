import { describe, expect, test } from 'vitest'
import { failureOfStatus, limitsTold, secondsToWait } from '~/engine/answers'

describe('how long to wait', () => {
  test.each<[string, string | null, string | undefined, number | undefined, number]>([
    ['the header', '42', 'Retry the request in [7] seconds', 9, 42],
    ['a part of a second more', '1.2', undefined, undefined, 2],
    ['the message, where the header may not be read', null, 'in [42] seconds', 9, 42],
    ['the message, where the header says nothing', '0', 'in [42] seconds', 9, 42],
    ['the message, where the header is a date', 'Wed, 21 Oct 2026 07:28:00 GMT', '[42]', 9, 42],
    ['when the limit is reset', null, 'Rate limit exceeded', 9, 9],
    ['a minute', null, undefined, undefined, 60],
    ['a minute, where nothing makes sense', '-3', '[0]', 0, 60],
  ])('is said by %s', (_what, header, message, reset, seconds) => {
    expect(secondsToWait(header, message, reset)).toBe(seconds)
  })

  test('is taken from X-Rate-Limit-Reset of a 429 that says nothing else', () => {
    const response = new Response('', { status: 429, headers: { 'x-rate-limit-reset': '17' } })
    expect(failureOfStatus('getMe', response, '{}')).toMatchObject({ retryAfter: 17 })
  })
})

describe('what is left of a limit', () => {
  test.each(['X-Rate-Limit-', 'X-RateLimit-'])(
    'is read from %sRemaining and its like',
    (prefix) => {
      const headers = new Headers({
        [`${prefix}Limit`]: '300',
        [`${prefix}Remaining`]: '0',
        [`${prefix}Reset`]: '17',
      })
      expect(limitsTold(headers)).toEqual({ limit: 300, remaining: 0, reset: 17 })
    },
  )

  test('is unknown where nothing is said, or nothing that is a number', () => {
    expect(limitsTold(new Headers())).toEqual({})
    const odd = {
      'x-rate-limit-limit': '',
      'x-rate-limit-remaining': '-1',
      'x-rate-limit-reset': 'x',
    }
    expect(limitsTold(new Headers(odd))).toEqual({})
  })
})
