import { describe, expect, test } from 'vitest'
import { type CommandState, type Happening, isOver, next } from '~/ledger/command'
import { expired, refused, unanswered } from '../fixtures/failures'

const queued: CommandState = { step: 'queued', limited: false }
const limited: CommandState = { step: 'queued', limited: true }
const sent: CommandState = { step: 'sent' }
const accepted: CommandState = { step: 'accepted' }
const unansweredYet: CommandState = { step: 'unknown', why: 'unanswered' }
const unprovenYet: CommandState = { step: 'unknown', why: 'unproven' }
const confirmed: CommandState = { step: 'confirmed', fact: 'held', by: 'event' }
const no: CommandState = { step: 'refused', failure: refused().failure }
const late: CommandState = { step: 'expired', failure: expired().failure }
const failed: CommandState = { step: 'failed', why: 'unproven', seen: true }

const waits: Happening = { kind: 'progress', progress: { step: 'queued' } }
const goes: Happening = { kind: 'progress', progress: { step: 'sent', attempt: 1 } }
const answers: Happening = { kind: 'progress', progress: { step: 'accepted' } }
const fact: Happening = { kind: 'fact', fact: 'held', by: 'event' }
const accept: Happening = { kind: 'accepted' }
const refusal: Happening = { kind: 'failed', failure: refused().failure }
const lateness: Happening = { kind: 'failed', failure: expired().failure }
const silence: Happening = { kind: 'failed', failure: unanswered().failure }
const timeUp: Happening = { kind: 'unproven' }
const read: Happening = { kind: 'read-back', seen: true }
const unread: Happening = { kind: 'read-back', seen: false }

describe('a command', () => {
  test.each<[string, CommandState, Happening, CommandState]>([
    ['waits for its turn', queued, waits, limited],
    ['goes out', limited, goes, sent],
    ['waits again after a 429', sent, waits, limited],
    ['is not taken before its whole answer is read', sent, answers, sent],
    ['does not go out in its time', limited, lateness, late],
    ['is not sent any more once it was taken', accepted, goes, accepted],
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

  test.each([confirmed, no, late, failed])('that is over stays as it is: $step', (state) => {
    for (const happening of [waits, goes, accept, refusal, silence, timeUp, read])
      expect(next(state, happening)).toBe(state)
    expect(isOver(state)).toBe(true)
  })

  test('that was called undone is confirmed by a fact after all, and no other is', () => {
    expect(next(failed, fact)).toEqual(confirmed)
    for (const state of [no, late]) expect(next(state, fact)).toBe(state)
  })

  test.each([queued, limited, sent, accepted, unansweredYet, unprovenYet])(
    'that is under way is not over: $step',
    (state) => {
      expect(isOver(state)).toBe(false)
    },
  )
})
