import { describe, expect, test } from 'vitest'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { type HoursOptions, hearing, hour, hoursOf, minute, rotated, urlOf } from './hours'
import { states } from './listening'
import { getMe } from './stage'

const { openSignedIn, hours: current } = hoursOf({ ...rotated, lasting: 8 * 3600 })

describe('a sign-in with a refresh token', () => {
  test.each([
    ['5 minutes before its end', 8 * 3600, 0, 5 * minute],
    ['half a minute earlier where chance will have it', 8 * 3600, 1, 5.5 * minute],
    ['after four fifths of a short life', 300, 0, minute],
  ])('is renewed %s, by one request', async (_what, lasting, random, before) => {
    await openSignedIn({ lasting, random: () => random })
    await current().pass(lasting * 1000 - before - 1)
    expect(await current().tokenRequests()).toEqual([200])
    await current().pass(1)
    expect(await current().tokenRequests()).toEqual([200, 200])
    expect((await control(current().emulator, 'GET', '/state')).body.tokens).toHaveLength(2)
  })

  test('tells no page, and stays the same sign-in', async () => {
    const page = await openSignedIn()
    const heard = hearing(page)
    await current().pass(8 * hour - 4 * minute)
    expect(await current().tokenRequests()).toEqual([200, 200])
    expect(heard()).toEqual([])
    expect(page.session()).toMatchObject({ login: 1, standing: { state: 'firm' } })
    // The first token's end changes nothing either.
    await current().pass(hour)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect(heard()).toEqual([])
  })

  test('lasts a shift of 18 hours by 8 tokens and more, each refresh token used once', async () => {
    const page = await openSignedIn({ lasting: 9000 })
    const heard = hearing(page)
    for (let passed = 0; passed < 18; passed++) {
      await current().pass(hour, minute)
      expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    }
    // Every 2 h 25 min. A refresh token that came twice would have voided them all.
    expect(await current().tokenRequests()).toEqual(Array(8).fill(200))
    expect(heard()).toEqual([])
  })

  test('is renewed once, however many pages there are and look', async () => {
    const page = await openSignedIn()
    const pages = [page, await current().page(), await current().page(), await current().page()]
    await current().pass(8 * hour - 6 * minute, 10 * minute)
    current().jump(2 * minute)
    await Promise.all(
      pages.flatMap((one) => [
        one.send({ kind: 'ping' }),
        one.send({ kind: 'online' }),
        one.send(getMe),
      ]),
    )
    await eventually(current().tokenRequests).toEqual([200, 200])
  })
})

describe('the channel of a sign-in that is renewed', () => {
  async function openListening(options: HoursOptions = {}) {
    const page = await openSignedIn({ lasting: 300, ...options })
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toEqual({ state: 'live', epoch: 1 })
    const before = states(page).length
    return {
      page,
      /** What was told of the socket since it was live. */
      told: () => states(page).slice(before),
      async say(systemPresence: string) {
        await control(current().emulator, 'POST', `/users/${userId}/presence`, { systemPresence })
        await current().pass(500)
      },
    }
  }
  const sockets = async () => (await control(current().emulator, 'GET', '/state')).body.sockets
  /** Until it is due, without a socket that is silent for too long. */
  const due = () => current().pass(4 * minute, 5_000)

  test('is replaced by one of the new token: nothing is said but that there is a gap to look into', async () => {
    const { page, told } = await openListening()
    await due()
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
    expect(told()).toEqual(['live'])
    await eventually(sockets).toBe(1)
    expect(new Set(current().opened).size).toBe(2)
  })

  test('loses no event, whenever it comes', async () => {
    const gates = ['/notifications/channels', '/subscriptions']
    /** Answers that are kept waiting. */
    const held: (() => void)[] = []
    let holding = false
    const isHeld = (url: string) => holding && gates.some((gate) => url.endsWith(gate))
    const { page, say } = await openListening({
      isHeld,
      async fetch(input, init) {
        const response = await fetch(input, init)
        if (isHeld(urlOf(input))) await new Promise<void>((go) => held.push(go))
        return response
      },
    })
    holding = true
    await due()
    for (const word of ['Busy', 'Break']) {
      await eventually(() => held.length).toBe(1)
      await say(word)
      held.pop()?.()
    }
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
    await say('Training')
    await eventually(() => page.events().filter(({ topic }) => topic === 'presence').length).toBe(3)
  })

  test('lives on when the token before ends', async () => {
    const { page, say, told } = await openListening()
    await due()
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
    await current().pass(minute + 1_000, 5_000)
    await say('Busy')
    await eventually(() => page.events().length).toBeGreaterThan(0)
    expect(told()).toEqual(['live'])
  })

  test('is not opened anew when the old one goes away in the middle', async () => {
    const { page } = await openListening()
    await current().pass(4 * minute - 1, 5_000)
    await control(current().emulator, 'POST', '/sockets/drop', {})
    await current().pass(5_000, 500)
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await eventually(sockets).toBe(1)
  })
})
