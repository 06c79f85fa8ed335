import { describe, expect, test } from 'vitest'
import { contacts } from '../../emulator/org/contacts'
import type { Json } from './visitor'
import { control, signIn } from './visitor'
import { atDesk } from './voice'

const phoneNumber = '+49 30 555 00142'

describe('placing a call over HTTP', () => {
  test('of an external contact is known by them', () =>
    atDesk(async ({ place, pass, read, told }) => {
      const [contact] = contacts
      const id = await place({ phoneNumber, externalContactId: contact?.id })
      pass(2600)
      const far = { name: contact?.name, address: 'tel:+493055500142' }
      expect((await read(id)).participants[1]).toMatchObject({
        ...far,
        externalContactId: contact?.id,
        calls: [{ state: 'connected' }],
      })
      const event = await told('conversations.calls', ({ participants }) => participants[1])
      expect(event.participants[1]).toMatchObject({ ...far, externalContact: { id: contact?.id } })
    }))

  test.each([
    ['rings', 0, 'contacting'],
    ['dials', 600, 'dialing'],
  ])('is given up by its agent while it %s, as the control API says', (_what, ms, state) =>
    atDesk(async ({ emulator, ana, place, pass, mine, read }) => {
      const conversationId = await place({ phoneNumber })
      pass(ms)
      expect((await mine(conversationId)).calls[0].state).toBe(state)
      const hangUp = () =>
        control(emulator, 'POST', `/users/${ana.userId}/hangup`, { conversationId })
      expect((await hangUp()).status).toBe(202)
      expect((await mine(conversationId)).calls[0].disconnectType).toBe('client')
      expect((await read(conversationId)).endTime).toBeDefined()
      expect((await hangUp()).status).toBe(400)
    }),
  )

  test('for a queue rings, is answered, ends and owes a wrap-up, as events tell', () =>
    atDesk(async ({ ana, queue, pass, told, mine }) => {
      const callFromQueueId = queue('Billing')
      const answer = await ana.ask('POST', '/conversations/calls', {
        phoneNumber,
        callFromQueueId,
        callerId: '+13175550000',
        callerIdName: 'Larkfield',
        attributes: { concern: 'Refund' },
        uuiData: '48656c6c6f;encoding=hex',
        priority: 3,
        label: 'Refunds',
      })
      const { id } = answer.body
      expect(answer).toEqual({
        status: 202,
        body: { id, selfUri: `/api/v2/conversations/calls/${id}` },
      })
      pass(0)
      const first = await told('conversations', ({ participants }) => participants.length === 1)
      expect(first.participants[0]).toMatchObject({
        purpose: 'agent',
        userId: ana.userId,
        queueId: callFromQueueId,
        calls: [
          {
            state: 'contacting',
            direction: 'outbound',
            uuiData: '48656c6c6f;encoding=hex',
            other: { addressNormalized: 'tel:+493055500142' },
          },
        ],
      })

      pass(500)
      const dials = await told('conversations', ({ participants }) => participants.length === 2)
      expect(dials.participants[0].calls[0].state).toBe('dialing')
      expect(dials.participants[1]).toMatchObject({
        purpose: 'customer',
        address: 'tel:+493055500142',
        attributes: { concern: 'Refund' },
        calls: [{ state: 'dialing', other: { name: 'Larkfield' } }],
      })
      const flat = await told(
        'conversations.calls',
        ({ participants }) => participants.length === 2,
      )
      expect(flat.participants[1]).toMatchObject({
        state: 'dialing',
        direction: 'outbound',
        ani: 'tel:+13175550000',
        dnis: 'tel:+493055500142',
      })

      pass(2000)
      const talks = ({ participants }: Json) => participants[1]?.calls[0].state === 'connected'
      const there = await told('conversations', talks)
      expect(there.participants[0].calls[0]).toMatchObject({ state: 'connected', recording: true })
      expect(there.recordingState).toBe('active')

      const own = await mine(id)
      const end = { state: 'disconnected' }
      const path = `/conversations/calls/${id}/participants/${own.id}`
      expect((await ana.ask('PATCH', path, end)).status).toBe(202)
      pass(0)
      const over = await told('conversations', ({ participants }) => participants[0].endTime)
      expect(over.participants[0]).toMatchObject({
        wrapupRequired: true,
        calls: [{ disconnectType: 'client', afterCallWork: { state: 'pending' } }],
      })
      expect(over.participants[1].calls[0].disconnectType).toBe('peer')
    }))

  test.each([
    ['busy', '+493055500001', 2500, 'endpoint', 'endpoint', 486, undefined],
    ['not answered', '+493055500002', 30_500, 'timeout', 'system', 480, undefined],
    [
      'unknown',
      '+493055500003',
      2500,
      'error',
      'error',
      404,
      'error.ininedgecontrol.connection.dialplan.notReachable',
    ],
  ])('a number that is %s is told apart', (_what, number, ms, type, onCall, sip, code) =>
    atDesk(async ({ ana, place, pass, told }) => {
      const id = await place({ phoneNumber: number })
      pass(500)
      await told('conversations', ({ participants }) => participants.length === 2)
      pass(ms - 600)
      const { body: still } = await ana.ask('GET', `/conversations/calls/${id}`)
      expect(still.participants[1].state).toBe('dialing')
      pass(100)
      const far = ({ participants }: Json) => participants[1]
      const over = (one: Json) => far(one)?.endTime
      expect(far(await told('conversations', over))).toMatchObject({
        purpose: 'external',
        calls: [
          {
            state: 'disconnected',
            disconnectType: type,
            disconnectReasons: [{ type: 'sip', code: sip }, { type: 'q850' }],
            ...(code && { errorInfo: { code } }),
          },
        ],
      })
      const flat = far(await told('conversations.calls', over))
      expect(flat.disconnectType).toBe(type)
      expect(flat.errorInfo?.code).toBe(code)
      const { body: call } = await ana.ask('GET', `/conversations/calls/${id}`)
      expect(far(call).disconnectType).toBe(onCall)
      expect(call.participants[0].disconnectType).toBe('peer')
    }),
  )

  test('a colleague is rung, and both are connected when the colleague answers', () =>
    atDesk(async ({ emulator, place, pass, told }) => {
      const ben = await signIn(emulator, 'Ben Okafor')
      const id = await place({ callUserId: ben.userId })
      pass(500)
      const rings = await told('conversations', ({ participants }) => participants.length === 2)
      expect(rings.participants[1]).toMatchObject({
        userId: ben.userId,
        purpose: 'user',
        calls: [{ state: 'alerting', other: { name: 'Ana Ruiz' } }],
      })
      await control(emulator, 'POST', `/users/${ben.userId}/answer`, { conversationId: id })
      pass(0)
      await told('conversations', ({ participants }) => participants[0].connectedTime)
    }))

  test('a queue is called like a customer calls it, before others by its priority', () =>
    atDesk(async ({ emulator, place, pass, queue, read }) => {
      const from = { name: 'Derya', number: '+14635550101' }
      const queueId = queue('Repairs')
      await control(emulator, 'POST', '/calls', { queueId, from })
      const id = await place({ callQueueId: queueId, priority: 5 })
      pass(500)
      expect((await read(id)).participants.map(({ purpose }: Json) => purpose)).toEqual([
        'user',
        'acd',
      ])
      const ben = await signIn(emulator, 'Ben Okafor')
      await control(emulator, 'POST', `/users/${ben.userId}/presence`, {
        systemPresence: 'On Queue',
      })
      expect((await read(id)).participants[2]).toMatchObject({
        userId: ben.userId,
        purpose: 'agent',
      })
    }))

  test('a single participant is a destination, in the name of another user as well', () =>
    atDesk(async ({ emulator, ana, pass }) => {
      const ben = await signIn(emulator, 'Ben Okafor')
      const { status, body } = await ana.ask('POST', `/conversations/calls/user/${ben.userId}`, {
        participants: [{ address: '+493055500142', name: 'Ada' }],
      })
      expect(status).toBe(202)
      pass(2500)
      const { body: call } = await ben.ask('GET', `/conversations/calls/${body.id}`)
      expect(call.participants.map(({ state }: Json) => state)).toEqual(['connected', 'connected'])
      expect(call.participants[0].user.id).toBe(ben.userId)
    }))
})

describe('a call is not placed', () => {
  const nobody = 'b1c2d3e4-0000-4000-8000-000000000001'
  test.each<[string, Json, number, string]>([
    ['without a destination', {}, 400, 'missing.create.conversation.destination.parameter'],
    [
      'to two destinations',
      { phoneNumber, callUserId: nobody },
      400,
      'too.many.create.conversation.parameters',
    ],
    [
      'to a number and a participant',
      { phoneNumber, participants: [{ address: phoneNumber }] },
      400,
      'too.many.create.conversation.parameters',
    ],
    [
      'to several participants at once',
      { participants: [{ address: phoneNumber }, { address: '0001' }] },
      400,
      'conversation.error.cannot.create.conference',
    ],
    ['to what is no number', { phoneNumber: 'Ada' }, 400, 'invalid.value'],
    ['to nobody', { callUserId: nobody }, 404, 'resource.not.found'],
    ['to a queue that is not there', { callQueueId: nobody }, 404, 'resource.not.found'],
    [
      'for a queue that is not there',
      { phoneNumber, callFromQueueId: nobody },
      404,
      'resource.not.found',
    ],
    [
      'for a contact that is not there',
      { phoneNumber, externalContactId: nobody },
      400,
      'conversation.error.invalid.external.contact',
    ],
    [
      'with attributes that are no texts',
      { phoneNumber, attributes: { a: 1 } },
      400,
      'bad.request',
    ],
  ])('%s', (_what, body, status, code) =>
    atDesk(async ({ ana, emulator }) => {
      const refused = await ana.ask('POST', '/conversations/calls', body)
      expect(refused).toMatchObject({ status, body: { code } })
      expect((await control(emulator, 'GET', '/state')).body.conversations).toEqual([])
    }),
  )

  test('to oneself', () =>
    atDesk(async ({ ana }) => {
      const refused = await ana.ask('POST', '/conversations/calls', { callUserId: ana.userId })
      expect(refused).toMatchObject({
        status: 409,
        body: { code: 'conversation.error.outbound.call.cannot.be.placed' },
      })
    }))
})
