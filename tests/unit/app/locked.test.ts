import { describe, expect, test } from 'vitest'
import { numbered, ringingWords, tellable } from '~/app/locked'
import type { Conversation, Phase } from '~/conversations/conversation'

const call = (id: string, phase: Phase = 'connected'): Conversation => ({
  id,
  media: 'call',
  phase,
  since: 0,
  told: {},
  startedAt: 0,
  customer: { name: 'Ada Quill', address: '+4930555' },
  attributes: {},
})

describe('the calls of a locked desk', () => {
  test('are numbered in the order in which they came, and hold nothing of a customer', () => {
    expect(numbered([], [call('a'), call('b')])).toEqual([
      { id: 'a', number: 1 },
      { id: 'b', number: 2 },
    ])
  })

  test('keep their numbers and places, whatever rings or ends', () => {
    const first = numbered([], [call('a'), call('b')])
    const second = numbered(first, [call('c', 'alerting'), call('b')])
    expect(second).toEqual([
      { id: 'b', number: 2 },
      { id: 'c', number: 1 },
    ])
    expect(second[0]).toBe(first[1])
  })

  test('are those that ring or are talked', () => {
    const phases = ['alerting', 'dialing', 'connected', 'held', 'wrapup', 'over'] as const
    const shown = numbered(
      [],
      phases.map((phase) => call(phase, phase)),
    )
    expect(shown.map(({ id }) => id)).toEqual(['alerting', 'dialing', 'connected', 'held'])
  })

  test.each([
    [0, ''],
    [1, 'Incoming call'],
    [2, '2 incoming calls'],
  ])('%i that ring are told as “%s”', (count, words) => {
    expect(ringingWords(count)).toBe(words)
  })
})

describe('a notice on a locked desk', () => {
  const notice = (about?: string) => ({ id: 1, text: 'x', at: 0, about })

  test.each(['answer', 'decline', 'hold', 'resume', 'mute', 'unmute', 'end'])(
    'is told when it is about an order for a call: %s',
    (verb) => {
      expect(tellable([notice(`${verb} call-1`)])).toHaveLength(1)
    },
  )

  test.each(['transfer call-1', 'wrap-up call-1', 'presence user-1', 'endless', undefined])(
    'is not told when it may name or quote somebody: %s',
    (about) => {
      expect(tellable([notice(about)])).toEqual([])
    },
  )
})
