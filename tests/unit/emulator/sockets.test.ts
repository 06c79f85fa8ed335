import { describe, expect, test } from 'vitest'
import WebSocket from 'ws'
import { createManualClock } from '../../manual-clock'
import {
  control,
  type Json,
  listenTo,
  openSocket,
  signIn,
  subscribe,
  withEmulator,
} from './visitor'

const topicIs = (name: string) => (frame: Json) => frame.topicName?.startsWith(name)
const messageIs = (text: string) => (frame: Json) => frame.eventBody?.message === text

function handshake(url: string): Promise<number | undefined> {
  const socket = new WebSocket(url)
  return new Promise((resolve) => {
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode))
  })
}

describe('sockets', () => {
  test('an unknown channel is refused at the handshake', () =>
    withEmulator(async (emulator) => {
      expect(await handshake(`${emulator.sockets}/channels/unknown`)).toBe(404)
    }))

  test('beat every thirty seconds, and answer a ping', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const listener = await listenTo(await signIn(emulator), [])
        listener.send('{"message":"ping"}')
        await listener.next(messageIs('pong'))
        clock.advance(29_999)
        listener.send('not JSON, and not answered')
        listener.send('{"message":"ping"}')
        clock.advance(1)
        await listener.next(messageIs('WebSocket Heartbeat'))
        clock.advance(30_000)
        await expect
          .poll(() => listener.frames.filter(messageIs('WebSocket Heartbeat')))
          .toHaveLength(2)
        await expect.poll(() => listener.frames).toHaveLength(4)
      },
      { clock },
    )
  })

  test('a second connection takes the channel over, and the first is told', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const channel = await subscribe(ana, [])
      expect(channel.connectUri).toBe(`${emulator.sockets}/channels/${channel.id}`)
      const first = await openSocket(channel.connectUri)
      const second = await openSocket(channel.connectUri)
      expect(await first.closed).toBe(1000)
      expect(first.frames).toMatchObject([
        {
          topicName: `v2.system.no_longer_subscribed.${channel.id}`,
          eventBody: {
            channelId: channel.id,
            systemTopicType: 'no_longer_subscribed',
            reason: 'another_channel_subscribed',
            userId: ana.userId,
          },
        },
      ])
      second.send('{"message":"ping"}')
      await second.next(messageIs('pong'))
    }))

  test('a signed-out token takes its channel along', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const channel = await subscribe(ana, [])
      const listener = await openSocket(channel.connectUri)
      expect((await ana.ask('DELETE', '/tokens/me')).status).toBe(200)
      expect(await listener.closed).toBe(1008)
      expect(listener.frames).toMatchObject([
        {
          topicName: `v2.system.token_revoked.${channel.id}`,
          eventBody: { systemTopicType: 'token_revoked', reason: 'user_tokens_revoked' },
        },
      ])
      expect(await handshake(channel.connectUri)).toBe(404)
      expect((await ana.ask('GET', '/tokens/me')).status).toBe(401)
    }))

  test('a minute before the day of a channel is over its socket is told', () => {
    const clock = createManualClock()
    const day = 24 * 3_600_000
    return withEmulator(
      async (emulator) => {
        await control(emulator, 'POST', '/tokens/duration', { seconds: 172_800 })
        const listener = await listenTo(await signIn(emulator), [])
        clock.advance(day - 60_001)
        listener.send('{"message":"ping"}')
        await listener.next(messageIs('pong'))
        expect(listener.frames.some(topicIs('v2.system.socket_closing'))).toBe(false)
        clock.advance(1)
        await listener.next(topicIs('v2.system.socket_closing'))
        clock.advance(60_000)
        expect(await listener.closed).toBe(1000)
      },
      { clock },
    )
  })
})

describe('frames that nobody should send', () => {
  test('binary ones end the socket with 1003', () =>
    withEmulator(async (emulator) => {
      const listener = await listenTo(await signIn(emulator), [])
      listener.send(Buffer.from('{"message":"ping"}'))
      expect(await listener.closed).toBe(1003)
      expect(listener.frames).toEqual([])
    }))

  test('too long ones end it with 1009', () =>
    withEmulator(async (emulator) => {
      const listener = await listenTo(await signIn(emulator), [])
      listener.send('x'.repeat(64 * 1024 + 1))
      expect(await listener.closed).toBe(1009)
    }))

  test('broken ones end it with 1002 or 1007, and the others live on', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const bystander = await listenTo(ana, [])
      for (const [bytes, code] of [
        // A text frame with reserved bits, and one whose text is no UTF-8.
        [[0xf1, 0x80, 0, 0, 0, 0], 1002],
        [[0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff], 1007],
      ] as const) {
        const { connectUri } = await subscribe(ana, [])
        const socket = new WebSocket(connectUri)
        const closed = new Promise<number>((resolve) => socket.on('close', resolve))
        socket.on('upgrade', (response) => response.socket.write(Buffer.from(bytes)))
        expect(await closed).toBe(code)
      }
      bystander.send('{"message":"ping"}')
      await bystander.next(messageIs('pong'))
    }))
})
