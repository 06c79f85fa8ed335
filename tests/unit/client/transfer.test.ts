import { describe, expect, test } from 'vitest'
import { contacts } from '../../emulator/org/contacts'
import { control, type Json, withEmulator } from '../emulator/visitor'
import { type Agent, given, listen, refusal, signIn } from './agent'
import { goOnQueue, type Line, partOf, ring, takeCall } from './phone'

type Way = (agent: Agent, line: Line, to: string) => Promise<void>

const toBen: [string, Way][] = [
  [
    'replace/agent',
    ({ conversations }, { conversationId, participantId }, userId) =>
      conversations.postConversationParticipantReplaceAgent(conversationId, participantId, {
        userId,
      }),
  ],
  [
    'the deprecated replace',
    ({ conversations }, { conversationId, participantId }, userId) =>
      conversations.postConversationParticipantReplace(conversationId, participantId, {
        userId,
        transferType: 'Unattended',
      }),
  ],
  [
    'the replace of calls',
    ({ conversations }, { conversationId, participantId }, userId) =>
      conversations.postConversationsCallParticipantReplace(conversationId, participantId, {
        userId,
      }),
  ],
]

const toRepairs: [string, Way][] = [
  [
    'replace/queue',
    ({ conversations }, { conversationId, participantId }, queueId) =>
      conversations.postConversationParticipantReplaceQueue(conversationId, participantId, {
        queueId,
        transferType: 'Unattended',
      }),
  ],
  [
    'the deprecated replace',
    ({ conversations }, { conversationId, participantId }, queueId) =>
      conversations.postConversationParticipantReplace(conversationId, participantId, { queueId }),
  ],
  [
    'the replace of calls',
    ({ conversations }, { conversationId, participantId }, queueId) =>
      conversations.postConversationsCallParticipantReplace(conversationId, participantId, {
        queueId,
      }),
  ],
]

const toNumber: [string, Way][] = [
  [
    'transfer by address',
    ({ conversations }, { conversationId, participantId }, address) =>
      conversations.postConversationParticipantTransfer(conversationId, participantId, {
        address,
        transferType: 'Unattended',
      }),
  ],
  [
    'the deprecated replace/external',
    ({ conversations }, { conversationId, participantId }, address) =>
      conversations.postConversationParticipantReplaceExternal(conversationId, participantId, {
        address,
      }),
  ],
  [
    'the deprecated replace',
    ({ conversations }, { conversationId, participantId }, address) =>
      conversations.postConversationParticipantReplace(conversationId, participantId, { address }),
  ],
]

const answer = ({ conversations }: Agent, { conversationId, participantId }: Line) =>
  conversations.patchConversationsCallParticipant(conversationId, participantId, {
    state: 'connected',
  })

describe('two agents pass a call on', () => {
  test.each(toBen)('to each other, by %s', (_name, transfer) =>
    withEmulator(async (emulator) => {
      const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
      const ears = await listen(ben, 'conversations.calls')
      const line = await takeCall(emulator, ana)
      await transfer(ana, line, ben.id)
      expect((await line.becomes({ state: 'disconnected' })).disconnectType).toBe('transfer')

      const bens = await ring(ben, ears)
      expect(bens.conversationId).toBe(line.conversationId)
      await answer(ben, bens)
      expect((await bens.becomes({ state: 'connected' })).queue.id).toBeDefined()
      const { recentTransfers } = await ben.conversations.getConversation(line.conversationId)
      expect(recentTransfers?.[0]).toMatchObject({
        state: 'Complete',
        initiator: { userId: ana.id },
        destination: { userId: ben.id },
      })
    }),
  )

  test.each(toRepairs)('to a queue, by %s', (_name, transfer) =>
    withEmulator(async (emulator) => {
      const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
      const ears = await listen(ben, 'conversations.calls')
      await goOnQueue(ben)
      const line = await takeCall(emulator, ana)
      const { entities } = await ana.routing.getRoutingQueues({ name: 'Repairs' })
      await transfer(ana, line, given(entities?.[0]?.id))
      await line.becomes({ state: 'disconnected' })

      const bens = await ring(ben, ears)
      await answer(ben, bens)
      const { queue } = await bens.becomes({ state: 'connected' })
      expect(queue).toMatchObject({ id: entities?.[0]?.id, name: 'Repairs' })
    }),
  )

  test.each(toNumber)('to a number outside, by %s', (_name, transfer) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const line = await takeCall(emulator, ana)
      await transfer(ana, line, '+14635550199')
      await line.becomes({ state: 'disconnected' })
      const { participants } = await ana.conversations.getConversation(line.conversationId)
      const outside = participants.at(-1)
      expect(outside).toMatchObject({ purpose: 'external', address: 'tel:+14635550199' })
      expect(outside?.calls?.[0]).toMatchObject({ state: 'connected', direction: 'outbound' })
    }),
  )

  test('to an external contact, on the phone of theirs that is asked for', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { conversationId, participantId, becomes } = await takeCall(emulator, ana)
      const [couriers] = contacts
      const replace = (phoneType: string) =>
        ana.conversations.postConversationParticipantReplaceContactExternal(
          conversationId,
          participantId,
          { contactId: given(couriers?.id), phoneType },
        )
      expect((await refusal(replace('HomePhone'))).status).toBe(400)
      await replace('CellPhone')
      await becomes({ state: 'disconnected', disconnectType: 'transfer' })
      const { participants } = await ana.conversations.getConversation(conversationId)
      expect(participants.at(-1)).toMatchObject({
        name: couriers?.name,
        address: `tel:${couriers?.phones.CellPhone}`,
      })
    }))

  test('attended: the first keeps the customer until the second has answered', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
      const ears = await listen(ben, 'conversations.calls')
      const line = await takeCall(emulator, ana)
      const { conversationId, participantId } = line
      await ana.conversations.postConversationParticipantReplaceAgent(
        conversationId,
        participantId,
        { userId: ben.id, transferType: 'Attended' },
      )
      const bens = await ring(ben, ears)
      const before = await ana.conversations.getConversationsCall(conversationId)
      expect(partOf(ana, before).state).toBe('connected')
      await answer(ben, bens)
      expect((await line.becomes({ state: 'disconnected' })).disconnectType).toBe('transfer')
      await control(emulator, 'POST', `/conversations/${conversationId}/hangup`)
      const ended: Json = await bens.becomes({ state: 'disconnected' })
      expect(ended.startAcwTime).toBeDefined()
    }))
})
