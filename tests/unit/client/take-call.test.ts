import { expect, test } from 'vitest'
import { control, type Json, withEmulator } from '../emulator/visitor'
import { given, signIn } from './agent'
import { customer, partOf, takeCall } from './phone'

test('an agent takes a call, holds, mutes, pauses the recording, takes notes and wraps up', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations, routing } = ana
    const { conversationId, participantId, becomes } = await takeCall(emulator, ana)
    const change = (body: Parameters<typeof conversations.patchConversationsCallParticipant>[2]) =>
      conversations.patchConversationsCallParticipant(conversationId, participantId, body)

    expect(await change({ held: true })).toBeUndefined()
    expect((await becomes({ held: true })).startHoldTime).toBeDefined()
    await change({ held: false })
    expect((await becomes({ held: false })).startHoldTime).toBeUndefined()
    await change({ muted: true })
    await becomes({ muted: true })
    await change({ muted: false, recording: false })
    await becomes({ muted: false, recordingState: 'none' })
    await change({ recording: true })
    await becomes({ recordingState: 'active' })

    await conversations.patchConversationParticipantAttributes(conversationId, participantId, {
      attributes: { ticket: 'B-1042', mood: 'patient' },
    })
    expect((await becomes({ held: false })).attributes.ticket).toBe('B-1042')
    const answered = await conversations.patchConversationsCallParticipantAttributes(
      conversationId,
      participantId,
      { attributes: { mood: 'happy' } },
    )
    expect(answered).toEqual({ attributes: { mood: 'happy' } })
    const { attributes } = await becomes({ state: 'connected' })
    expect(attributes).toEqual({ ticket: 'B-1042', mood: 'happy' })

    await change({ state: 'disconnected' })
    const ended = await becomes({ state: 'disconnected' })
    expect(ended).toMatchObject({ disconnectType: 'client', wrapupRequired: true })
    expect(ended.startAcwTime).toBeDefined()
    const { entities } = await routing.getRoutingQueueWrapupcodes(ended.queue.id)
    const code = given(entities?.[0])
    await change({ wrapup: { code: given(code.id), notes: 'Explained twice', tags: ['invoice'] } })
    const done = await becomes({ state: 'disconnected', wrapupRequired: true })
    expect(done.endAcwTime).toBeDefined()
    expect(done.wrapup).toMatchObject({ code: code.id, notes: 'Explained twice' })
    const assigned = await conversations.getConversationParticipantWrapup(
      conversationId,
      participantId,
    )
    expect(assigned).toMatchObject({ code: code.id, notes: 'Explained twice' })
  }))

test('an agent wraps up the communication rather than the participant', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations } = ana
    const { conversationId, participantId, becomes } = await takeCall(emulator, ana)
    const { participants } = await conversations.getConversation(conversationId)
    const own = participants.find(({ id }) => id === participantId)
    const communicationId = given(own?.calls?.[0]?.id)
    const codes = await conversations.getConversationsCallParticipantWrapupcodes(
      conversationId,
      participantId,
    )
    expect(codes.map(({ name }) => name)).toContain('Refund granted')
    await control(emulator, 'POST', `/conversations/${conversationId}/hangup`)
    await becomes({ state: 'disconnected', disconnectType: 'peer' })

    const wrapUp = (body: object) =>
      conversations.postConversationsCallParticipantCommunicationWrapup(
        conversationId,
        participantId,
        communicationId,
        { body },
      )
    await wrapUp({ provisional: true, notes: 'So far' })
    expect((await becomes({ state: 'disconnected' })).endAcwTime).toBeUndefined()
    await wrapUp({ code: given(codes[0]?.id), notes: 'In the end' })
    expect((await becomes({ state: 'disconnected' })).endAcwTime).toBeDefined()
    const assigned = await conversations.getConversationsCallParticipantCommunicationWrapup(
      conversationId,
      participantId,
      communicationId,
    )
    expect(assigned).toMatchObject({ code: codes[0]?.id, notes: 'In the end' })
  }))

test('an agent of a queue that does not ask for it leaves the wrap-up out', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations } = ana
    const { conversationId, participantId, becomes } = await takeCall(emulator, ana, 'Sales')
    // The same change by the path that is not for calls alone.
    await conversations.patchConversationParticipant(conversationId, participantId, {
      state: 'disconnected',
    })
    expect((await becomes({ state: 'disconnected' })).wrapupRequired).toBe(false)
    await conversations.patchConversationsCallParticipant(conversationId, participantId, {
      wrapupSkipped: true,
    })
    expect((await becomes({ state: 'disconnected' })).wrapupSkipped).toBe(true)
  }))

test('an agent sees the conversation in every form, until it is over', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations } = ana
    const { conversationId, participantId, becomes } = await takeCall(emulator, ana)

    const one = await conversations.getConversation(conversationId)
    expect(one.participants.map(({ purpose }) => purpose)).toEqual(['customer', 'acd', 'agent'])
    expect(one.participants[2]).toMatchObject({ userId: ana.id, queueName: 'Billing' })
    expect(one.participants[2]?.calls?.[0]).toMatchObject({ state: 'connected', held: false })
    const call = await conversations.getConversationsCall(conversationId)
    expect(partOf(ana, call)).toMatchObject({ state: 'connected', user: { id: ana.id } })
    expect(call.participants?.[0]).toMatchObject({
      name: customer.name,
      address: `tel:${customer.number}`,
    })

    const ids = ({ entities }: { entities?: Json[] }) => entities?.map(({ id }) => id)
    expect(ids(await conversations.getConversations())).toEqual([conversationId])
    expect(ids(await conversations.getConversations({ communicationType: 'Call' }))).toEqual([
      conversationId,
    ])
    expect(ids(await conversations.getConversations({ communicationType: 'Chat' }))).toEqual([])
    expect(ids(await conversations.getConversationsCalls())).toEqual([conversationId])

    await conversations.postConversationDisconnect(conversationId)
    await becomes({ state: 'disconnected' })
    const [, , agent] = (await conversations.getConversation(conversationId)).participants
    expect(agent?.id).toBe(participantId)
    expect(agent?.calls?.[0]?.state).toBe('disconnected')
  }))
