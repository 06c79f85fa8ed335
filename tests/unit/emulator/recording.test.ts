import { describe, expect, test } from 'vitest'
import { toEvent } from '../../emulator/conversation/event'
import { steps } from '../../emulator/conversation/machine'
import { toCallEvent, toCallRest } from '../../emulator/conversation/media'
import { recordingOf } from '../../emulator/conversation/recording'
import { toRest } from '../../emulator/conversation/rest'
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

  test('does not reach an agent who comes later', () => {
    const before = become(talking(), 4000, pause(true))
    const destination = { agent: ben }
    const rings = become(before, 5000, {
      type: 'transfer',
      destination,
      transferType: 'Unattended',
      ...as(before, 'ana'),
    })
    const call = become(rings, 6000, { type: 'answer', ...as(rings, 'ben') })
    expect(recordingOf(call)).toBe('active')
    // Nor does the pause of one hide that another is recorded.
    const both = { ...call, participants: [...before.participants, of(call, 'ben')] }
    expect(recordingOf(both)).toBe('active')
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
