import { expect, test } from 'vitest'
import { control, type Json, withEmulator } from '../emulator/visitor'
import { type Agent, given, listen, refusal, signIn } from './agent'
import { customerCalls, goOnQueue, type Line, ring, takePresence } from './phone'

const topics = ['conversations.calls', 'conversationsummary', 'presence', 'routingStatus'] as const

const isStatus = (status: string) => (body: Json) => body.routingStatus.status === status

async function answer({ conversations }: Agent, { conversationId, participantId, becomes }: Line) {
  await conversations.patchConversationsCallParticipant(conversationId, participantId, {
    state: 'connected',
  })
  await becomes({ state: 'connected' })
}

/** The first code of the queue the agent worked for. */
async function wrapUp({ conversations }: Agent, { conversationId, participantId, becomes }: Line) {
  const [code] = await conversations.getConversationParticipantWrapupcodes(
    conversationId,
    participantId,
  )
  await conversations.patchConversationsCallParticipant(conversationId, participantId, {
    wrapup: { code: given(code?.id) },
  })
  const { wrapup } = await becomes(({ endAcwTime }) => endAcwTime !== undefined)
  expect(wrapup.code).toBe(code?.id)
}

test('two agents of the official client work a morning', () =>
  withEmulator(async (emulator) => {
    const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
    const anas = await listen(ana, ...topics)
    const bens = await listen(ben, ...topics)
    await Promise.all([goOnQueue(ana), goOnQueue(ben)])

    // Two customers call: one rings, the other waits.
    const first = await customerCalls(emulator, 'Billing')
    const second = await customerCalls(emulator, 'Billing')
    const line = await ring(ana, anas)
    expect(line.conversationId).toBe(first)
    await answer(ana, line)
    await anas.heard('routingStatus', isStatus('INTERACTING'))
    await ana.conversations.patchConversationsCallParticipant(first, line.participantId, {
      state: 'disconnected',
    })
    await line.becomes({ state: 'disconnected' })
    await wrapUp(ana, line)

    // Free again, she gets the one that waited, and passes it on to the technicians.
    const next = await ring(ana, anas)
    expect(next.conversationId).toBe(second)
    await answer(ana, next)
    const { entities } = await ana.routing.getRoutingQueues({ name: 'Repairs' })
    await ana.conversations.postConversationParticipantReplaceQueue(second, next.participantId, {
      queueId: given(entities?.[0]?.id),
    })
    await next.becomes({ disconnectType: 'transfer' })
    await wrapUp(ana, next)
    const passedOn = await ring(ben, bens)
    expect(passedOn.conversationId).toBe(second)
    await answer(ben, passedOn)
    await control(emulator, 'POST', `/conversations/${second}/hangup`)
    await passedOn.becomes({ state: 'disconnected', disconnectType: 'peer' })
    await wrapUp(ben, passedOn)

    // Lunch for her, while he is free for the next; then she goes home.
    await anas.heard('routingStatus', isStatus('IDLE'))
    await takePresence(ana, 'Meal')
    await anas.heard('routingStatus', isStatus('OFF_QUEUE'))
    expect((await ben.users.getUserRoutingstatus(ben.id)).status).toBe('IDLE')
    const { entities: open } = await ana.conversations.getConversations()
    expect(open).toEqual([])
    await takePresence(ana, 'Offline')
    await ana.tokens.deleteTokensMe()
    expect((await refusal(ana.users.getUsersMe())).status).toBe(401)
  }))
