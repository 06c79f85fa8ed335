import { expect, test } from 'vitest'
import { control, withEmulator } from '../emulator/visitor'
import { given, listen, refusal, signIn } from './agent'
import { customerCalls, goOnQueue, ring } from './phone'

test('an agent changes their presence, says why, and goes on queue', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { id, presence, users } = ana
    const { heard } = await listen(ana, 'presence', 'routingStatus')
    const { entities, total } = await presence.getPresenceDefinitions0()
    expect(entities).toHaveLength(given(total))
    const meal = entities?.find(({ systemPresence }) => systemPresence === 'Meal')

    const changed = await presence.patchUserPresencesPurecloud(id, {
      presenceDefinition: { id: given(meal?.id) },
      message: 'Back at one',
    })
    expect(changed).toMatchObject({ message: 'Back at one', source: 'PURECLOUD' })
    expect(changed.presenceDefinition?.systemPresence).toBe('Meal')
    await heard('presence', (body) => body.presenceDefinition.systemPresence === 'MEAL')
    expect((await users.getUserRoutingstatus(id)).status).toBe('OFF_QUEUE')

    await goOnQueue(ana)
    await heard('presence', (body) => body.presenceDefinition.systemPresence === 'ON_QUEUE')
    await heard('routingStatus', (body) => body.routingStatus.status === 'IDLE')
    const now = await presence.getUserPresencesPurecloud(id)
    expect(now.presenceDefinition?.systemPresence).toBe('On Queue')
    expect((await users.getUserRoutingstatus(id)).status).toBe('IDLE')
  }))

test('an agent who declines a call comes back by the routing status', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { id, conversations, users } = ana
    const ears = await listen(ana, 'conversations.calls', 'routingStatus')
    await goOnQueue(ana)
    await customerCalls(emulator, 'Billing')
    const { conversationId, participantId } = await ring(ana, ears)
    await conversations.patchConversationsCallParticipant(conversationId, participantId, {
      state: 'disconnected',
    })
    const isMissed = (body: { routingStatus: { status: string } }) =>
      body.routingStatus.status === 'NOT_RESPONDING'
    await ears.heard('routingStatus', isMissed)
    // The caller has waited all the while: back from there, the same call rings again.
    const back = await users.putUserRoutingstatus(id, { status: 'IDLE' })
    expect(back.userId).toBe(id)
    const again = await ring(ana, ears)
    expect(again.conversationId).toBe(conversationId)
    expect(again.participantId).not.toBe(participantId)
    await control(emulator, 'POST', `/conversations/${conversationId}/hangup`)
  }))

test('nobody changes the presence of another', () =>
  withEmulator(async (emulator) => {
    const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
    const { presenceDefinition } = await ana.presence.getUserPresencesPurecloud(ben.id)
    expect(
      await refusal(
        ana.presence.patchUserPresencesPurecloud(ben.id, {
          presenceDefinition: { id: given(presenceDefinition?.id) },
        }),
      ),
    ).toMatchObject({ status: 403, code: 'presence.not.authorized.update.other.user.presence' })
  }))
