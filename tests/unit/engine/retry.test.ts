import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { backoff } from '~/engine/backoff'
import { type Cause, causeOf, type Rule, retries, waitBefore } from '~/engine/retry'
import type { Failure } from '~/genesys/errors'
import type { Lane } from '~/genesys/operation'

const operation = 'getMe'
const statuses = [400, 401, 403, 404, 405, 408, 409, 413, 415, 422, 429, 500, 502, 503, 504]
const causes = [...statuses, 'network', 'timeout', 'unreadable'] as Cause[]

/** What the engine makes of it. */
function failureOf(cause: Cause): Failure {
  if (typeof cause === 'string')
    return { kind: 'unreachable', outcome: 'unknown', cause, operation }
  if (cause === 408)
    return { kind: 'unreachable', outcome: 'unknown', cause: 'server', status: cause, operation }
  if (cause === 401) return { kind: 'signed-out', outcome: 'refused', refused: true, operation }
  if (cause === 429)
    return { kind: 'rate-limited', outcome: 'refused', status: cause, retryAfter: 4, operation }
  return cause < 500
    ? { kind: 'refused', outcome: 'refused', status: cause, code: 'x', message: '', operation }
    : { kind: 'unreachable', outcome: 'unknown', cause: 'server', status: cause, operation }
}

/** The pauses between attempts at something that is always answered alike. */
function pausesOf(cause: Cause, access: 'read' | 'write', lane: Lane, life: number): number[] {
  const waits: number[] = []
  let left = life
  for (let sent = 1; ; sent++) {
    const renewed = waits.length > 0
    const failure = failureOf(cause)
    const wait = waitBefore({ access, lane, failure, sent, renewed, left, chance: 0 })
    if (wait === undefined) return waits
    waits.push(wait)
    left -= wait
  }
}

const refusedForGood: readonly Cause[] = [400, 403, 404, 405, 409, 413, 415, 422]
const inDoubt: readonly Cause[] = [
  ...([408, 500, 502, 503, 504] as const),
  ...(['network', 'timeout', 'unreadable'] as const),
]

describe('whether a request is sent again', () => {
  test('every answer there is has its row', () => {
    expect(Object.keys(retries).sort()).toEqual(causes.map(String).sort())
    for (const cause of causes) expect(causeOf(failureOf(cause))).toBe(cause)
  })

  describe.each(refusedForGood)('%s', (cause) => {
    test.each(['read', 'write'] as const)('never, a %s', (access) => {
      for (const lane of ['action', 'screen', 'background'] as const)
        expect(pausesOf(cause, access, lane, 600_000)).toEqual([])
    })
  })

  describe.each(inDoubt)('%s', (cause) => {
    test.each(['action', 'screen', 'background'] as const)(
      'never, a command in the lane %s: perhaps it has happened',
      (lane) => expect(pausesOf(cause, 'write', lane, 600_000)).toEqual([]),
    )
    test('a read that somebody waits for, after 3 s and 9 s', () => {
      expect(pausesOf(cause, 'read', 'screen', 30_000)).toEqual([3_000, 9_000])
    })
    test('a read that nobody waits for, after 3 s, 9 s, 27 s and 5 minutes', () => {
      expect(pausesOf(cause, 'read', 'background', 600_000)).toEqual([
        ...[3_000, 9_000, 27_000, 300_000],
      ])
    })
  })

  test.each(['read', 'write'] as const)('401: once, a %s, with the next token', (access) => {
    expect(pausesOf(401, access, 'action', 10_000)).toEqual([0])
  })

  test('429: as long after as was said, while there is time', () => {
    expect(pausesOf(429, 'write', 'action', 10_000)).toEqual([4_000, 4_000])
    expect(pausesOf(429, 'read', 'screen', 30_000)).toHaveLength(7)
  })

  test('not when its answer would come too late', () => {
    expect(pausesOf('network', 'read', 'screen', 3_000)).toEqual([])
    expect(pausesOf('network', 'read', 'screen', 12_000)).toEqual([3_000])
  })

  test('not at all when nothing was sent', () => {
    expect(causeOf({ kind: 'expired', outcome: 'refused', operation })).toBeUndefined()
    expect(causeOf({ kind: 'signed-out', outcome: 'refused', operation })).toBeUndefined()
  })

  test.each([
    [418, 400],
    [599, 500],
  ])('%i, which nobody has heard of, is taken as %i', (status, like) => {
    expect(causeOf({ ...failureOf(like as Cause), status } as Failure)).toBe(like)
  })

  test('chance lengthens a pause by a fifth at most, and shortens none', () => {
    const failure = failureOf('network')
    const attempt = { access: 'read', lane: 'screen', failure, sent: 1, renewed: false } as const
    expect(waitBefore({ ...attempt, left: 30_000, chance: 1 })).toBe(3_600)
  })

  test('the documentation has the same table', () => {
    const words: Record<Rule, string> = {
      never: 'never',
      renewed: 'once, with a new token',
      told: 'when told',
      spaced: '3 s, 9 s',
    }
    const row = (cause: Cause) => {
      const { read, write } = retries[cause]
      const later = read.background === 'spaced' ? '3 s, 9 s, 27 s, 5 min' : words[read.background]
      expect(write.background).toBe(write.awaited)
      return `| ${cause} | ${words[read.awaited]} | ${later} | ${words[write.awaited]} |`
    }
    const docs = readFileSync(new URL('../../../docs/requests.md', import.meta.url), 'utf8')
    for (const cause of causes) expect(docs).toContain(row(cause))
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
