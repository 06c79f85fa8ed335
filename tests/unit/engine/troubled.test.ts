import { describe, expect, test } from 'vitest'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { hearing, hour, hoursOf, minute, rotated, signInAgain } from './hours'
import { getMe, order, type Page } from './stage'

const { openSignedIn, hours } = hoursOf({
  ...{ ...rotated, lasting: 8 * 3600 },
  isHeld: (url) => url.endsWith('/oauth/token'),
})

const path = '/oauth/token'
const fault = (what: object) => control(hours().emulator, 'POST', '/faults', { path, ...what })
const well = () => control(hours().emulator, 'DELETE', '/faults')
const expire = () => control(hours().emulator, 'POST', '/tokens/expire', {})
const asked = async () => (await hours().tokenRequests()).length
/** What happened to a token request is known. */
async function passUntilAsked(count: number, step: number) {
  await eventually(async () => {
    if ((await asked()) < count) await hours().pass(step, step)
    return asked()
  }).toBeGreaterThanOrEqual(count)
}
/** Until it is due. */
const due = () => hours().pass(8 * hour - 5 * minute, 5 * minute)
const firm = { state: 'signed-in', login: 1, standing: { state: 'firm' } }

describe('a token endpoint in trouble', () => {
  test.each([
    ['that does not answer', { kind: 'reset' }],
    ['that has a problem of its own', { kind: 'status', status: 500 }],
    ['that is not there', { kind: 'status', status: 503 }],
    ['that answers with a page', { kind: 'html' }],
    ['that answers with half of it', { kind: 'truncate', phase: 'before' }],
    ['that answers with nothing', { kind: 'empty', phase: 'before' }],
  ])('%s ends no sign-in: it is asked again', async (_what, what) => {
    const page = await openSignedIn()
    await fault({ ...what, times: 3 })
    await due()
    await passUntilAsked(2, 500)
    await eventually(page.session).toMatchObject({ standing: { state: 'ending', due: false } })
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    await passUntilAsked(5, 500)
    await eventually(page.session).toMatchObject(firm)
    expect(await asked()).toBe(5)
  })

  test('is asked ever more slowly: after 1 s, 2 s … and every 15 to 30 s in the end', async () => {
    await openSignedIn()
    await fault({ kind: 'status', status: 500, times: 999 })
    await due()
    const times: number[] = []
    for (let count = 2; count < 10; count++) {
      await passUntilAsked(count, 500)
      times.push(hours().now())
    }
    const waits = times.slice(1).map((at, nth) => at - (times[nth] ?? 0))
    expect(waits).toEqual([1000, 2000, 4000, 8000, 15_000, 15_000, 15_000])
  })

  test('leaves as much to chance as it waits', async () => {
    await openSignedIn({ random: () => 1 })
    await fault({ kind: 'status', status: 500, times: 999 })
    await hours().pass(8 * hour - 5.5 * minute, 2.5 * minute)
    const times: number[] = []
    for (let count = 2; count < 9; count++) {
      await passUntilAsked(count, 500)
      times.push(hours().now())
    }
    const waits = times.slice(1).map((at, nth) => at - (times[nth] ?? 0))
    expect(waits).toEqual([2000, 4000, 8000, 16_000, 30_000, 30_000])
  })

  test.each([
    ['429', { kind: 'status', status: 429, retryAfter: 90 }],
    ['503', { kind: 'status', status: 503, retryAfter: 90 }],
  ])(
    'is not asked before the time that it said (%s), not even when the network is back',
    async (_what, what) => {
      const page = await openSignedIn()
      await fault(what)
      await due()
      await eventually(page.session).toMatchObject({ standing: { state: 'ending' } })
      await hours().pass(45_000, 5_000)
      await page.send({ kind: 'online' })
      await page.send({ kind: 'ping' })
      await hours().pass(44_000, 1_000)
      expect(await asked()).toBe(2)
      await passUntilAsked(3, 500)
      await eventually(page.session).toMatchObject(firm)
    },
  )

  test('is asked at once when the network is back', async () => {
    const page = await openSignedIn()
    await fault({ kind: 'reset', times: 5 })
    await due()
    await passUntilAsked(6, 1_000)
    await hours().rest()
    await eventually(page.session).toMatchObject({ standing: { state: 'ending' } })
    await eventually(async () => {
      await page.send({ kind: 'online' })
      return asked()
    }).toBe(7)
    await eventually(page.session).toMatchObject(firm)
  })

  test('that never says a word is given up after 15 s', async () => {
    await openSignedIn()
    await fault({ kind: 'timeout', times: 1 })
    await due()
    await hours().pass(14_999, 5_000)
    expect(await asked()).toBeLessThanOrEqual(2)
    await hours().pass(1_001, 500)
    await passUntilAsked(3, 500)
  })

  test('keeps 30 requests waiting for 15 s at most, and makes no storm of them', async () => {
    const page = await openSignedIn()
    await expire()
    await fault({ kind: 'status', status: 500, times: 999 })
    const ends: object[] = []
    // Questions that differ: equal ones go out once.
    const queuesAt = (page: number) => ({
      ...({ kind: 'ask', operation: 'listMyQueues' } as const),
      params: { pageNumber: `${page}` },
    })
    const asking = Array.from({ length: 30 }, (_, nth) =>
      page.failure(nth < 15 ? queuesAt(nth + 1) : order).then((failure) => ends.push(failure)),
    )
    await eventually(
      async () => (await hours().requests()).filter(({ status }) => status === 401).length,
    ).toBe(30)
    await hours().pass(9_000, 500)
    expect(ends).toEqual([])
    await hours().pass(1_500, 500)
    await eventually(() => ends).toMatchObject(
      Array(15).fill({ kind: 'expired', outcome: 'refused' }),
    )
    await hours().pass(5_000, 500)
    await Promise.all(asking)
    expect(ends.slice(15)).toMatchObject(Array(15).fill({ kind: 'unreachable', cause: 'network' }))
    expect(await asked()).toBeLessThan(7)
    expect(page.session()).toMatchObject({ login: 1, standing: { state: 'ending' } })
  })

  test('that is well again in time gives requests their answer', async () => {
    const page = await openSignedIn()
    await expire()
    await fault({ kind: 'status', status: 500, times: 2 })
    const asking = page.send(getMe)
    await passUntilAsked(4, 500)
    expect(await asking).toMatchObject({ name: 'Ana Ruiz' })
  })

  test('over the end of the token is no end of the sign-in', async () => {
    const page = await openSignedIn()
    await fault({ kind: 'status', status: 500, times: 999 })
    await due()
    await hours().pass(hour, 15_000)
    expect(page.session()).toMatchObject({ login: 1, standing: { state: 'ending' } })
    await well()
    const count = await asked()
    await passUntilAsked(count + 1, 1_000)
    await eventually(page.session).toMatchObject(firm)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
  })
})

describe('a refresh token that is no longer taken', () => {
  /** It was used behind the engine's back. */
  const refuse = (page: Page) =>
    fault({ kind: 'status', status: 400, code: 'invalid_grant', times: 999 }).then(() => page)

  test('leaves the token its time, and the agent is told of its end', async () => {
    const page = await refuse(await openSignedIn())
    await due()
    const endsAt = hours().now() + 5 * minute
    await eventually(page.session).toMatchObject({
      standing: { state: 'ending', endsAt, due: true },
    })
    const heard = hearing(page)
    await hours().pass(5 * minute - 1, 10_000)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect([await asked(), heard()]).toEqual([2, []])
    await hours().pass(1)
    await eventually(page.session).toMatchObject({
      login: 1,
      standing: { state: 'ended', problem: 'ended' },
    })
    expect(await asked()).toBe(2)
  })

  test('after the token was refused itself is the end, in place', async () => {
    const page = await refuse(await openSignedIn())
    await expire()
    expect(await page.failure(order)).toMatchObject({ kind: 'signed-out', outcome: 'refused' })
    await eventually(page.session).toMatchObject({ login: 1, standing: { state: 'ended' } })
    expect(await asked()).toBe(2)
    await well()
    await signInAgain(hours(), page)
    await eventually(page.session).toMatchObject(firm)
  })
})

describe('a renewal under way', () => {
  test('when somebody signs out leaves nothing behind', async () => {
    const page = await openSignedIn()
    await fault({ kind: 'delay', ms: 5_000, phase: 'after' })
    await due()
    await eventually(asked).toBe(2)
    await page.send({ kind: 'sign-out' })
    await hours().pass(5_000, 1_000)
    await eventually(
      async () => (await control(hours().emulator, 'GET', '/state')).body.tokens,
    ).toEqual([])
    expect(page.session()).toMatchObject({ state: 'signed-out' })
  })
})
