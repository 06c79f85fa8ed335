import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { control, exchange, type Json, listenTo, logIn, signIn, withEmulator } from './visitor'

const presence = (frame: Json) => frame.topicName.endsWith('.presence')
const pong = (frame: Json) => frame.eventBody.message === 'pong'

describe('a muted socket', () => {
  test('looks open and is dead, for the user meant, until the time is over', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const [ana, ben] = [await signIn(emulator), await signIn(emulator, 'Ben Okafor')]
        const [hers, his] = [await listenTo(ana, ['presence']), await listenTo(ben, ['presence'])]
        const change = async (userId: string, systemPresence: string) => {
          await control(emulator, 'POST', `/users/${userId}/presence`, { systemPresence })
          clock.advance(10)
        }
        const mute = { userId: ana.userId, ms: 60_000 }
        const muted = await control(emulator, 'POST', '/sockets/mute', mute)
        expect(muted).toEqual({ status: 200, body: { count: 1 } })

        await change(ana.userId, 'Meal')
        await change(ben.userId, 'Meal')
        await his.next(presence)
        hers.send('{"message":"ping"}')
        await control(emulator, 'POST', '/sockets/send', { text: '{"topicName":"hello"}' })
        await his.next((frame) => frame.topicName === 'hello')
        clock.advance(50_000)
        expect((await control(emulator, 'GET', '/state')).body.sockets).toBe(2)

        clock.advance(10_000)
        await change(ana.userId, 'Break')
        await hers.next(presence)
        hers.send('{"message":"ping"}')
        await hers.next(pong)
        const told = hers.frames.filter((frame) => !frame.eventBody?.message)
        expect(told).toHaveLength(1)
        expect(told[0].eventBody.presenceDefinition.systemPresence).toBe('BREAK')
        expect(hers.frames.filter(pong)).toHaveLength(1)
      },
      { clock },
    )
  })

  test('stays so for good without a time; the next socket speaks', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const deaf = await listenTo(ana, ['presence'])
      await control(emulator, 'POST', '/sockets/mute')
      const next = await listenTo(ana, ['presence'])
      await control(emulator, 'POST', `/users/${ana.userId}/presence`, { systemPresence: 'Meal' })
      await next.next(presence)
      expect(deaf.frames).toEqual([])
      expect((await control(emulator, 'POST', '/sockets/drop')).body.count).toBe(2)
      expect(await deaf.closed).toBe(1006)
    }))

  test('does not hear that its token is gone, until it hears again', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const [ana, ben] = [await signIn(emulator), await signIn(emulator, 'Ben Okafor')]
        const [hers, his] = [await listenTo(ana, ['presence']), await listenTo(ben, ['presence'])]
        let over = false
        void hers.closed.then(() => {
          over = true
        })
        await control(emulator, 'POST', '/sockets/mute', { userId: ana.userId, ms: 90_000 })
        await control(emulator, 'POST', '/tokens/revoke')
        expect(await his.closed).toBe(1008)
        expect(over).toBe(false)
        clock.advance(90_000)
        expect(await hers.closed).toBe(1008)
        expect(hers.frames).toEqual([])
      },
      { clock },
    )
  })

  test('is cut by a reset, even when nobody knows it any more', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['presence'])
      await control(emulator, 'POST', '/sockets/mute')
      await control(emulator, 'POST', '/tokens/expire')
      await control(emulator, 'POST', '/reset')
      expect(await listener.closed).toBe(1006)
    }))
})

describe('the duration of tokens', () => {
  test('holds for those issued from now on, until the reset', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const earlier = await signIn(emulator)
        const issue = async () => {
          const { location } = await logIn(emulator)
          const answer = await exchange(emulator, location.searchParams.get('code') ?? '')
          return (await answer.json()).expires_in
        }
        const told = await control(emulator, 'POST', '/tokens/duration', { seconds: 5 })
        expect(told).toEqual({ status: 204, body: undefined })
        const later = await signIn(emulator, 'Ben Okafor')
        expect(await issue()).toBe(5)
        const { body } = await control(emulator, 'GET', '/state')
        expect(body.clients[0].tokenDuration).toBe(5)
        clock.advance(4999)
        expect((await later.ask('GET', '/users/me')).status).toBe(200)
        clock.advance(1)
        expect((await later.ask('GET', '/users/me')).status).toBe(401)
        expect((await earlier.ask('GET', '/users/me')).status).toBe(200)
        await control(emulator, 'POST', '/reset')
        expect(await issue()).toBe(86_400)
      },
      { clock },
    )
  })
})
