import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { startTalk, type Talk } from './parties'
import { control, type Json, withEmulator } from './visitor'

/** A second call of Ana's, from somebody outside, answered or still ringing. */
async function second(emulator: Emulator, { ana }: Talk, answered = true): Promise<string> {
  const from = { name: 'Finn Jansen', number: '+14635550102' }
  const { body } = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
  if (answered) await control(emulator, 'POST', `/users/${ana.userId}/answer`, body)
  return body.conversationId
}

const join = (talk: Talk, into: string, conversationIds: unknown) =>
  talk.ana.ask('PATCH', `/conversations/calls/${into}/conference`, { conversationIds })

describe('calls become one', () => {
  test('by merging one into the other', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const other = await second(emulator, talk)
      const hold = { held: true }
      expect((await talk.ana.ask('PATCH', await talk.path('Ana'), hold)).status).toBe(202)
      expect(await join(talk, talk.id, [other])).toEqual({ status: 202, body: undefined })
      const all = { customer: 'connected', Ana: 'connected', external: 'connected' }
      const body = await talk.seen(all)
      expect(body.conversationIds).toEqual([other])
      expect(body.participants.at(-1)).toMatchObject({ name: 'Finn Jansen' })
      const { body: merged } = await talk.ana.ask('GET', `/conversations/${other}`)
      const ends = merged.participants.map((one: Json) => one.calls[0].disconnectType)
      expect(ends).toEqual(['transfer.conference', 'transfer.conference'])
      expect(merged.endTime).toEqual(expect.any(String))
      const { body: own } = await talk.ana.ask('GET', '/conversations')
      expect(own.entities.map((one: Json) => one.id)).toEqual([talk.id])
    }))

  test('in a new conversation', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const other = await second(emulator, talk)
      const conversationIds = [talk.id, other]
      const answer = await talk.ana.ask('POST', '/conversations/calls', { conversationIds })
      expect(answer.status).toBe(202)
      const { body } = await talk.ana.ask('GET', `/conversations/${answer.body.id}`)
      expect(body.participants).toMatchObject([
        { purpose: 'customer', calls: [{ state: 'connected' }] },
        { userId: talk.ana.userId, calls: [{ state: 'connected' }] },
        { purpose: 'external', calls: [{ state: 'connected' }] },
      ])
      expect(body.conversationIds).toEqual(conversationIds)
      const left = 'disconnected transfer.conference'
      const { participants } = await talk.seen({ customer: left, Ana: left })
      expect(participants.at(-1).startAcwTime).toEqual(expect.any(String))
    }))

  test('but not', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const rings = await second(emulator, talk, false)
      const code = async (ids: unknown) => (await join(talk, talk.id, ids)).body.code
      expect(await code([])).toBe('conversation.error.empty.conversation.list')
      expect(await code([talk.id])).toBe('conversation.error.cannot.conference.self')
      expect(await code(['nowhere'])).toBe('conversation.error.conversation.not.found')
      expect(await code([rings])).toBe('conversation.error.conversation.not.found')
      await control(emulator, 'POST', `/users/${talk.ana.userId}/answer`, { conversationId: rings })
      const consult = { speakTo: 'DESTINATION', userId: talk.ben.userId }
      await talk.ana.ask('POST', `${await talk.path('customer')}/consult/agent`, consult)
      expect(await code([rings])).toBe('conversation.error.cannot.merge.alerting.conference')
      const created = (conversationIds: unknown) =>
        talk.ana.ask('POST', '/conversations/calls', { conversationIds })
      const refused = { status: 400, code: 'conversation.error.cannot.create.conference' }
      expect((await created([talk.id, rings])).body).toMatchObject(refused)
      expect((await created([rings])).body).toMatchObject(refused)
      const stranger = await talk.ben.ask('PATCH', `/conversations/calls/${talk.id}/conference`, {
        conversationIds: [rings],
      })
      expect(stranger.body.code).toBe('conversation.error.conversation.not.found')
    }))

  test('with everybody in it once', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const other = await second(emulator, talk)
      const startTime = new Date(0).toISOString()
      const participants = [{ userId: talk.ben.userId }]
      for (const id of [talk.id, other]) {
        const path = `/conversations/calls/${id}/participants`
        await talk.ana.ask('POST', path, { startTime, participants })
        const call = { conversationId: id }
        await control(emulator, 'POST', `/users/${talk.ben.userId}/answer`, call)
      }
      expect((await join(talk, talk.id, [other])).status).toBe(202)
      const all = { Ana: 'connected', Ben: 'connected', external: 'connected' }
      const body = await talk.seen({ customer: 'connected', ...all })
      const users = body.participants.map((one: Json) => one.userId).filter(Boolean)
      expect(users).toEqual([talk.ana.userId, talk.ben.userId])
    }))

  test('nor while one of them waits in a queue', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const other = await second(emulator, talk)
      const { body: state } = await control(emulator, 'GET', '/state')
      const participants = [{ queueId: state.queues[1].id }]
      const waits = { startTime: new Date(0).toISOString(), participants }
      const path = `/conversations/calls/${other}/participants`
      expect((await talk.ana.ask('POST', path, waits)).status).toBe(200)
      expect((await join(talk, talk.id, [other])).body.code).toBe(
        'conversation.error.cannot.merge.acd.conference',
      )
    }))

  test('up to the number of parties that is told', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const path = '/conversations/calls/maximumconferenceparties'
      expect((await talk.ana.ask('GET', path)).body).toEqual({ maxParticipants: 10 })
      const others: string[] = []
      for (let n = 0; n < 9; n += 1) others.push(await second(emulator, talk))
      expect((await join(talk, talk.id, others)).status).toBe(400)
      expect((await join(talk, talk.id, others.slice(1))).status).toBe(202)
    }))
})

describe('one more party', () => {
  const startTime = new Date(0).toISOString()

  test('rings, joins, and sees everybody', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const path = `/conversations/calls/${talk.id}/participants`
      const participants = [{ userId: talk.ben.userId }]
      const answer = await talk.ana.ask('POST', path, { startTime, participants })
      expect(answer.status).toBe(200)
      expect(answer.body.participants.at(-1)).toMatchObject({ userId: talk.ben.userId })
      const two = { customer: 'connected', Ana: 'connected' }
      await talk.seen({ ...two, Ben: 'alerting' })
      await talk.act('ben', 'answer')
      await talk.seen({ ...two, Ben: 'connected' })
      await talk.act('ana', 'hangup')
      await talk.seen({ customer: 'connected', Ana: 'disconnected client', Ben: 'connected' })
    }))

  test.each([
    [{ participants: [{ address: '+4930555001' }] }, 400, 'constraint.validation'],
    [{ startTime, participants: [] }, 400, 'bad.request'],
    [{ startTime, participants: [{}] }, 400, 'bad.request'],
    [
      { startTime, participants: [{ address: 'nobody' }] },
      409,
      'conversation.error.outbound.call.cannot.be.placed',
    ],
  ])('of %o is refused', (body, status, code) =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const path = `/conversations/calls/${talk.id}/participants`
      expect((await talk.ana.ask('POST', path, body)).body).toMatchObject({ status, code })
    }),
  )

  test('is not for strangers, nor on behalf of another', () =>
    withEmulator(async (emulator) => {
      const talk = await startTalk(emulator)
      const path = `/conversations/calls/${talk.id}/participants`
      const body = { startTime, participants: [{ address: '+4930555001' }] }
      expect((await talk.ben.ask('POST', path, body)).body).toMatchObject({
        status: 403,
        code: 'conversation.error.forbidden.not.active.participant',
      })
      const behalf = await talk.ana.ask('POST', `${path}/user/${talk.ana.userId}`, body)
      expect(behalf.body.code).toBe('missing.any.permissions')
    }))
})
