import { describe, expect, test } from 'vitest'
import { phoneFromWire, takenByItself, whyNotAnswered } from '~/conversations/answering'
import { refusalsOf, unseen } from '~/conversations/refusals'
import type { Station, User } from '~/genesys/wire'

const webRtc = 'inin_webrtc_softphone'
const on = (type: string): User => ({
  station: { effectiveStation: { id: 's', name: 'Desk', type } },
})

describe('Answer on a phone', () => {
  test.each<[string, User, Station | undefined, RegExp | undefined]>([
    ['that keeps a connection', on(webRtc), { webRtcPersistentEnabled: true }, undefined],
    ['that keeps none', on(webRtc), { webRtcPersistentEnabled: false }, /^Answer on your phone/],
    ['of which nobody says', on(webRtc), undefined, undefined],
    ['of another kind', on('inin_physical'), { webRtcPersistentEnabled: false }, undefined],
    ['of no kind at all', on(''), undefined, undefined],
    ['that is not there', { station: {} }, undefined, /^You have no phone/],
  ])('%s', (_what, user, station, words) => {
    const why = whyNotAnswered(phoneFromWire(user, station))
    if (words) expect(why).toMatch(words)
    else expect(why).toBeUndefined()
  })

  test('is not forbidden by what was never read', () => {
    expect(whyNotAnswered(undefined)).toBeUndefined()
    expect(takenByItself(undefined, {})).toBeUndefined()
  })
})

test.each<[string, User, boolean, RegExp | undefined]>([
  ['the phone takes calls of queues', { acdAutoAnswer: true }, true, /your phone takes/],
  ['and no others', { acdAutoAnswer: true }, false, undefined],
  [
    'the other desktop takes them',
    { autoAnswerSettings: { settings: { call: { enabled: true } } } },
    false,
    /where it is open/,
  ],
  [
    'nobody does',
    { autoAnswerSettings: { settings: { message: { enabled: true } } } },
    true,
    undefined,
  ],
])('auto-answer: %s', (_what, user, ofQueue, words) => {
  const said = takenByItself(phoneFromWire(user, undefined), ofQueue ? { queue: { id: 'q' } } : {})
  if (words) expect(said).toMatch(words)
  else expect(said).toBeUndefined()
})

test('a refused or fruitless Answer says what to do, and lost digits do not say that nothing happened', () => {
  expect(refusalsOf('answer')['conversation.participant.update.invalid']).toMatch(/^Answer on your/)
  expect(refusalsOf('mute')['conversation.participant.update.invalid']).not.toMatch(/Answer/)
  const command = {
    ...{ id: '1', target: 'call', pressedAt: 0, deadline: 0, attempts: 1 },
    lane: 'action',
  } as const
  const failed = (why: 'unproven' | 'unanswered') => ({ step: 'failed', why, seen: true }) as const
  expect(
    unseen({ ...command, verb: 'answer', name: 'Answer', state: failed('unproven') }),
  ).toContain('Answer on your phone')
  expect(
    unseen({ ...command, verb: 'answer', name: 'Answer', state: failed('unanswered') }),
  ).toBeUndefined()
  expect(
    unseen({ ...command, verb: 'digits', name: 'Digits', state: failed('unanswered') }),
  ).toContain('nobody knows')
})
