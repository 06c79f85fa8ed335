import { expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { given, listen, signIn } from '../client/agent'
import { takeCall } from '../client/phone'
import { control, withEmulator } from './visitor'

/** Ana talks to a customer of her queue, and asks for Break. */
async function askInCall(emulator: Emulator) {
  await control(emulator, 'POST', '/switches', { requestingOffQueue: true })
  const ana = await signIn(emulator)
  const { id, presence } = ana
  const line = await takeCall(emulator, ana)
  const ears = await listen(ana, 'presence', 'routingStatus')
  const { entities } = await presence.getPresenceDefinitions0()
  const idOf = (name: string) => given(entities?.find((one) => one.systemPresence === name)?.id)
  const choose = (name: string) =>
    presence.patchUserPresencesPurecloud(id, { presenceDefinition: { id: idOf(name) } })
  const now = () => presence.getUserPresencesPurecloud(id)
  const hangUp = () => control(emulator, 'POST', `/conversations/${line.conversationId}/hangup`)
  return { ana, line, ears, asked: await choose('Break'), choose, now, hangUp }
}

/** With the first code that the queue offers. */
async function wrapUp({ ana, line }: Awaited<ReturnType<typeof askInCall>>) {
  const { conversations } = ana
  const { conversationId: id, participantId } = line
  const { participants } = await conversations.getConversation(id)
  const leg = participants.find((one) => one.id === participantId)?.calls?.[0]
  const codes = await conversations.getConversationParticipantWrapupcodes(id, participantId)
  await conversations.postConversationsCallParticipantCommunicationWrapup(
    id,
    participantId,
    given(leg?.id),
    { body: { code: given(codes[0]?.id) } },
  )
}

test('off queue, asked for in a call, is told as what follows, and follows when its work has ended', () =>
  withEmulator(async (emulator) => {
    const scene = await askInCall(emulator)
    const { asked, ears, now, hangUp } = scene
    expect(asked.presenceDefinition?.systemPresence).toBe('On Queue')
    expect(asked.futurePresenceDefinition?.systemPresence).toBe('Break')
    await ears.heard('presence', (one) => one.futurePresenceDefinition?.systemPresence === 'BREAK')
    await hangUp()
    // The after-call work is still to be done.
    expect((await now()).futurePresenceDefinition?.systemPresence).toBe('Break')
    await wrapUp(scene)
    await ears.heard('presence', (one) => one.presenceDefinition.systemPresence === 'BREAK')
    await ears.heard('routingStatus', (one) => one.routingStatus.status === 'OFF_QUEUE')
    expect((await now()).futurePresenceDefinition).toBeUndefined()
  }))

test('asking for On Queue again takes it back', () =>
  withEmulator(async (emulator) => {
    const { ears, choose } = await askInCall(emulator)
    const back = await choose('OnQueue')
    expect(back.presenceDefinition?.systemPresence).toBe('On Queue')
    expect(back.futurePresenceDefinition).toBeUndefined()
    await ears.heard('presence', (one) => !one.futurePresenceDefinition)
  }))

test('where the organization wants no such thing it is at once, and the settings say which it is', () =>
  withEmulator(async (emulator) => {
    const { choose, now } = await askInCall(emulator)
    await control(emulator, 'POST', '/switches', { requestingOffQueue: false })
    await choose('Meal')
    const at = await now()
    expect(at.presenceDefinition?.systemPresence).toBe('Meal')
    expect(at.futurePresenceDefinition).toBeUndefined()
  }))
