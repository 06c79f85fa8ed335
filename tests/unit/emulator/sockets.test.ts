import { describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { createChannels } from '../../emulator/notifications/channels'
import { judgeTopic } from '../../emulator/notifications/topics'
import { createManualClock } from '../../manual-clock'
import { listenTo, openSocket, signIn, withEmulator } from './visitor'

const me = '11111111-1111-4111-8111-111111111111'
const other = '22222222-2222-4222-8222-222222222222'
const owner = { tokenId: 'token', userId: me, clientId: 'desk' }

function fakeSocket() {
  const sent: string[] = []
  const closed: number[] = []
  return {
    sent,
    closed,
    send: (text: string) => void sent.push(text),
    close: (code: number) => void closed.push(code),
    terminate: () => void closed.push(1006),
  }
}

describe('topics', () => {
  test.each([
    [`v2.users.${me}.conversations`, 'permitted'],
    [`v2.users.${me}.routingstatus`, 'permitted'],
    [`v2.users.${me}?presence&routingStatus&conversations`, 'permitted'],
    ['v2.system.socket_closing', 'permitted'],
    [`v2.users.${other}.presence`, 'unauthorized'],
    [`v2.users.${other}?presence&conversations`, 'unauthorized'],
    [`v2.routing.queues.${other}.users`, 'unauthorized'],
    [`v2.users.${me}.weather`, 'invalid'],
    [`v2.users.${me}?presence&weather`, 'invalid'],
    ['nonsense', 'invalid'],
  ])('%s is %s', (topic, verdict) => {
    expect(judgeTopic(topic, me).verdict).toBe(verdict)
  })

  test('are refused all together, or one by one on request', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { body: channel } = await ana.ask('POST', '/notifications/channels')
      const path = `/notifications/channels/${channel.id}/subscriptions`
      const topics = [
        { id: `v2.users.${ana.userId}.presence` },
        { id: `v2.users.${other}.presence` },
      ]
      expect(await ana.ask('PUT', path, topics)).toMatchObject({
        status: 403,
        body: { code: 'notification.unauthorized.topic' },
      })
      expect((await ana.ask('PUT', path, [{ id: 'nonsense' }])).body.code).toBe(
        'notification.invalid.topic',
      )
      const lenient = await ana.ask('PUT', `${path}?ignoreErrors=true`, topics)
      expect(lenient.body.entities).toMatchObject([{ state: 'Permitted' }, { state: 'Rejected' }])
      expect((await ana.ask('GET', path)).body.entities).toHaveLength(1)
      await ana.ask('POST', path, [{ id: `v2.users.${ana.userId}.activity` }])
      expect((await ana.ask('GET', path)).body.entities).toHaveLength(2)
      expect((await ana.ask('DELETE', path)).status).toBe(204)
      expect((await ana.ask('GET', path)).body.entities).toEqual([])
    }))
})

describe('channels', () => {
  test('beat every thirty seconds, and answer a ping', () => {
    const clock = createManualClock()
    const channels = createChannels(clock)
    const { id } = channels.create(owner)
    const socket = fakeSocket()
    channels.connect(id, socket)
    channels.receive(id, socket, '{"message":"ping"}')
    channels.receive(id, socket, 'anything else')
    clock.advance(60_000)
    expect(socket.sent.map((text) => JSON.parse(text).eventBody.message)).toEqual([
      'pong',
      'WebSocket Heartbeat',
      'WebSocket Heartbeat',
    ])
  })

  test('send events in order, under the name subscribed to', () => {
    const clock = createManualClock()
    const channels = createChannels(clock)
    const channel = channels.create(owner)
    const socket = fakeSocket()
    channels.connect(channel.id, socket)
    const topic = `v2.users.${me}.routingstatus`
    channels.subscribe(channel, [topic], [topic])
    channels.publish(me, 'routingStatus', { count: 1 })
    channels.publish(me, 'presence', { count: 2 })
    channels.publish(other, 'routingStatus', { count: 3 })
    channels.publish(me, 'routingStatus', { count: 4 })
    expect(socket.sent).toEqual([])
    clock.advance(10)
    expect(socket.sent.map((text) => JSON.parse(text))).toMatchObject([
      { topicName: topic, version: '2', eventBody: { count: 1 } },
      { topicName: topic, eventBody: { count: 4 } },
    ])
  })

  test('end after a day, unless subscribed anew', () => {
    const clock = createManualClock()
    const channels = createChannels(clock)
    const channel = channels.create(owner)
    clock.advance(23 * 3_600_000)
    channels.subscribe(channel, [], [])
    clock.advance(23 * 3_600_000)
    expect(channels.get(channel.id)).toBeDefined()
    clock.advance(3_600_000)
    expect(channels.get(channel.id)).toBeUndefined()
  })

  test('the twenty-first takes the place of one not connected', () => {
    const clock = createManualClock()
    const channels = createChannels(clock)
    const first = channels.create(owner)
    channels.connect(first.id, fakeSocket())
    clock.advance(1000)
    const second = channels.create(owner)
    for (let count = 2; count < 20; count += 1) channels.create(owner)
    clock.advance(1000)
    channels.create(owner)
    expect(channels.get(first.id)).toBeDefined()
    expect(channels.get(second.id)).toBeUndefined()
    expect(channels.ofOwner(owner)).toHaveLength(20)
  })
})

describe('sockets', () => {
  test('an unknown channel is refused at the handshake', () =>
    withEmulator(async (emulator) => {
      const socket = new WebSocket(`${emulator.sockets}/channels/unknown`)
      const status = await new Promise((resolve) => {
        socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
      })
      expect(status).toBe(404)
    }))

  test('a second connection takes the channel over', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { body: channel } = await ana.ask('POST', '/notifications/channels')
      expect(channel.connectUri).toBe(`${emulator.sockets}/channels/${channel.id}`)
      const first = await openSocket(channel.connectUri)
      const second = await openSocket(channel.connectUri)
      expect(await first.closed).toBe(1000)
      second.send('{"message":"ping"}')
      await second.next((frame) => frame.eventBody.message === 'pong')
    }))

  test('a signed-out token takes its channel along', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['presence'])
      expect((await ana.ask('DELETE', '/tokens/me')).status).toBe(200)
      expect(await listener.closed).toBe(1008)
      expect((await ana.ask('GET', '/tokens/me')).status).toBe(401)
    }))
})
