import { describe, expect, test } from 'vitest'
import { control, withEmulator } from '../emulator/visitor'
import { given, refusal } from './agent'
import { startTalk, type Talk } from './parties'
import { goOnQueue } from './phone'
import { withTime } from './time'

const waits = { customer: 'connected confined', Ana: 'connected' }
const together = { customer: 'connected', Ana: 'connected' }
const pending = 'conversation.error.consult.transfer.pending.not.found'

const askBen = ({ ana, ben, id, customerId }: Talk) =>
  ana.conversations.postConversationsCallParticipantConsultAgent(id, customerId, {
    speakTo: 'DESTINATION',
    userId: ben.id,
  })

/** Ana talks to Ben about her customer. */
async function consultBen(talk: Talk) {
  const answer = await askBen(talk)
  await talk.bens(await talk.all({ ...waits, Ben: 'alerting' }), 'connected')
  return { answer, talks: await talk.all({ ...waits, Ben: 'connected' }) }
}

describe('an agent consults a colleague', () => {
  test('turns to the customer, to both, and leaves the two to each other', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, id, customerId, anaId } = talk
      const { answer, talks } = await consultBen(talk)
      const ben = talks.participants.at(-1)
      expect(answer).toEqual({ destinationParticipantId: ben.id })
      expect(ben.consultParticipantId).toBe(customerId)
      expect(await talk.transfer()).toBe('Active')

      const turn = (speakTo: string) =>
        ana.conversations.patchConversationsCallParticipantConsult(id, customerId, { speakTo })
      expect(await turn('OBJECT')).toEqual(answer)
      await talk.all({ ...together, Ben: 'connected confined' })
      await turn('BOTH')
      await talk.all({ ...together, Ben: 'connected' })
      await turn('DESTINATION')
      await talk.all({ ...waits, Ben: 'connected' })

      await ana.conversations.patchConversationsCallParticipant(id, anaId, {
        state: 'disconnected',
      })
      const left = { customer: 'connected', Ana: 'disconnected transfer.consult' }
      const done = await talk.all({ ...left, Ben: 'connected' })
      expect(done.participants.at(-1).queue).toMatchObject({ name: 'Billing' })
      expect(await talk.transfer()).toBe('Complete')
      const late = await refusal(turn('BOTH'))
      expect(late).toMatchObject({ status: 400, code: 'not.a.participant' })
    }))

  test('makes it a conference, which is no consult any more', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, id, customerId } = talk
      const { talks } = await consultBen(talk)
      await ana.conversations.patchConversationsCallParticipantConsult(id, customerId, {
        speakTo: 'CONFERENCE',
      })
      await talk.all({ ...together, Ben: 'connected' })
      expect(await talk.transfer()).toBe('Complete')
      const back = ana.conversations.deleteConversationsCallParticipantConsult(id, customerId)
      expect(await refusal(back)).toMatchObject({ status: 404, code: pending })
      await talk.bens(talks, 'disconnected')
      await talk.all({ ...together, Ben: 'disconnected client' })
    }))

  test('takes it back', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, ben, id, customerId } = talk
      await consultBen(talk)
      const cancel = ({ conversations }: typeof ana) =>
        conversations.deleteConversationsCallParticipantConsult(id, customerId)
      expect((await refusal(cancel(ben))).code).toBe(pending)
      expect(await cancel(ana)).toBeUndefined()
      await talk.all({ ...together, Ben: 'disconnected peer' })
      expect(await talk.transfer()).toBe('Canceled')
      expect(await refusal(cancel(ana))).toMatchObject({ status: 404, code: pending })
    }))

  test('who declines: the customer is heard again', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      await askBen(talk)
      await talk.bens(await talk.all({ ...waits, Ben: 'alerting' }), 'disconnected')
      await talk.all({ ...together, Ben: 'disconnected client' })
      expect(await talk.transfer()).toBe('Failed')
      const { entities } = await talk.ben.conversations.getConversations()
      expect(entities).toEqual([])
    }))

  test('who does not answer in time', () =>
    withTime(async (emulator, pass) => {
      const talk = await startTalk(emulator)
      await askBen(talk)
      await talk.all({ ...waits, Ben: 'alerting' })
      pass(60_000)
      await talk.all({ ...together, Ben: 'disconnected transfer.noanswer' })
      expect(await talk.transfer()).toBe('Timeout')
    }))

  test('and goes on with it when the customer has hung up', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { talks } = await consultBen(talk)
      await control(emulator, 'POST', `/conversations/${talk.id}/hangup`)
      const two = { customer: 'disconnected endpoint', Ana: 'connected', Ben: 'connected' }
      await talk.all(two)
      expect(await talk.transfer()).toBe('Failed')
      await talk.bens(talks, 'disconnected')
      await talk.all({ Ana: 'disconnected peer', Ben: 'disconnected client' })
    }))

  test('of a queue, whoever is next there', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const { ana, ben, id, customerId } = talk
      const { entities } = await ana.routing.getRoutingQueues({ name: 'Repairs' })
      const queueId = given(entities?.[0]?.id)
      const { conversations } = ana
      const answer = await conversations.postConversationsCallParticipantConsultQueue(
        id,
        customerId,
        { speakTo: 'DESTINATION', queueId },
      )
      const inQueue = await talk.all({ ...waits, acd: 'connected' })
      expect(inQueue.participants.at(-1).id).toBe(answer.destinationParticipantId)
      await goOnQueue(ben)
      await talk.bens(await talk.all({ ...waits, Ben: 'alerting' }), 'connected')
      const talks = await talk.all({ acd: 'terminated transfer', Ben: 'connected' })
      expect(talks.participants.at(-1).queue.id).toBe(queueId)
      await conversations.deleteConversationsCallParticipantConsult(id, customerId)
      const back = await talk.all({ ...together, Ben: 'disconnected peer' })
      expect(back.participants.at(-1).startAcwTime).toBeDefined()
    }))
})

test('a consult is refused: with oneself, about oneself, with nobody, and beside another', () =>
  withEmulator(async (emulator) => {
    const talk = await startTalk(emulator)
    const { ana, ben, id, customerId, anaId } = talk
    const ask = (userId: string, aboutId = customerId, by = ana) =>
      refusal(
        by.conversations.postConversationsCallParticipantConsultAgent(id, aboutId, {
          speakTo: 'DESTINATION',
          userId,
        }),
      )
    const status = 400
    expect(await ask(ana.id)).toMatchObject({
      status,
      code: 'conversation.error.cannot.transfer.to.self',
    })
    expect(await ask(ben.id, anaId)).toMatchObject({
      status,
      code: 'object.participant.id.required',
    })
    expect(await ask('nobody')).toMatchObject({
      status,
      code: 'conversation.error.consult.transfer.no.destination',
    })
    expect(await ask(ana.id, customerId, ben)).toMatchObject({ status, code: 'not.a.participant' })
    await consultBen(talk)
    expect(await ask(ben.id)).toMatchObject({
      status,
      code: 'conversation.error.cannot.transfer.conference',
    })
  }))
