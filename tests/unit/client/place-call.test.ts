import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { contacts } from '../../emulator/org/contacts'
import { type Agent, given, listen, ofCalls, refusal, signIn } from './agent'
import { sees } from './parties'
import { partOf, ring } from './phone'
import { withTime } from './time'

const phoneNumber = '+493055500142'
/** Until the own phone is taken up, and until the far end answers. */
const [takenUpMs, answersMs] = [600, 2_500]

type Request = Parameters<Agent['conversations']['postConversationsCalls']>[0]

/** Ana places a call: its id, what she sees of it, and her end of it. */
async function place(emulator: Emulator, request: Request) {
  const ana = await signIn(emulator)
  const ears = await listen(ana, ...ofCalls)
  const { id, selfUri } = await ana.conversations.postConversationsCalls(request)
  expect(selfUri).toBe(`/api/v2/conversations/calls/${id}`)
  const conversationId = given(id)
  const placed = await sees(ears, conversationId, {})
  const { id: participantId } = partOf(ana, placed)
  return {
    ana,
    id: conversationId,
    participantId,
    placed,
    told: (parties: Readonly<Record<string, string>>) => sees(ears, conversationId, parties),
    hangUp: () =>
      ana.conversations.patchConversationsCallParticipant(conversationId, participantId, {
        state: 'disconnected',
      }),
  }
}

async function queueNamed(emulator: Emulator, name: string): Promise<string> {
  const { routing } = await signIn(emulator)
  const { entities } = await routing.getRoutingQueues({ name })
  return given(entities?.[0]?.id)
}

describe('an agent calls', () => {
  test('a customer on behalf of a queue, and has it in the history afterwards', () =>
    withTime(async (emulator, pass) => {
      const callFromQueueId = await queueNamed(emulator, 'Billing')
      const call = await place(emulator, {
        phoneNumber,
        callFromQueueId,
        callerId: '+13175550000',
        callerIdName: 'Larkfield',
        attributes: { concern: 'Refund' },
        uuiData: '48656c6c6f;encoding=hex',
      })
      expect(partOf(call.ana, call.placed)).toMatchObject({
        state: 'contacting',
        direction: 'outbound',
        purpose: 'agent',
        queue: { id: callFromQueueId },
      })
      pass(takenUpMs)
      const dials = await call.told({ Ana: 'dialing', customer: 'dialing' })
      expect(dials.participants[1]).toMatchObject({
        address: `tel:${phoneNumber}`,
        ani: 'tel:+13175550000',
        dnis: `tel:${phoneNumber}`,
        attributes: { concern: 'Refund' },
      })
      const early = await refusal(
        call.ana.conversations.patchConversationsCallParticipant(call.id, call.participantId, {
          held: true,
        }),
      )
      expect(early).toMatchObject({ status: 400, code: 'conversation.error.hold.alerting' })
      pass(answersMs)
      const talks = await call.told({ Ana: 'connected', customer: 'connected' })
      expect(talks.recordingState).toBe('active')
      const { conversations } = call.ana
      expect((await conversations.getConversationsCallsHistory()).entities).toEqual([])

      await call.hangUp()
      const over = await call.told({ Ana: 'disconnected client', customer: 'disconnected peer' })
      expect(partOf(call.ana, over)).toMatchObject({ wrapupRequired: true })
      const { entities, total } = await conversations.getConversationsCallsHistory({ pageSize: 5 })
      expect(total).toBe(1)
      expect(entities?.[0]).toMatchObject({
        id: call.id,
        direction: 'outbound',
        wentToVoicemail: false,
      })
      const never = await conversations.getConversationsCallsHistory({
        interval: '2001-01-01T00:00:00Z/2001-01-02T00:00:00Z',
      })
      expect(never.entities).toEqual([])
    }))

  test.each([
    ['is busy', '+4930555 0001', 'disconnected endpoint', 486],
    ['cannot be reached', '+4930555 0003', 'disconnected error', 404],
  ])('a number that %s', (_why, number, external, code) =>
    withTime(async (emulator, pass) => {
      const call = await place(emulator, { phoneNumber: number })
      pass(takenUpMs)
      await call.told({ Ana: 'dialing', external: 'dialing' })
      pass(answersMs)
      await call.told({ Ana: 'disconnected peer', external })
      const { endTime, participants } = await call.ana.conversations.getConversation(call.id)
      expect(endTime).toBeDefined()
      expect(participants[1]?.calls?.[0]?.disconnectReasons?.[0]).toMatchObject({
        type: 'sip',
        code,
      })
    }),
  )

  test('an external contact, who is told as such', () =>
    withTime(async (emulator, pass) => {
      const [couriers] = contacts
      const externalContactId = given(couriers?.id)
      const call = await place(emulator, { phoneNumber, externalContactId })
      pass(takenUpMs)
      const { participants } = await call.told({ Ana: 'dialing', external: 'dialing' })
      expect(participants[1]).toMatchObject({
        name: couriers?.name,
        address: `tel:${phoneNumber}`,
        externalContact: { id: externalContactId },
      })
    }))

  test('a number, and thinks better of it', () =>
    withTime(async (emulator, pass) => {
      const call = await place(emulator, { phoneNumber })
      pass(takenUpMs)
      await call.told({ Ana: 'dialing' })
      await call.hangUp()
      await call.told({ Ana: 'disconnected client', external: 'disconnected peer' })
    }))

  test('a colleague, who answers and hangs up', () =>
    withTime(async (emulator, pass) => {
      const ben = await signIn(emulator, 'Ben Okafor')
      const bens = await listen(ben, ...ofCalls)
      const call = await place(emulator, { callUserId: ben.id })
      pass(takenUpMs)
      const line = await ring(ben, bens)
      expect(line.conversationId).toBe(call.id)
      const change = (state: string) =>
        ben.conversations.patchConversationsCallParticipant(call.id, line.participantId, { state })
      await change('connected')
      await call.told({ Ana: 'connected', Ben: 'connected' })
      await change('disconnected')
      await call.told({ Ana: 'disconnected peer', Ben: 'disconnected client' })
      const { entities } = await ben.conversations.getConversationsCallsHistory()
      expect(entities?.[0]).toMatchObject({ id: call.id, direction: 'inbound' })
    }))
})

test('a call to nobody, to two at once, or to oneself is not placed', () =>
  withTime(async (emulator) => {
    const { id, conversations } = await signIn(emulator)
    const place = (request: Request) => refusal(conversations.postConversationsCalls(request))
    expect(await place({})).toMatchObject({
      status: 400,
      code: 'missing.create.conversation.destination.parameter',
    })
    expect(await place({ phoneNumber, callUserId: id })).toMatchObject({
      status: 400,
      code: 'too.many.create.conversation.parameters',
    })
    expect(await place({ phoneNumber: 'Ada' })).toMatchObject({ code: 'invalid.value' })
    expect(await place({ phoneNumber, externalContactId: id })).toMatchObject({
      status: 400,
      code: 'conversation.error.invalid.external.contact',
    })
    expect(await place({ callUserId: id })).toMatchObject({
      status: 409,
      code: 'conversation.error.outbound.call.cannot.be.placed',
    })
    expect((await conversations.getConversations()).entities).toEqual([])
  }))
