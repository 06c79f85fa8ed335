import { describe, expect, test } from 'vitest'
import { clockWords, kept, shares, standingAlerts, verdictOf } from '~/health/health'
import { bars } from '~/health/plot'
import {
  alertWords,
  mishapWords,
  msWords,
  percentWords,
  requestWords,
  spanWords,
} from '~/health/words'
import type { Health, Mishap } from '~/protocol/health'
import type { Standing } from '~/protocol/protocol'
import { healthy, minute, standing } from '../fixtures/health'

const firm: Standing = { state: 'firm' }
const { at } = healthy()
const ended: Standing = { state: 'ended', problem: 'ended' }
const socket = (ms: number) =>
  ({ socket: { state: 'waiting', since: at - ms, reconnections: 0 } }) as const

describe('the verdict', () => {
  test.each<[string, Partial<Health>, Standing, number, string, RegExp | undefined]>([
    ['nothing is wrong', {}, firm, 0, 'good', undefined],
    ['a socket that comes back at once', socket(5_000), firm, 0, 'good', undefined],
    ['a socket that is gone', socket(30_000), firm, 0, 'strained', /Live updates/],
    ['a socket that stays away', socket(3 * minute), firm, 0, 'bad', /Live updates/],
    ['a sign-in that has ended', socket(3 * minute), ended, 0, 'bad', /has ended/],
    [
      ...(['a sign-in that ends', {}] as const),
      { state: 'ending', endsAt: at + 5 * minute, due: false, unseen: false },
      ...([0, 'strained', /ends at \d/] as const),
    ],
    ['a warning', { alerts: [standing('slow', 'warning')] }, firm, 0, 'strained', /longer/],
    ['something critical', { alerts: [standing('failing', 'critical')] }, firm, 0, 'bad', /one in/],
    ['a renewal', { alerts: [standing('renewed', 'informational')] }, firm, 0, 'good', undefined],
    [
      ...([
        'an alert that is over',
        { alerts: [{ ...standing('failing', 'critical'), to: at }] },
      ] as const),
      ...([firm, 0, 'good', undefined] as const),
    ],
    ['a clock that is off', {}, firm, -90_000, 'strained', /behind/],
    ['a clock that is off by what answers say', { ahead: 120_000 }, firm, 0, 'strained', /ahead/],
    [
      ...(['a pause', { use: { ...healthy().use, pausedFor: 9_000 } }] as const),
      ...([firm, 0, 'strained', /slow down/] as const),
    ],
    ['a host that is down', { circuit: { state: 'open', since: at } }, firm, 0, 'bad', /does not/],
    [
      'one that is looked at whether it is back',
      { circuit: { state: 'trying', since: at } },
      firm,
      0,
      'bad',
      /does not/,
    ],
  ])('%s', (_what, change, stands, ahead, level, reason) => {
    const verdict = verdictOf(healthy(change), stands, ahead)
    expect(verdict.level).toBe(level)
    if (reason) expect(verdict.reasons.join()).toMatch(reason)
    else expect(verdict.reasons).toEqual([])
  })

  test('is the same words while nothing changes: it is read aloud', () => {
    const stands: Standing = { state: 'ending', endsAt: at + minute, due: false, unseen: false }
    const said = (state: 'open' | 'trying', ms: number) =>
      verdictOf(
        healthy({ at: at + ms, ahead: 70_000 + ms, circuit: { state, since: at } }),
        stands,
        0,
      )
    expect(said('open', 0).reasons).toHaveLength(3)
    expect(said('trying', 5_000)).toEqual(said('open', 0))
  })

  test('tells the worst first, as the list of alerts does', () => {
    const alerts = [standing('slow', 'warning'), standing('failing', 'critical')]
    expect(verdictOf(healthy({ alerts }), firm, 0).reasons).toEqual([
      ...[alertWords.failing.what, alertWords.slow.what],
    ])
    expect(standingAlerts(healthy({ alerts })).map(({ kind }) => kind)).toEqual(['failing', 'slow'])
  })
})

test('what was never sent is no success', () => {
  const counted = shares({ sent: 6, refused: 1, failed: 1, unsent: 2 })
  expect(counted).toEqual({ asked: 8, well: 0.5, lost: 0.375 })
  expect(shares({ sent: 0, refused: 0, failed: 0, unsent: 0 })).toMatchObject({ asked: 0, lost: 0 })
})

test('what is the same as before is the very same, so that what is drawn for it stays', () => {
  const before = [{ at: 1 }, { at: 2 }]
  const next = kept(before, [{ at: 3 }, { at: 1 }])
  expect(next).toEqual([{ at: 3 }, { at: 1 }])
  expect(next[1]).toBe(before[0])
})

test('an error says that it was given up, after how many attempts', () => {
  const error: Mishap = {
    ...{ at: 0, operation: 'listMyQueues', method: 'GET', path: '/api/v2/routing/queues/me' },
    ...{ kind: 'unreachable', status: 503, attempt: 1 },
  }
  expect(mishapWords(error)).toBe('503, no usable answer')
  expect(mishapWords({ ...error, attempt: 5, gaveUp: true })).toBe(
    '503, no usable answer, given up after 5 attempts',
  )
})

test.each([
  ['rate-limited', 'was not sent, Genesys Cloud had asked to wait'],
  ['unreachable', 'was not sent, Genesys Cloud did not answer'],
  ['expired', 'was not sent, its time had run out'],
] as const)('what never went out for being %s %s', (kind, words) => {
  expect(
    mishapWords({
      ...{ at: 0, operation: 'getMe', method: 'GET', path: '/api/v2/users/me' },
      ...{ kind, attempt: 0 },
    }),
  ).toBe(words)
})

describe('figures in words', () => {
  test.each([
    [spanWords(-5), '0 s'],
    [spanWords(42_000), '42 s'],
    [spanWords(4 * minute), '4 min'],
    [spanWords(125 * minute), '2 h 5 min'],
    [spanWords(120 * minute), '2 h'],
    [msWords(undefined), 'none'],
    [msWords(80), '80 ms'],
    [msWords(1_240), '1.2 s'],
    [percentWords(1), '100 %'],
    [percentWords(0.996), '99.6 %'],
    [percentWords(0.126), '13 %'],
    [requestWords(1), '1 request'],
    [requestWords(0), '0 requests'],
    [clockWords(0), 'This machine’s clock agrees with Genesys Cloud’s.'],
    [clockWords(-40_000), 'This machine’s clock is 40 s behind Genesys Cloud’s.'],
  ])('%s', (said, words) => {
    expect(said).toBe(words)
  })
})

test('bars are as high as their values, and what is not nothing is seen', () => {
  expect(bars([0, 10, 5, 0.01], 1)).toBe('M3 30v-30h2v30zM6 30v-15h2v15zM9 30v-1h2v1z')
  expect(bars([1], 10)).toBe('M0 30v-3h2v3z')
  expect(bars([], 1)).toBe('')
})
