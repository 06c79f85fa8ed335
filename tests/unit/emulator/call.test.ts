import { describe, expect, test } from 'vitest'
import { control, type Json, listenTo, signIn, withEmulator } from './visitor'

const conversations = [
  'conversations',
  'conversations.calls',
  'routingStatus',
  'presence',
  'activity',
]
const from = { name: 'Élodie Castillo', number: '+14635550100' }

describe('a call over HTTP and WebSocket', () => {
  test('rings, is answered, held, transferred to a queue and wrapped up', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, conversations)
      const mine = (event: Json) =>
        event.eventBody.participants.find(
          (one: Json) => (one.userId ?? one.user?.id) === ana.userId,
        )
      const about = (suffix: string, isWanted: (participant: Json) => boolean) =>
        listener.next(
          (frame) =>
            frame.topicName === `v2.users.${ana.userId}.${suffix}` &&
            mine(frame) !== undefined &&
            isWanted(mine(frame)),
        )
      const routing = (status: string) =>
        listener.next((frame) => frame.eventBody.routingStatus?.status === status)

      const { body: definitions } = await ana.ask('GET', '/presence/definitions')
      const onQueue = definitions.entities.find((one: Json) => one.systemPresence === 'OnQueue')
      const path = `/users/${ana.userId}/presences/purecloud`
      const set = await ana.ask('PATCH', path, { presenceDefinition: { id: onQueue.id } })
      expect(set.status).toBe(200)
      expect(set.body.presenceDefinition.systemPresence).toBe('On Queue')
      const presence = await listener.next((frame) => frame.topicName.endsWith('.presence'))
      expect(presence.eventBody.presenceDefinition.systemPresence).toBe('ON_QUEUE')
      await routing('IDLE')

      const { body: state } = await control(emulator, 'GET', '/state')
      const [billing, repairs] = state.queues
      const placed = await control(emulator, 'POST', '/calls', {
        queueId: billing.id,
        from,
        attributes: { concern: 'Invoice' },
      })
      expect(placed.status).toBe(201)
      const id = placed.body.conversationId

      const ringing = mine(await about('conversations', (one) => one.calls[0].state === 'alerting'))
      expect(ringing).toMatchObject({ purpose: 'agent', queueId: billing.id })
      const call = `/conversations/calls/${id}/participants/${ringing.id}`
      const replace = `/conversations/${id}/participants/${ringing.id}/replace/queue`

      const tooEarly = await ana.ask('PATCH', call, { held: true })
      expect(tooEarly).toMatchObject({
        status: 400,
        body: { code: 'conversation.error.hold.alerting' },
      })
      expect((await ana.ask('POST', replace, { queueId: repairs.id })).body.code).toBe(
        'conversations.error.transfer.not.connected',
      )

      expect(await ana.ask('PATCH', call, { state: 'connected' })).toEqual({
        status: 202,
        body: undefined,
      })
      const answered = await about('conversations.calls', (one) => one.state === 'connected')
      expect(mine(answered)).toMatchObject({ user: { id: ana.userId }, held: false })
      expect(answered.eventBody.participants[0].attributes).toEqual({ concern: 'Invoice' })
      await routing('INTERACTING')
      expect((await ana.ask('PATCH', call, { state: 'connected' })).body.code).toBe(
        'callback.error.answer.not.alerting',
      )

      await ana.ask('PATCH', call, { held: true })
      const held = mine(await about('conversations', (one) => one.calls[0].held))
      expect(held.calls[0].startHoldTime).toBeDefined()

      expect((await ana.ask('POST', replace, { queueId: ana.userId })).body.code).toBe(
        'conversations.error.queue.not.found',
      )
      expect((await ana.ask('POST', replace, { queueId: repairs.id })).status).toBe(202)
      const left = await about('conversations', (one) => one.calls[0].state === 'disconnected')
      expect(mine(left).calls[0]).toMatchObject({
        disconnectType: 'transfer',
        afterCallWork: { state: 'pending' },
      })
      expect(left.eventBody.participants.at(-1)).toMatchObject({
        purpose: 'acd',
        queueId: repairs.id,
      })
      expect(left.eventBody.recentTransfers[0].state).toBe('pending')
      expect((await ana.ask('GET', '/conversations')).body.entities).toHaveLength(1)

      const codes = await ana.ask(
        'GET',
        `/conversations/${id}/participants/${ringing.id}/wrapupcodes`,
      )
      expect(codes.body.length).toBeGreaterThanOrEqual(5)
      const wrapup = `${call}/communications/${mine(left).calls[0].id}/wrapup`
      expect((await ana.ask('POST', wrapup, { notes: 'no code' })).body.code).toBe(
        'missing.wrapup.code',
      )
      const code = codes.body[0].id
      expect((await ana.ask('POST', wrapup, { code, notes: 'Passed on' })).status).toBe(202)
      const done = mine(await about('conversations', (one) => one.endAcwTime !== undefined))
      expect(done.wrapup).toMatchObject({ code, notes: 'Passed on' })
      expect((await ana.ask('GET', wrapup)).body).toMatchObject({ code, notes: 'Passed on' })
      expect((await ana.ask('GET', '/conversations')).body.entities).toHaveLength(0)

      const after = await control(emulator, 'GET', '/state')
      expect(after.body.users[0].routingStatus).toBe('IDLE')
      expect(after.body.queues[1].waiting).toBe(1)
      listener.close()
    }))

  test('the answer to a command comes before the event it causes', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['conversations'])
      await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
      const ringing = await listener.next((frame) => frame.eventBody?.participants)
      const callee = ringing.eventBody.participants[1]
      expect(callee.purpose).toBe('user')
      expect(callee.wrapupRequired).toBe(false)
      const before = listener.frames.length
      await ana.ask(
        'PATCH',
        `/conversations/calls/${ringing.eventBody.id}/participants/${callee.id}`,
        { state: 'connected' },
      )
      expect(listener.frames).toHaveLength(before)
      await listener.next(
        (frame) => frame.eventBody.participants?.[1].calls[0].state === 'connected',
      )
    }))

  test('nobody can act on another’s participant', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = [await signIn(emulator), await signIn(emulator, 'Ben Okafor')]
      const { body } = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
      const id = body.conversationId
      const { body: conversation } = await ana.ask('GET', `/conversations/${id}`)
      const path = `/conversations/calls/${id}/participants`
      const callee = conversation.participants[1].id
      expect((await ben.ask('PATCH', `${path}/${callee}`, { muted: true })).body.code).toBe(
        'conversation.error.user.not.party',
      )
      expect((await ana.ask('PATCH', `${path}/${id}`, { muted: true })).body).toMatchObject({
        status: 404,
        code: 'conversation.error.not.conversation.participant',
      })
      expect((await ana.ask('GET', `/conversations/${ben.userId}`)).body).toMatchObject({
        status: 404,
        code: 'not.found',
      })
    }))
})
