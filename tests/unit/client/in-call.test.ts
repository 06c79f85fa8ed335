import { expect, test } from 'vitest'
import { withEmulator } from '../emulator/visitor'
import { given, refusal, signIn } from './agent'
import { partOf, takeCall } from './phone'

test('an agent pauses what is recorded while a card number is said', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations } = ana
    const { conversationId: id, becomes } = await takeCall(emulator, ana)
    const change = (recordingState: string) =>
      conversations.patchConversationRecordingstate(id, { recordingState })
    expect(await change('PAUSED')).toBeUndefined()
    await becomes({ securePause: true, recordingState: 'paused' })
    expect(await conversations.getConversation(id)).toMatchObject({
      recordingState: 'PAUSED',
      securePause: true,
    })
    await change('ACTIVE')
    await becomes({ securePause: false, recordingState: 'active' })

    // The same by the path of calls, which answers the state.
    const put = (recordingState: string) =>
      conversations.putConversationsCallRecordingstate(id, { recordingState })
    expect(await put('PAUSED')).toBe('PAUSED')
    await becomes({ securePause: true })
    expect(await put('PAUSED')).toBe('PAUSED')
    expect(await refusal(put('NONE'))).toMatchObject({ status: 400, code: 'invalid.value' })
  }))

test('an agent flags the call, and takes the flag away', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations } = ana
    const { conversationId, participantId, becomes } = await takeCall(emulator, ana)
    await conversations.putConversationParticipantFlaggedreason(conversationId, participantId)
    await becomes({ flaggedReason: 'general' })
    await conversations.deleteConversationParticipantFlaggedreason(conversationId, participantId)
    await becomes(({ flaggedReason }) => flaggedReason === undefined)
  }))

test('an agent presses digits, as long as they are digits and there is a call', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations } = ana
    const { conversationId, participantId, becomes } = await takeCall(emulator, ana)
    const press = (digits: string) =>
      conversations.postConversationParticipantDigits(conversationId, participantId, {
        body: { digits },
      })
    expect(await press('12#,*')).toBeUndefined()
    expect(await refusal(press('zwölf'))).toMatchObject({ status: 400, code: 'invalid.value' })
    await conversations.postConversationDisconnect(conversationId)
    await becomes({ state: 'disconnected' })
    expect((await refusal(press('1'))).status).toBe(400)
  }))

test('an agent tags the conversation, and keeps what is not for everybody', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations } = ana
    const { conversationId: id } = await takeCall(emulator, ana)
    await conversations.putConversationTags(id, { externalTag: 'B-1042' })
    expect((await conversations.getConversation(id)).externalTag).toBe('B-1042')
    expect((await refusal(conversations.getConversationSecureattributes(id))).status).toBe(404)
    await conversations.putConversationSecureattributes(id, { attributes: { card: '4111' } })
    await conversations.patchConversationSecureattributes(id, { attributes: { iban: 'DE02' } })
    const { attributes } = await conversations.getConversationSecureattributes(id)
    expect(attributes).toEqual({ card: '4111', iban: 'DE02' })
    expect(partOf(ana, await conversations.getConversationsCall(id)).attributes).not.toHaveProperty(
      'card',
    )
  }))

test('an agent ends the communication, or the whole conversation', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations } = ana
    const { conversationId, participantId, becomes } = await takeCall(emulator, ana, 'Sales')
    const { participants } = await conversations.getConversation(conversationId)
    const own = participants.find(({ id }) => id === participantId)
    const end = (state: string) =>
      conversations.patchConversationsCallParticipantCommunication(
        conversationId,
        participantId,
        given(own?.calls?.[0]?.id),
        { state },
      )
    expect((await refusal(end('alerting'))).code).toBe('communication.state.required')
    await end('disconnected')
    await becomes({ state: 'disconnected', disconnectType: 'client' })

    const next = await takeCall(emulator, ana, 'Sales')
    await conversations.deleteConversation(next.conversationId)
    await next.becomes({ state: 'disconnected' })
    const { endTime } = await conversations.getConversation(next.conversationId)
    expect(endTime).toBeDefined()
  }))
