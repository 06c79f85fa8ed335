import { describe, expect, test } from 'vitest'
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

const isClosing = ({ topicName }: Json) => topicName === 'v2.system.socket_closing'
const isPong = ({ eventBody }: Json) => eventBody?.message === 'pong'

describe('sockets that will be closed', () => {
  test('are told a minute before, and closed with 1001', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const channel = await subscribe(ana, [])
        const listener = await openSocket(channel.connectUri)
        expect((await control(emulator, 'POST', '/sockets/closing')).body).toEqual({ count: 1 })
        expect((await listener.next(isClosing)).eventBody).toEqual({
          channelId: channel.id,
          userId: ana.userId,
          oauthClientId: 'minidesk-local',
          message: expect.any(String),
        })
        clock.advance(59_999)
        listener.send('{"message":"ping"}')
        await listener.next(isPong)
        clock.advance(1)
        expect(await listener.closed).toBe(1001)
        // The channel itself lives on.
        await openSocket(channel.connectUri)
      },
      { clock },
    )
  })

  test('make room for another one, which is left alone', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const ben = await signIn(emulator, 'Ben Okafor')
        const bystander = await listenTo(ben, [])
        const channel = await subscribe(ana, [])
        const first = await openSocket(channel.connectUri)
        const body = { userId: ana.userId, ms: 500 }
        expect((await control(emulator, 'POST', '/sockets/closing', body)).body.count).toBe(1)
        await first.next(isClosing)
        const second = await openSocket(channel.connectUri)
        expect(await first.closed).toBe(1000)
        clock.advance(500)
        for (const listener of [second, bystander]) {
          listener.send('{"message":"ping"}')
          await listener.next(isPong)
          expect(listener.frames.some(isClosing)).toBe(false)
        }
      },
      { clock },
    )
  })
})

describe('a channel taken over by somebody else', () => {
  test('is no longer heard by its client, until that connects again', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const { userId } = ana
        const channel = await subscribe(ana, [`v2.users.${userId}.presence`])
        const change = async (systemPresence: string) => {
          await control(emulator, 'POST', `/users/${userId}/presence`, { systemPresence })
          clock.advance(5)
        }
        const first = await openSocket(channel.connectUri)
        const taken = await control(emulator, 'POST', '/sockets/takeover', { userId })
        expect(taken.body).toEqual({ count: 1 })
        expect(await first.closed).toBe(1000)
        expect(first.frames).toMatchObject([
          { eventBody: { reason: 'another_channel_subscribed', channelId: channel.id } },
        ])
        await change('Away')
        const second = await openSocket(channel.connectUri)
        await change('Busy')
        const told = await second.next(({ eventBody }) => eventBody.presenceDefinition)
        expect(told.eventBody.presenceDefinition.systemPresence).toBe('BUSY')
      },
      { clock },
    )
  })

  test('is free again when that somebody is cut off', () =>
    withEmulator(async (emulator) => {
      await listenTo(await signIn(emulator), [])
      await control(emulator, 'POST', '/sockets/takeover')
      expect((await control(emulator, 'GET', '/state')).body.sockets).toBe(1)
      expect((await control(emulator, 'POST', '/sockets/drop')).body.count).toBe(1)
      expect((await control(emulator, 'GET', '/state')).body.sockets).toBe(0)
    }))
})

describe('subscribing over the socket', () => {
  test('adds topics, takes them away, and says so', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { connectUri, path } = await subscribe(ana, [`v2.users.${ana.userId}.presence`])
      const listener = await openSocket(connectUri)
      const say = async (correlationId: string, message: string, topics: unknown) => {
        listener.send(JSON.stringify({ message, topics, correlationId }))
        return listener.next((frame) => frame.correlationId === correlationId)
      }
      const ids = async () =>
        (await ana.ask('GET', path)).body.entities.map(({ id }: Json) => id.split('.').at(-1))
      const activity = `v2.users.${ana.userId}.activity`

      expect(await say('1', 'subscribe', [activity])).toEqual({
        result: '200',
        status: 'subscribed',
        correlationId: '1',
      })
      expect(await ids()).toEqual(['presence', 'activity'])
      expect(await say('2', 'subscribe', ['nonsense'])).toMatchObject({
        result: '400',
        status: 'failure',
      })
      expect(await say('3', 'subscribe', 'everything')).toMatchObject({
        result: '400',
        status: 'error',
      })
      expect(await say('4', 'unsubscribe', [activity.toUpperCase()])).toMatchObject({
        result: '200',
        status: 'unsubscribed',
      })
      expect(await ids()).toEqual(['presence'])
    }))
})
