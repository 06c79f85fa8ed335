import { describe, expect, test } from 'vitest'
import type { Conversation, Participant } from '../../emulator/conversation/call'
import { addParticipant } from '../../emulator/conversation/change'
import { toRest } from '../../emulator/conversation/rest'
import { as, become, of, refusal, talking } from './line'
import { control, type Json, signIn } from './visitor'
import { atDesk, type Desk } from './voice'

const phoneNumber = '+493055500142'

/** Ana talks with a number; answers the conversation and her own participant. */
async function talk({ place, pass, mine }: Desk) {
  const id = await place({ phoneNumber })
  pass(2600)
  const own = await mine(id)
  return { id, own, path: `/conversations/${id}/participants/${own.id}` }
}

describe('digits', () => {
  test('are pressed while connected, and the control API shows them', () =>
    atDesk(async (desk) => {
      const { emulator, ana, pass, place, mine } = desk
      const early = await place({ phoneNumber })
      pass(600)
      const { id: ownId } = await mine(early)
      const digits = (path: string, body: Json) => ana.ask('POST', `${path}/digits`, body)
      const dialled = `/conversations/${early}/participants/${ownId}`
      expect((await digits(dialled, { digits: '1' })).body.code).toBe('bad.request')

      const { id, path } = await talk(desk)
      expect(await digits(path, { digits: '1,2' })).toEqual({ status: 202, body: undefined })
      expect((await digits(path, { digits: '#*D' })).status).toBe(202)
      for (const wrong of ['', '1 2', 'E', 'a', '+1']) {
        expect((await digits(path, { digits: wrong })).body.code).toBe('invalid.value')
      }
      const { body: state } = await control(emulator, 'GET', '/state')
      const call = state.conversations.find((one: Json) => one.id === id)
      expect(call.participants.map((one: Json) => one.digits)).toEqual(['1,2#*D', undefined])
    }))

  test('are nobody’s who takes no part', () =>
    atDesk(async (desk) => {
      const { path } = await talk(desk)
      const ben = await signIn(desk.emulator, 'Ben Okafor')
      expect(await ben.ask('POST', `${path}/digits`, { digits: '1' })).toMatchObject({
        status: 404,
        body: { code: 'not.found' },
      })
    }))
})

describe('the state of a recording', () => {
  test('is paused and resumed by either operation, and told', () =>
    atDesk(async (desk) => {
      const { ana, pass, told } = desk
      const { id } = await talk(desk)
      const put = (recordingState: string) =>
        ana.ask('PUT', `/conversations/calls/${id}/recordingstate`, { recordingState })
      const patch = (recordingState: string) =>
        ana.ask('PATCH', `/conversations/${id}/recordingstate`, { recordingState })

      expect(await put('PAUSED')).toEqual({ status: 202, body: 'PAUSED' })
      pass(0)
      for (const topic of ['conversations', 'conversations.calls']) {
        expect(await told(topic, ({ securePause }) => securePause)).toMatchObject({
          recordingState: 'paused',
        })
      }
      expect(await put('PAUSED')).toEqual({ status: 200, body: 'PAUSED' })
      expect(await patch('ACTIVE')).toEqual({ status: 202, body: undefined })
      expect((await desk.read(id)).recordingState).toBe('ACTIVE')
      expect((await put('NONE')).body.code).toBe('invalid.value')

      await desk.ana.ask('DELETE', `/conversations/${id}`)
      expect(await put('PAUSED')).toMatchObject({
        status: 400,
        body: { code: 'conversation.error.conversation.disconnected' },
      })
    }))

  test('is only for who takes part, and does not come from nothing', () =>
    atDesk(async (desk) => {
      const { ana, emulator } = desk
      const { id, path } = await talk(desk)
      const state = `/conversations/calls/${id}/recordingstate`
      const ben = await signIn(emulator, 'Ben Okafor')
      const { status, body } = await ben.ask('PUT', state, { recordingState: 'PAUSED' })
      expect([status, body.code, body.message]).toEqual([
        403,
        'conversation.error.forbidden.not.active.participant',
        'User is not active on conversation and cannot alter recordingState',
      ])
      await ana.ask('PATCH', path, { recording: false })
      expect(await ana.ask('PUT', state, { recordingState: 'ACTIVE' })).toEqual({
        status: 200,
        body: 'NONE',
      })
    }))
})

describe('what is noted on a conversation', () => {
  test('bad quality is reported and taken back', () =>
    atDesk(async (desk) => {
      const { ana, pass, told, mine, emulator } = desk
      const { id, path } = await talk(desk)
      const flag = `${path}/flaggedreason`
      expect(await ana.ask('PUT', flag)).toEqual({ status: 204, body: undefined })
      pass(0)
      const flagged = ({ participants }: Json) => participants[0].flaggedReason === 'general'
      await told('conversations', flagged)
      await told('conversations.calls', flagged)
      expect((await mine(id)).flaggedReason).toBe('general')
      expect((await ana.ask('DELETE', flag)).status).toBe(204)
      expect((await mine(id)).flaggedReason).toBeUndefined()

      const ben = await signIn(emulator, 'Ben Okafor')
      expect((await ben.ask('PUT', flag)).body.code).toBe(
        'conversation.error.not.conversation.participant',
      )
    }))

  test('its tag is set and told', () =>
    atDesk(async (desk) => {
      const { ana, pass, told, read } = desk
      const { id } = await talk(desk)
      const put = (body: Json) => ana.ask('PUT', `/conversations/${id}/tags`, body)
      expect((await put({ externalTag: 'case 77' })).status).toBe(202)
      pass(0)
      await told('conversations', ({ externalTag }) => externalTag === 'case 77')
      expect((await read(id)).externalTag).toBe('case 77')
      expect((await put({})).body.code).toBe('constraint.validation')
    }))

  test('secure attributes are set, changed by version, and in no event', () =>
    atDesk(async (desk) => {
      const { ana, events, pass } = desk
      const { id } = await talk(desk)
      const ask = (method: string, body?: Json) =>
        ana.ask(method, `/conversations/${id}/secureattributes`, body)
      expect((await ask('GET')).body.code).toBe('secure.attributes.not.found')
      expect((await ask('PUT', { attributes: { pin: '4711' } })).status).toBe(202)
      expect((await ask('GET')).body).toEqual({ attributes: { pin: '4711' }, version: 1 })
      const change = { attributes: { card: '42' }, version: 1 }
      expect((await ask('PATCH', change)).status).toBe(202)
      expect((await ask('GET')).body).toEqual({
        attributes: { pin: '4711', card: '42' },
        version: 2,
      })
      expect(await ask('PATCH', change)).toMatchObject({
        status: 409,
        body: { code: 'conversation.error.secure.attribute.conflict' },
      })
      await ask('PUT', { attributes: {} })
      expect((await ask('GET')).body.attributes).toEqual({})
      pass(0)
      expect(JSON.stringify(events.frames)).not.toContain('4711')
    }))
})

describe('ending', () => {
  test('one communication ends by its own operation, which takes nothing else', () =>
    atDesk(async (desk) => {
      const { ana, mine, emulator } = desk
      const { id, own } = await talk(desk)
      const leg = `/conversations/calls/${id}/participants/${own.id}/communications/${own.calls[0].id}`
      expect((await ana.ask('PATCH', leg, { held: true })).body.code).toBe(
        'communication.state.required',
      )
      const ben = await signIn(emulator, 'Ben Okafor')
      expect(await ben.ask('PATCH', leg, { state: 'disconnected' })).toMatchObject({
        status: 403,
        body: { message: 'User is not active on call and cannot alter recordingState' },
      })
      const { status, body } = await ana.ask('PATCH', leg, { state: 'disconnected' })
      expect([status, body]).toEqual([200, {}])
      expect((await mine(id)).calls[0].disconnectType).toBe('client')
    }))

  test.each([
    ['DELETE', '', 204, ['client', 'peer']],
    ['POST', '/disconnect', 202, ['system', 'system']],
  ])('%s %s ends it for everybody', (method, suffix, status, ends) =>
    atDesk(async (desk) => {
      const { ana, read } = desk
      const { id } = await talk(desk)
      expect(await ana.ask(method, `/conversations/${id}${suffix}`)).toEqual({
        status,
        body: undefined,
      })
      const { participants, endTime } = await read(id)
      expect(endTime).toBeDefined()
      expect(participants.map((one: Json) => one.calls[0].disconnectType)).toEqual(ends)
      const unknown = await ana.ask(method, `/conversations/${ana.userId}${suffix}`)
      expect(unknown.body.code).toBe('conversation.error.conversation.not.found')
    }),
  )

  test('a party from outside hangs up when the control API says so', () =>
    atDesk(async (desk) => {
      const { emulator, read } = desk
      const { id, own } = await talk(desk)
      const party = (participantId: string) =>
        control(emulator, 'POST', `/conversations/${id}/parties/${participantId}/hangup`)
      expect((await party(id)).status).toBe(404)
      expect((await party(own.id)).status).toBe(400)
      const { participants } = await read(id)
      expect((await party(participants[1].id)).status).toBe(202)
      const over = await read(id)
      expect(over.participants.map((one: Json) => one.calls[0].disconnectType)).toEqual([
        'peer',
        'endpoint',
      ])
    }))
})

describe('confined', () => {
  const confine = (call: Conversation, confined: boolean) =>
    ({ type: 'confine', confined, ...as(call, 'ana') }) as const
  const three = (facts: Partial<Participant> = {}) => {
    const before = talking()
    const third = { ...of(before, 'customer'), id: 'third', purpose: 'external' as const, ...facts }
    return addParticipant(before, third)
  }

  test('a party of three or more can be, since a time', () => {
    const before = three()
    const call = become(before, 5000, confine(before, true))
    const own = toRest(call, { id: 'home', name: 'Home' }).participants?.[2]?.calls?.[0]
    expect(own).toMatchObject({ confined: true, startHoldTime: new Date(5000).toISOString() })
  })

  test.each<[string, Partial<Participant>]>([
    ['listens', { supervises: { participantId: 'ana', as: 'monitor' } }],
    ['is a queue', { purpose: 'acd' }],
  ])('nobody can be because a third %s', (_what, facts) => {
    const call = three(facts)
    expect(refusal(call, confine(call, true))).toBe('conversation.error.cannot.confine.party')
  })

  test('nobody is for ever: with two left they are heard again', () => {
    const before = three()
    const left = become(before, 5000, confine(before, true), {
      type: 'hangUp',
      participantId: 'third',
    })
    const call = become(left, 6000, confine(left, false))
    expect(of(call, 'ana').call.confined).toBe(false)
    expect(of(call, 'ana').call.startHoldTime).toBeUndefined()
    expect(refusal(call, confine(call, true))).toBe('conversation.error.cannot.confine.party')
  })

  test('and held too, a leg counts from the first of the two until neither is', () => {
    const before = three()
    const hold = (held: boolean) => ({ type: 'hold', held, ...as(before, 'ana') }) as const
    const both = become(become(before, 5000, confine(before, true)), 6000, hold(true))
    const confined = become(both, 7000, hold(false))
    const held = become(both, 7000, confine(before, false))
    for (const call of [both, confined, held]) {
      expect(of(call, 'ana').call.startHoldTime).toBe(5000)
    }
    const heard = become(confined, 8000, confine(before, false))
    expect(of(heard, 'ana').call.startHoldTime).toBeUndefined()
  })
})

test('nobody is confined but in a conference', () =>
  atDesk(async (desk) => {
    const { path } = await talk(desk)
    expect((await desk.ana.ask('PATCH', path, { confined: true })).body).toMatchObject({
      status: 400,
      code: 'conversation.error.cannot.confine.party',
    })
  }))
