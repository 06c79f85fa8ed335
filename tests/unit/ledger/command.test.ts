import { describe, expect, test } from 'vitest'
import { type CommandState, type Happening, isOver, next } from '~/ledger/command'
import { refused, unanswered } from '../fixtures/failures'

const sent: CommandState = { step: 'sent' }
const accepted: CommandState = { step: 'accepted' }
const unansweredYet: CommandState = { step: 'reading-back', why: 'unanswered' }
const unprovenYet: CommandState = { step: 'reading-back', why: 'unproven' }
const confirmed: CommandState = { step: 'confirmed' }
const no: CommandState = { step: 'refused', failure: refused().failure }
const failed: CommandState = { step: 'failed', why: 'unproven', seen: true }

const fact: Happening = { kind: 'fact' }
const accept: Happening = { kind: 'accepted' }
const refusal: Happening = { kind: 'failed', failure: refused().failure }
const silence: Happening = { kind: 'failed', failure: unanswered().failure }
const timeUp: Happening = { kind: 'unproven' }
const read: Happening = { kind: 'read-back', seen: true }
const unread: Happening = { kind: 'read-back', seen: false }

describe('a command', () => {
  test.each<[string, CommandState, Happening, CommandState]>([
    ['is accepted', sent, accept, accepted],
    ['is refused', sent, refusal, no],
    ['gets no answer: the facts are read', sent, silence, unansweredYet],
    ['is proven before it is answered', sent, fact, confirmed],
    ['is proven after it was accepted', accepted, fact, confirmed],
    ['is not proven in time: the facts are read', accepted, timeUp, unprovenYet],
    ['is not answered yet, so its proof is not late', sent, timeUp, sent],
    ['is found done when the facts are read', unansweredYet, fact, confirmed],
    ['is found not done when the facts are read', unprovenYet, read, failed],
    ['keeps why it failed', unansweredYet, read, { step: 'failed', why: 'unanswered', seen: true }],
    [
      'is not called undone when the facts cannot be read',
      unansweredYet,
      unread,
      { step: 'failed', why: 'unanswered', seen: false },
    ],
    ['is not over by a reading that nobody asked for', accepted, read, accepted],
    ['is not accepted anew by a late answer', unansweredYet, accept, unansweredYet],
  ])('%s', (_what, state, happening, after) => {
    expect(next(state, happening)).toEqual(after)
  })

  test.each([confirmed, no, failed])('that is over stays as it is: $step', (state) => {
    for (const happening of [fact, accept, refusal, silence, timeUp, read])
      expect(next(state, happening)).toBe(state)
    expect(isOver(state)).toBe(true)
  })

  test.each([sent, accepted, unansweredYet, unprovenYet])(
    'that is under way is not over: $step',
    (state) => {
      expect(isOver(state)).toBe(false)
    },
  )
})
