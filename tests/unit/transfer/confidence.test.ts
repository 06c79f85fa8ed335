import { describe, expect, test } from 'vitest'
import { ageOf, ofPerson, ofQueue, type PersonSeen, type QueueSeen } from '~/transfer/confidence'

const now = Date.parse('2026-03-02T09:00:00Z')
const ago = (seconds: number) => now - seconds * 1_000

const free: PersonSeen = {
  ...{ presence: 'available', word: 'Available', presenceSince: ago(3_600) },
  ...{ routing: 'OFF_QUEUE', outOfOffice: false, age: 'live' },
}
const called = { routing: 'COMMUNICATING', routingSince: ago(370) } as const
const resting = { presence: 'meal', word: 'Lunch', presenceSince: ago(20 * 60) } as const

describe('what speaks for a colleague', () => {
  test.each<[string, Partial<PersonSeen>, string]>([
    ['is free', {}, 'Available · Repairs · live'],
    ['is on another call', called, 'On another call for 6 min · Repairs · live'],
    [
      'is in a conversation of a queue',
      { presence: 'onqueue', word: 'On Queue', routing: 'INTERACTING', routingSince: ago(7_400) },
      'In a conversation for 2 h · Repairs · live',
    ],
    [
      'has just begun one: clocks differ by seconds',
      { ...called, routingSince: ago(59) },
      'On another call · Repairs · live',
    ],
    [
      'is said to begin one in the future',
      { ...called, routingSince: ago(-90) },
      'On another call · Repairs · live',
    ],
    [
      'does one since nobody knows when',
      { ...called, routingSince: undefined },
      'On another call · Repairs · live',
    ],
    [
      'does not answer',
      { routing: 'NOT_RESPONDING', routingSince: ago(120) },
      'Not responding for 2 min · Repairs · live',
    ],
    ['is at lunch', resting, 'Lunch for 20 min · Repairs · live'],
    ['has said to be away', { outOfOffice: true }, 'Available, out of office · Repairs · live'],
    [
      'is away, and nobody knows their status',
      { outOfOffice: true, word: '' },
      'Out of office · Repairs · live',
    ],
    [
      'is offline, whatever they did last',
      { ...called, presence: 'offline', word: '' },
      'Offline · Repairs · live',
    ],
    ['was seen a moment ago', { age: ago(4) }, 'Available · Repairs · just now'],
    ['was seen some seconds ago', { age: ago(14) }, 'Available · Repairs · 10 s ago'],
    ['was seen minutes ago', { age: ago(200) }, 'Available · Repairs · 3 min ago'],
    ['of whom nothing is known', { presence: 'other', word: '' }, 'Repairs'],
  ])('who %s', (_what, seen, words) => {
    expect(ofPerson({ ...free, ...seen }, 'Repairs', now)).toBe(words)
  })

  test('has no department to name', () => {
    expect(ofPerson(free, '', now)).toBe('Available · live')
  })
})

describe('what speaks for a queue', () => {
  test.each<[QueueSeen, string]>([
    [
      { onQueue: 3, waiting: 2, wait: 40, age: ago(5) },
      '3 agents on queue, 2 waiting, about 40 s wait · 5 s ago',
    ],
    [
      { onQueue: 1, waiting: 0, wait: 0, age: now },
      '1 agent on queue, nobody waiting, no wait · just now',
    ],
    [{ onQueue: 0, waiting: 4, wait: 90, age: now }, 'Nobody on queue, 4 waiting · just now'],
    [{ onQueue: 2, waiting: 1, age: ago(61) }, '2 agents on queue, 1 waiting · 1 min ago'],
    [
      { onQueue: 2, waiting: 9, wait: 600, age: now },
      '2 agents on queue, 9 waiting, about 10 min wait · just now',
    ],
    [{ wait: 40, age: now }, 'about 40 s wait · just now'],
    [{ waiting: 1, age: now }, '1 waiting · just now'],
    [{ age: now }, ''],
  ])('%j', (seen, words) => {
    expect(ofQueue(seen, now)).toBe(words)
  })
})

test('what was read by a clock that is ahead is no older than now', () => {
  expect(ageOf(now + 3_000, now)).toBe('just now')
})
