import { describe, expect, test } from 'vitest'
import { ageWords, sinceWords, spanWords, stateWords } from '~/team/words'
import type { Doing } from '~/transfer/destination'

const doing: Doing = {
  ...{ presence: 'available', word: '', presenceSince: 1_000, outOfOffice: false },
  ...{ routing: 'OFF_QUEUE', routingSince: 500_000 },
}
const minute = 60_000

describe('what a colleague does', () => {
  test.each<[string, Partial<Doing>]>([
    ['Available', {}],
    ['Lunch', { presence: 'meal', word: 'Lunch' }],
    ['On Queue, waiting for a call', { presence: 'onqueue', routing: 'IDLE' }],
    ['On Queue, in a conversation', { presence: 'onqueue', routing: 'INTERACTING' }],
    ['On Queue, not responding', { presence: 'onqueue', routing: 'NOT_RESPONDING' }],
    ['Busy, on another call', { presence: 'busy', routing: 'COMMUNICATING' }],
    ['Offline', { presence: 'offline', routing: 'INTERACTING' }],
    ['Away, out of office', { presence: 'away', outOfOffice: true }],
  ])('%s', (words, more) => {
    expect(stateWords({ ...doing, ...more })).toBe(words)
  })

  test('has lasted since the presence, and in a call since that', () => {
    const now = 500_000 + 10 * minute
    expect(sinceWords(doing, now)).toBe('18 min')
    expect(sinceWords({ ...doing, routing: 'INTERACTING' }, now)).toBe('10 min')
    expect(sinceWords({ ...doing, presenceSince: undefined }, now)).toBe('')
  })

  test.each([
    [-5_000, 'under a minute'],
    [119 * minute, '119 min'],
    [180 * minute, '3 h'],
    [72 * 60 * minute, '3 days'],
  ])('%i ms are %s', (ms, words) => {
    expect(spanWords(ms)).toBe(words)
  })

  test.each([
    ['live' as const, ''],
    [1_000_000 - 9_000, ''],
    [1_000_000 - 44_000, '40 s ago'],
    [1_000_000 - 5 * minute, '5 min ago'],
  ])('as of %s is said as “%s”', (age, words) => {
    expect(ageWords({ ...doing, age }, 1_000_000)).toBe(words)
  })
})
