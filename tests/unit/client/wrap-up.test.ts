import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { control, withEmulator } from '../emulator/visitor'
import { type Agent, given, refusal, signIn } from './agent'
import { takeCall } from './phone'
import { withTime } from './time'

/** A call of the agent's for that queue, with all that wrapping it up takes. */
async function work(emulator: Emulator, agent: Agent, queueName: string) {
  const line = await takeCall(emulator, agent, queueName)
  const { conversationId: id, participantId } = line
  const { conversations } = agent
  async function leg() {
    const { participants } = await conversations.getConversation(id)
    return given(participants.find((one) => one.id === participantId)?.calls?.[0])
  }
  const legId = given((await leg()).id)
  const codes = await conversations.getConversationParticipantWrapupcodes(id, participantId)
  return {
    ...line,
    leg,
    codes,
    code: given(codes[0]?.id),
    hangUp: () => control(emulator, 'POST', `/conversations/${id}/hangup`),
    wrapUp: (body: object) =>
      conversations.postConversationsCallParticipantCommunicationWrapup(id, participantId, legId, {
        body,
      }),
    assigned: (provisional?: boolean) =>
      conversations.getConversationsCallParticipantCommunicationWrapup(id, participantId, legId, {
        ...(provisional !== undefined && { provisional }),
      }),
    ofParticipant: () => conversations.getConversationsCallParticipantWrapup(id, participantId),
    request: (afterCallWorkRequired: boolean) =>
      conversations.patchConversationsAftercallworkConversationIdParticipantCommunication(
        id,
        participantId,
        legId,
        { afterCallWorkRequired },
      ),
  }
}

describe('an agent wraps up', () => {
  test('with a code that has to be given, and can be drafted before', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const call = await work(emulator, ana, 'Billing')
      const { hangUp, wrapUp, assigned, ofParticipant, becomes, code } = call
      await wrapUp({ provisional: true, notes: 'So far' })
      expect(await assigned()).toEqual({})
      expect(await assigned(true)).toMatchObject({ notes: 'So far' })
      await hangUp()
      await becomes({ wrapupPrompt: 'mandatory', wrapupRequired: true })
      expect(await refusal(wrapUp({ notes: 'Which?' }))).toMatchObject({
        status: 400,
        code: 'missing.wrapup.code',
      })
      expect((await ana.users.getUserRoutingstatus(ana.id)).status).toBe('INTERACTING')
      await wrapUp({ code, tags: ['invoice'] })
      await becomes(({ endAcwTime }) => endAcwTime !== undefined)
      expect(await assigned()).toMatchObject({ code, tags: ['invoice'] })
      expect(await ofParticipant()).toEqual(await assigned())
      expect((await ana.users.getUserRoutingstatus(ana.id)).status).toBe('IDLE')
    }))

  test('within the time the queue gives, or not at all', () =>
    withTime(async (emulator, pass) => {
      const ana = await signIn(emulator)
      const { hangUp, becomes } = await work(emulator, ana, 'Returns')
      await hangUp()
      const owed = await becomes({ wrapupPrompt: 'timeout' })
      expect(owed.endAcwTime).toBeUndefined()
      pass(owed.wrapupTimeoutMs - 2_000)
      expect((await ana.users.getUserRoutingstatus(ana.id)).status).toBe('INTERACTING')
      pass(2_000)
      const done = await becomes(({ endAcwTime }) => endAcwTime !== undefined)
      expect(done.wrapup.code).toBe('ININ-WRAP-UP-TIMEOUT')
      expect((await ana.users.getUserRoutingstatus(ana.id)).status).toBe('IDLE')
    }))

  test('only on request, where the queue leaves it to them', () =>
    withEmulator(async (emulator) => {
      const emeka = await signIn(emulator, 'Emeka Nwachukwu')
      const call = await work(emulator, emeka, 'Loyalty')
      const { hangUp, becomes, request, wrapUp, code } = call
      const isRequired = async () => (await call.leg()).afterCallWorkRequired
      expect(await isRequired()).toBe(false)
      expect(await request(true)).toEqual({ afterCallWorkRequired: true })
      expect(await isRequired()).toBe(true)
      await request(false)
      expect(await isRequired()).toBe(false)
      await request(true)
      await hangUp()
      const owed = await becomes({ state: 'disconnected' })
      expect(owed).toMatchObject({ wrapupPrompt: 'agentRequested', wrapupRequired: true })
      await wrapUp({ code })
      await becomes(({ endAcwTime }) => endAcwTime !== undefined)
    }))

  test('not, when they have not asked for it there', () =>
    withEmulator(async (emulator) => {
      const emeka = await signIn(emulator, 'Emeka Nwachukwu')
      const { hangUp, becomes, request } = await work(emulator, emeka, 'Loyalty')
      await hangUp()
      expect((await becomes({ state: 'disconnected' })).wrapupRequired).toBe(false)
      expect((await emeka.users.getUserRoutingstatus(emeka.id)).status).toBe('IDLE')
      expect((await refusal(request(true))).status).toBe(400)
    }))
})

test('wrap-up codes are the queue’s, and every one of the organisation’s by itself', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { routing } = ana
    const { codes } = await work(emulator, ana, 'Billing')
    const { entities } = await routing.getRoutingQueues({ name: 'Billing' })
    const ofQueue = await routing.getRoutingQueueWrapupcodes(given(entities?.[0]?.id))
    expect(codes.map(({ name }) => name).sort()).toEqual(
      ofQueue.entities?.map(({ name }) => name).sort(),
    )
    const named = await routing.getRoutingWrapupcodes({ name: 'Refund*', pageSize: 100 })
    expect(named.entities?.map(({ name }) => name)).toEqual(['Refund granted', 'Refund refused'])
    const one = await routing.getRoutingWrapupcode(given(named.entities?.[0]?.id))
    expect(one.name).toBe('Refund granted')
    expect(await refusal(routing.getRoutingWrapupcode('nothing'))).toMatchObject({
      status: 400,
      code: 'invalid.id',
    })
  }))
