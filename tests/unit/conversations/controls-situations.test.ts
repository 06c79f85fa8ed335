import { describe, expect, test } from 'vitest'
import { controlsFor, moreFor } from '~/conversations/controls'
import { marksOf } from '~/conversations/controlwords'
import { fromWire } from '~/conversations/conversation'
import type { Call, Participant, Conversation as Wire } from '~/genesys/wire'
import * as situation from '../fixtures/conversations'

const { customer, me, mine, start, waiting } = situation

function seen(wire: Wire) {
  const one = fromWire(wire, { me, now: start })
  if (!one) throw new Error('It is not seen.')
  return one
}

const call = (change: Call = {}, part: Partial<Participant> = {}, ...others: Participant[]) =>
  seen({
    id: situation.id,
    participants: [
      customer,
      waiting,
      mine({ state: 'connected', connectedTime: situation.time(25), ...change }, part),
      ...others,
    ],
  })

const whyNot = (one: ReturnType<typeof call>, verb: string) => {
  const all = [...controlsFor(one, [], {}), ...moreFor(one, [], {})]
  const control = all.find((found) => found.verb === verb)
  return control ? (control.whyNot ?? 'can') : 'is not there'
}

const asked: Participant = {
  id: 'p-asked',
  purpose: 'agent',
  name: 'Ben Okafor',
  userId: 'ben',
  consultParticipantId: 'p-customer',
  calls: [{ id: 'c-asked', state: 'connected' }],
}

describe('the recording of a call', () => {
  test.each<[string, Call, string[], string[]]>([
    ['not recorded', {}, ['record'], []],
    ['recorded', { recording: true, recordingState: 'active' }, ['pause-recording'], ['Recording']],
    [
      'in a secure pause',
      { recording: true, recordingState: 'paused', securePause: true },
      ['resume-recording'],
      ['Secure pause: nothing is recorded, say card numbers now'],
    ],
    [
      'paused by somebody else',
      { recording: true, recordingState: 'PAUSED' },
      ['resume-recording'],
      ['Recording is paused'],
    ],
  ])('%s: one button in one place, and the words of it', (_what, change, verbs, words) => {
    const one = call(change)
    const row = controlsFor(one, [], {}).map(({ verb }) => verb)
    expect(row.filter((verb) => verb.includes('record'))).toEqual(verbs)
    expect(marksOf(one).map((mark) => mark.words)).toEqual(words)
    const stop = moreFor(one, [], {}).some(({ verb }) => verb === 'stop-recording')
    expect(stop).toBe(change.recording === true)
  })

  test('what was ordered is not shown as done', () => {
    const one = call({ recordingState: 'active' })
    expect(controlsFor(one, ['pause-recording'], {}).filter(({ pending }) => pending)).toEqual([
      { verb: 'pause-recording', pending: true },
    ])
    expect(marksOf(one)).toEqual([{ kind: 'recording', words: 'Recording' }])
  })
})

test.each<[string, Partial<Participant>, string]>([
  ['a queue that leaves it to its agents', { wrapupPrompt: 'agentRequested' }, 'can'],
  ['a mandatory wrap-up', { wrapupPrompt: 'mandatory' }, 'is not there'],
  ['a prompt of tomorrow', { wrapupPrompt: 'telepathic' }, 'is not there'],
])('after-call work with %s: %s', (_what, part, can) => {
  expect(whyNot(call({}, part), 'request-acw')).toBe(can)
})

test('after-call work is asked for once, and shows', () => {
  const one = call({ afterCallWorkRequired: true }, { wrapupPrompt: 'agentRequested' })
  expect(whyNot(one, 'request-acw')).toBe('You have asked for it')
  expect(marksOf(one).map(({ words }) => words)).toEqual(['After-call work requested'])
})

test('a flag is taken back where it was set', () => {
  expect(whyNot(call(), 'flag')).toBe('can')
  const flagged = call({}, { flaggedReason: 'general' })
  expect([whyNot(flagged, 'flag'), whyNot(flagged, 'unflag')]).toEqual(['is not there', 'can'])
})

describe('who only supervises', () => {
  test.each<[string, Partial<Participant>, string, string[]]>([
    [
      'listens',
      { monitoredParticipantId: 'p-customer' },
      'You only listen to this call',
      ['mute', 'hold', 'keypad', 'transfer', 'consult', 'invite', 'record'],
    ],
    [
      'coaches',
      { coachedParticipantId: 'p-customer' },
      'You only coach in this call',
      ['hold', 'transfer', 'consult', 'invite', 'record'],
    ],
    [
      'has barged in',
      { bargedParticipantId: 'p-customer' },
      'You have joined this call as a supervisor',
      ['transfer', 'consult', 'invite'],
    ],
  ])('%s: what is not theirs says why, and they can leave', (_what, part, why, verbs) => {
    const one = call({}, part)
    const refused = [...controlsFor(one, [], {}), ...moreFor(one, [], {})]
      .filter((control) => control.whyNot === why)
      .map(({ verb }) => verb)
    expect(refused.toSorted()).toEqual(verbs.toSorted())
    expect(whyNot(one, 'end')).toBe('can')
  })
})

describe('in a consult', () => {
  test('the call is not passed on by other ways', () => {
    const one = call({}, {}, asked)
    for (const verb of ['transfer', 'consult', 'invite', 'end'])
      expect(whyNot(one, verb)).toBe('Complete or cancel the consult first')
    expect(whyNot(one, 'hold')).toBe('can')
  })

  test('who is asked passes nothing on', () => {
    const one = call(
      {},
      { consultParticipantId: 'p-customer' },
      { ...asked, consultParticipantId: undefined },
    )
    expect(whyNot(one, 'transfer')).toBe('You are being consulted: the call is not yours yet')
    expect([whyNot(one, 'mute'), whyNot(one, 'end')]).toEqual(['can', 'can'])
  })
})

test('each lacking right is said on its own control', () => {
  const lacks = { keypad: 'k', consult: 'c', pause: 'p', acw: 'a', flag: 'f', invite: 'i' }
  const one = call({ recordingState: 'active' }, { wrapupPrompt: 'agentRequested' })
  const said = [...controlsFor(one, [], lacks), ...moreFor(one, [], lacks)].flatMap(
    ({ verb, whyNot: why }) => (why ? [`${verb} ${why}`] : []),
  )
  expect(said).toEqual([
    ...['keypad k', 'consult c', 'pause-recording p'],
    ...['invite i', 'flag f', 'request-acw a'],
  ])
})
