import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { answerableByApi, type StationKind } from '../../emulator/org/stations'
import { createStage } from './stage'
import { control, type Json, listenTo, signIn, type Visitor, withEmulator } from './visitor'

describe('a phone can be answered by API', () => {
  test.each<[StationKind, boolean, boolean]>([
    ['webrtc', true, true],
    ['webrtc', false, false],
    ['sip', false, true],
    ['plainSip', true, false],
    ['remote', true, true],
    ['remote', false, false],
  ])('%s, persistent connection %s: %s', (kind, connected, answerable) => {
    expect(answerableByApi({ kind }, connected)).toBe(answerable)
  })
})

describe('the phones of the organisation', () => {
  test('are used by one at a time, and one at a time by each', () => {
    const { world, user } = createStage()
    const { phones } = world
    const [ana, ben] = [user('Ana').id, user('Ben').id]
    const sip = phones.all().find(({ kind }) => kind === 'sip')?.id ?? ''
    expect(phones.associate(ana, sip)).toBeUndefined()
    expect(phones.userOf(user('Ana').stationId)).toBeUndefined()
    expect(phones.lastOf(ana)?.id).toBe(user('Ana').stationId)
    expect(phones.associate(ben, sip)).toBe('userservice.stationalreadyassociated')
    expect(phones.associate(ben, user('Ana').stationId)).toBe(
      'userservice.stationalreadyassociated',
    )
    expect(phones.setDefault(ben, user('Ana').stationId)).toBe(
      'userservice.stationalreadyhasdefaultuser',
    )
    phones.disassociate(ana)
    expect(phones.associate(ben, sip)).toBeUndefined()
    expect(phones.associate(ben, 'nowhere')).toBe('userservice.station.notfound')
  })

  test('are given out until there are none left', () => {
    const { world, user } = createStage()
    const names = ['Ana', 'Ben', 'Chloé'].map((name) => user(name).id)
    expect(names.map((id) => world.phones.give(id, 'remote'))).toEqual([true, true, false])
    expect(world.phones.give(user('Ana').id, 'none')).toBe(true)
    expect(world.phones.associationOf(user('Ana').id)).toBeUndefined()
    expect(world.phones.give(user('Chloé').id, 'remote')).toBe(true)
  })
})

async function ring(emulator: Emulator, ana: Visitor) {
  const from = { name: 'Derya Kowalczyk', number: '+14635550101' }
  const called = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
  const { conversationId } = called.body
  const { body } = await ana.ask('GET', `/conversations/${conversationId}`)
  const own = body.participants.find((one: Json) => one.userId === ana.userId)
  const path = `/conversations/calls/${conversationId}/participants/${own.id}`
  const state = async () => {
    const now = await ana.ask('GET', `/conversations/${conversationId}`)
    return now.body.participants.find((one: Json) => one.id === own.id).calls[0].state
  }
  return { conversationId, state, answer: () => ana.ask('PATCH', path, { state: 'connected' }) }
}

describe('answering by API', () => {
  test('is refused on a phone that cannot be, or taken and of no effect', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const phone = `/users/${ana.userId}/phone`
      await control(emulator, 'POST', phone, { kind: 'plainSip' })
      const call = await ring(emulator, ana)
      expect(await call.answer()).toMatchObject({
        status: 400,
        body: { code: 'conversation.participant.update.invalid' },
      })
      await control(emulator, 'POST', '/switches', { unanswerablePhone: 'ignored' })
      expect((await call.answer()).status).toBe(202)
      expect(await call.state()).toBe('alerting')
      const { conversationId } = call
      await control(emulator, 'POST', `/users/${ana.userId}/answer`, { conversationId })
      expect(await call.state()).toBe('connected')
    }))

  test('works again once the phone itself has answered and stays connected', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const phone = `/users/${ana.userId}/phone`
      expect((await control(emulator, 'POST', phone, { kind: 'remote' })).body).toMatchObject({
        kind: 'remote',
        connected: false,
      })
      const first = await ring(emulator, ana)
      expect((await first.answer()).status).toBe(400)
      const { conversationId } = first
      await control(emulator, 'POST', `/users/${ana.userId}/answer`, { conversationId })
      await control(emulator, 'POST', `/users/${ana.userId}/hangup`, { conversationId })
      const second = await ring(emulator, ana)
      expect((await second.answer()).status).toBe(202)
      expect(await second.state()).toBe('connected')
    }))

  test('needs a phone, and a WebRTC phone its connection', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const phone = `/users/${ana.userId}/phone`
      const call = await ring(emulator, ana)
      await control(emulator, 'POST', phone, { connected: false })
      expect((await call.answer()).status).toBe(400)
      await control(emulator, 'POST', phone, { kind: 'none' })
      expect((await call.answer()).status).toBe(400)
      const back = await control(emulator, 'POST', phone, { kind: 'webrtc', connected: true })
      expect(back.body).toMatchObject({ kind: 'webrtc', connected: true })
      expect((await call.answer()).status).toBe(202)
      expect(await control(emulator, 'POST', phone, { kind: 'tin can' })).toMatchObject({
        status: 400,
        body: { field: 'kind' },
      })
    }))
})

describe('stations', () => {
  test('are listed, and told apart by name, owner and whether they can be chosen', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = [await signIn(emulator), await signIn(emulator, 'Ben Okafor')]
      await control(emulator, 'POST', `/users/${ben.userId}/phone`, { kind: 'none' })
      const names = async (query: string) => {
        const { body } = await ana.ask('GET', `/stations?pageSize=100&${query}`)
        return body.entities.map((one: Json) => one.name)
      }
      expect(await names('name=Ware*')).toEqual(['Warehouse'])
      expect(await names(`webRtcUserId=${ana.userId}`)).toEqual(['Ana Ruiz WebRTC'])
      const selectable = await names('userSelectable=true')
      expect(selectable).toEqual(expect.arrayContaining(['Ana Ruiz WebRTC', 'Reception']))
      expect(selectable).not.toContain('Ben Okafor WebRTC')
      const { body } = await ana.ask('GET', '/stations?name=Reception')
      const [reception] = body.entities
      expect(await ana.ask('GET', `/stations/${reception.id}`)).toMatchObject({
        status: 200,
        body: { status: 'AVAILABLE', type: 'inin_physical' },
      })
      expect((await ana.ask('GET', '/stations/nowhere')).body).toMatchObject({
        code: 'general.resource.not.found',
        message: 'Specified station resource not found.',
      })
    }))

  test('are chosen and left, and an event tells of it', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['station'])
      const own = `/users/${ana.userId}/station`
      const { body } = await ana.ask('GET', '/stations?name=Reception')
      const [{ id }] = body.entities
      expect((await ana.ask('PUT', `${own}/associatedstation/${id}`)).status).toBe(202)
      const event = await listener.next(({ eventBody }) => eventBody.associatedStation?.id === id)
      expect(event.eventBody.associatedStation.associatedUser).toEqual({ id: ana.userId })
      expect((await ana.ask('GET', own)).body).toMatchObject({
        associatedStation: { name: 'Reception', associatedUser: { id: ana.userId } },
        effectiveStation: { name: 'Reception' },
        defaultStation: { name: 'Ana Ruiz WebRTC' },
        lastAssociatedStation: { name: 'Ana Ruiz WebRTC' },
      })
      const ben = await signIn(emulator, 'Ben Okafor')
      const taken = await ben.ask('PUT', `/users/${ben.userId}/station/associatedstation/${id}`)
      expect(taken).toMatchObject({
        status: 409,
        body: { code: 'userservice.stationalreadyassociated' },
      })
      expect((await ana.ask('DELETE', `/stations/${id}/associateduser`)).status).toBe(200)
      await listener.next(({ topicName, eventBody }) => {
        return topicName.endsWith('.station') && !('associatedStation' in eventBody)
      })
      expect((await ana.ask('DELETE', `${own}/defaultstation`)).status).toBe(202)
      expect(Object.keys((await ana.ask('GET', own)).body)).toEqual(['lastAssociatedStation'])
      expect((await ana.ask('PUT', `${own}/defaultstation/${id}`)).status).toBe(202)
      expect((await ana.ask('DELETE', `${own}/associatedstation`)).status).toBe(202)
      expect((await ana.ask('PUT', `${own}/associatedstation/nowhere`)).status).toBe(404)
      listener.close()
    }))
})
