import { describe, expect, test } from 'vitest'
import type { Conversation } from '../../emulator/conversation/call'
import { addParticipant } from '../../emulator/conversation/change'
import { startConference } from '../../emulator/conversation/conference'
import { toEvent } from '../../emulator/conversation/event'
import { steps } from '../../emulator/conversation/machine'
import { toCallEvent, toCallRest } from '../../emulator/conversation/media'
import { recordingOf } from '../../emulator/conversation/recording'
import { toRest } from '../../emulator/conversation/rest'
import { consulted } from './consulting'
import { as, become, ben, moment, of, refusal, ringing, talking } from './line'

const division = { id: 'home', name: 'Home' }
const pause = (paused: boolean, userId = 'ana') =>
  ({ type: 'pauseRecording', userId, paused }) as const

describe('secure pause', () => {
  test('pauses whatever is recorded, and each form of the call tells it in its own spelling', () => {
    const call = become(talking(), 4000, pause(true))
    const own = of(call, 'ana').id
    const rest = toRest(call, division)
    const event = toEvent(call, division)
    const callRest = toCallRest(call, division)
    const callEvent = toCallEvent(call, division)

    expect([rest.recordingState, rest.securePause]).toEqual(['PAUSED', true])
    for (const form of [event, callRest, callEvent]) {
      expect([form.recordingState, form.securePause]).toEqual(['paused', true])
    }
    const paused = { recording: true, recordingState: 'paused', securePause: true }
    for (const { participants = [] } of [rest, event]) {
      expect(participants.find(({ id }) => id === own)?.calls?.[0]).toMatchObject(paused)
    }
    for (const { participants } of [callRest, callEvent]) {
      expect(participants.find(({ id }) => id === own)).toMatchObject(paused)
    }
    // The customer's own leg is not recorded: nothing of it is paused.
    const quiet = { recordingState: 'none', securePause: false }
    expect(rest.participants?.[0]?.calls?.[0]).toMatchObject(quiet)
    expect(callRest.participants[0]).toMatchObject(quiet)
  })

  test('ends by resuming', () => {
    const call = become(talking(), 4000, pause(true), pause(false))
    expect(recordingOf(call)).toBe('active')
    expect(toRest(call, division)).toMatchObject({ recordingState: 'ACTIVE', securePause: false })
  })

  test('changes nothing where nothing is recorded', () => {
    const before = talking()
    const call = become(before, 4000, { type: 'record', recording: false, ...as(before, 'ana') })
    expect(steps(call, [pause(true)], moment(5000))).toEqual({ conversation: call })
    expect(recordingOf(call)).toBe('none')
  })

  const transferType = 'Unattended'
  const handedOver = (before: Conversation) => {
    const command = { type: 'transfer', destination: { agent: ben }, transferType } as const
    const rings = become(before, 5000, { ...command, ...as(before, 'ana') })
    return become(rings, 6000, { type: 'answer', ...as(rings, 'ben') })
  }

  test.each<[string, (before: Conversation) => Conversation]>([
    ['transferred to', handedOver],
    ['consulted', (before) => consulted('DESTINATION', before)],
  ])('goes on with an agent who is %s', (_what, change) => {
    const call = change(become(talking(), 4000, pause(true)))
    expect(of(call, 'ben').call).toMatchObject({ recording: true, paused: true })
    expect(recordingOf(call)).toBe('paused')
    const resumed = change(become(talking(), 4000, pause(true), pause(false)))
    expect(recordingOf(resumed)).toBe('active')
  })

  test('of one does not hide that another is recorded', () => {
    const before = become(talking(), 4000, pause(true))
    const third = { ...of(talking(), 'ana'), id: 'third' }
    expect(recordingOf(addParticipant(before, third))).toBe('active')
  })

  test('is not of a leg that is over, nor is recording', () => {
    const call = handedOver(become(talking(), 4000, pause(true)))
    const left = toCallRest(call, division).participants.find(({ id }) => id === of(call, 'ana').id)
    expect(left).toMatchObject({ recording: false, recordingState: 'none', securePause: false })
  })

  test.each([
    ['goes on', true, 'paused'],
    ['is not there', false, 'active'],
  ])('%s in a conference made of the call, whose user stays muted', (_what, paused, expected) => {
    const before = talking()
    const call = become(before, 4000, pause(paused), {
      type: 'mute',
      muted: true,
      ...as(before, 'ana'),
    })
    const parties = [of(call, 'customer'), of(talking(), 'customer')]
    const conference = startConference(call, of(call, 'ana'), parties, [], moment(5000))
    expect(of(conference, 'ana').call).toMatchObject({ recording: true, muted: true })
    expect(recordingOf(conference)).toBe(expected)
    const invitation = { type: 'invite', destinations: [{ agent: ben }] } as const
    const rings = become(conference, 6000, { ...invitation, ...as(conference, 'ana') })
    expect(recordingOf(become(rings, 7000, { type: 'answer', ...as(rings, 'ben') }))).toBe(expected)
  })

  test.each([
    [
      'a call that only rings',
      ringing(),
      'ana',
      'conversation.error.forbidden.not.active.participant',
    ],
    ['a call of others', talking(), 'ben', 'conversation.error.forbidden.not.active.participant'],
    [
      'a call that is over',
      become(talking(), 5000, { type: 'callerHangsUp' }),
      'ana',
      'conversation.error.conversation.disconnected',
    ],
  ])('is refused for %s', (_what, call, userId, code) => {
    expect(refusal(call, pause(true, userId))).toBe(code)
  })
})
