import { describe, expect, test } from 'vitest'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { hearing, hour, hoursOf, minute, rotated } from './hours'
import { getMe, order, type Page } from './stage'

const { open, openSignedIn, hours } = hoursOf({ lasting: 8 * 3600 })

const firm = { state: 'signed-in', login: 1, standing: { state: 'firm' } }
const expire = () => control(hours().emulator, 'POST', '/tokens/expire', {})
/** Questions whether the token is still taken, beside the one of the log-in. */
const checks = async () => (await hours().requests('getTokensMe')).length - 1
const unauthorized = async () =>
  (await hours().requests()).filter(({ status }) => status === 401).length

/** Everything that makes an engine look at its deadlines. */
async function wake(page: Page) {
  await page.send({ kind: 'ping' })
  await page.send({ kind: 'online' })
  await page.send({ kind: 'ping' })
  await hours().rest()
}

describe.each([2 * hour, -2 * hour])('a wall clock that is %i ms off', (off) => {
  test.each([
    ['with a refresh token', rotated],
    ['without one', {}],
  ])('from the beginning makes no difference, %s', async (_what, options) => {
    await open({ lasting: 8 * 3600, ...options })
    hours().jump(off)
    const page = await hours().page()
    await hours().signIn(page)
    await hours().pass(7 * hour, 10 * minute)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect(page.session()).toMatchObject(firm)
    expect([await hours().tokenRequests(), await checks()]).toEqual([[200], 0])
  })

  test('in the middle of a life of an hour is found out by one question, or by none', async () => {
    const page = await openSignedIn({ lasting: 3600 })
    await hours().pass(10 * minute)
    const heard = hearing(page)
    hours().jump(off)
    await wake(page)
    await hours().pass(10 * minute)
    await wake(page)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect(await checks()).toBe(off > 0 ? 1 : 0)
    expect(page.session()).toMatchObject(firm)
    expect(heard().filter(({ state }) => state !== 'signed-in')).toEqual([])
    // Its end is the true one.
    await hours().pass(30 * minute)
    expect(page.session()).toMatchObject({
      standing: { state: 'ending', endsAt: hours().now() + 10 * minute },
    })
    await hours().pass(10 * minute)
    await eventually(page.session).toMatchObject({ standing: { state: 'ended' } })
    expect(await unauthorized()).toBe(0)
  })

  test('in the middle, with a refresh token, makes one renewal at the most', async () => {
    const page = await openSignedIn({ ...rotated, lasting: 3600 })
    await hours().pass(10 * minute)
    hours().jump(off)
    await wake(page)
    await hours().pass(20 * minute)
    expect(await hours().tokenRequests()).toEqual(off > 0 ? [200, 200] : [200])
    await hours().pass(hour)
    expect((await hours().tokenRequests()).length).toBeLessThan(4)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect(page.session()).toMatchObject(firm)
    expect(await unauthorized()).toBe(0)
  })

  test('while the token endpoint is in trouble neither stops nor hastens what is tried', async () => {
    const page = await openSignedIn({
      ...rotated,
      lasting: 3600,
      isHeld: (url) => url.endsWith('/oauth/token'),
    })
    const fault = { kind: 'status', status: 500, path: '/oauth/token', times: 4 }
    await control(hours().emulator, 'POST', '/faults', fault)
    await hours().pass(55 * minute)
    await eventually(hours().tokenRequests).toEqual([200, 500])
    await eventually(page.session).toMatchObject({ standing: { state: 'ending' } })
    hours().jump(off)
    await eventually(async () => {
      await hours().pass(500, 500)
      return hours().tokenRequests()
    }).toEqual([200, 500, 500, 500, 500, 200])
    await eventually(page.session).toMatchObject(firm)
  })

  test('just after a renewal ends no sign-in by a refusal', async () => {
    const page = await openSignedIn({ ...rotated, lasting: 3600 })
    await hours().pass(55 * minute)
    expect(await hours().tokenRequests()).toEqual([200, 200])
    await hours().pass(5 * minute)
    hours().jump(off)
    await expire()
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect(page.session()).toMatchObject(firm)
  })
})

describe('a machine that slept for 8 hours, its counter standing still', () => {
  async function sleep(page: Page, options: { ended: boolean }) {
    await hours().pass(10 * minute)
    hours().jump(8 * hour)
    if (options.ended) await expire()
    const heard = hearing(page)
    return heard
  }

  test('asks once whether a token in doubt is taken, and ends in place when it is not', async () => {
    const page = await openSignedIn({ lasting: 3600 })
    await sleep(page, { ended: true })
    const ends = await Promise.all([
      page.failure(order),
      page.send({ kind: 'ping' }),
      page.send({ kind: 'online' }),
      page.failure({ ...order, params: { userId: 'b' } }),
    ])
    expect(ends[0]).toMatchObject({ kind: 'signed-out', outcome: 'refused' })
    expect(ends[3]).toMatchObject({ kind: 'signed-out', outcome: 'refused' })
    expect(page.session()).toMatchObject({ login: 1, standing: { state: 'ended' } })
    // Nothing else went out with it.
    expect([await checks(), await unauthorized()]).toEqual([1, 1])
    expect(await hours().requests('putUserRoutingstatus')).toEqual([])
  })

  test('keeps no idle sign-in alive by asking', async () => {
    const asked: string[] = []
    const page = await openSignedIn({
      lasting: 3600,
      fetch(input, init) {
        if (input instanceof Request && input.url.includes('/tokens/me'))
          asked.push(new URL(input.url).search)
        return fetch(input, init)
      },
    })
    await sleep(page, { ended: true })
    await wake(page)
    await eventually(() => asked).toEqual(['?preserveIdleTTL=true', '?preserveIdleTTL=true'])
  })

  test('goes on where the token is taken after all', async () => {
    const page = await openSignedIn({ lasting: 3600 })
    await sleep(page, { ended: false })
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect(page.session()).toMatchObject(firm)
    expect(await checks()).toBe(1)
  })

  test('in doubt without a network asks no more than every ten seconds', async () => {
    let down = false
    let tries = 0
    const page = await openSignedIn({
      lasting: 3600,
      async fetch(input, init) {
        if (!down) return fetch(input, init)
        tries++
        throw new TypeError('no network')
      },
    })
    await sleep(page, { ended: false })
    down = true
    for (let second = 0; second < 60; second += 5) {
      await page.send({ kind: 'ping' })
      await hours().pass(5_000, 1_000)
    }
    // Each question is sent a few times within 30 s, and rests for 10 s.
    expect(tries).toBeLessThan(12)
    expect(page.session()).toMatchObject({ login: 1, standing: { state: 'ending' } })
    down = false
    for (let second = 0; second < 30; second += 5) {
      await page.send({ kind: 'ping' })
      await hours().pass(5_000, 1_000)
    }
    expect(page.session()).toMatchObject(firm)
  })

  test('renews first, with a refresh token: nothing goes out with the old one', async () => {
    const page = await openSignedIn({ ...rotated, lasting: 3600 })
    const heard = await sleep(page, { ended: true })
    expect(
      await Promise.all([page.send(getMe), page.send({ kind: 'ping' }), page.send(getMe)]),
    ).toMatchObject([{ name: 'Ana Ruiz' }, undefined, { name: 'Ana Ruiz' }])
    expect([await hours().tokenRequests(), await checks(), await unauthorized()]).toEqual([
      [200, 200],
      0,
      0,
    ])
    await hours().pass(minute)
    expect(page.session()).toMatchObject(firm)
    expect(
      heard().filter(
        (session) => session.state !== 'signed-in' || session.standing.state === 'ended',
      ),
    ).toEqual([])
  })

  test('and its counter with it, does without a question: there is no doubt', async () => {
    const page = await openSignedIn({ lasting: 3600 })
    await hours().pass(10 * minute)
    // Timers that come late are no part of it.
    await hours().pass(8 * hour, 8 * hour)
    expect(page.session()).toMatchObject({ standing: { state: 'ended' } })
    expect([await checks(), await unauthorized()]).toEqual([0, 0])
  })

  test.each(['ping', 'online', 'hello'] as const)(
    'looks at what is due with the first %s',
    async (kind) => {
      const page = await openSignedIn({ ...rotated, lasting: 12 * 3600 })
      hours().jump(12 * hour - minute)
      await page.send(kind === 'hello' ? { kind, folder: 'http://localhost:5173/' } : { kind })
      await eventually(hours().tokenRequests).toEqual([200, 200])
    },
  )

  test('looks at what is due with the first request', async () => {
    const page = await openSignedIn({ ...rotated, lasting: 12 * 3600 })
    hours().jump(12 * hour - minute)
    await page.send(getMe)
    await eventually(hours().tokenRequests).toEqual([200, 200])
  })
})
