import { describe, expect, test } from 'vitest'
import type { Transaction } from '~/protocol/protocol'
import { control, logIn } from '../emulator/visitor'
import { eventually } from '../eventually'
import { hearing, hour, hoursOf, minute } from './hours'
import { getMe, type Page } from './stage'

const { openSignedIn, hours } = hoursOf({
  lasting: 8 * 3600,
  genesys: { switches: { silentPrompt: 'honoured' } },
})

const begin = { kind: 'begin', returnTo: '#/conversations/1', how: 'silent' } as const
type Begun = { url: string; transaction: Transaction } | undefined
const beginSilent = (page: Page) => page.send(begin) as Promise<Begun>
const due = () => hours().pass(8 * hour - 5 * minute, minute)

/** Goes to the login host and comes back, as a page that shows nothing; `cookie`: who is signed in there. */
async function walk(begun: Begun, cookie = ''): Promise<string> {
  const headers = { cookie }
  const answer = await fetch(begun?.url ?? '', { redirect: 'manual', headers })
  return new URL(answer.headers.get('location') ?? '').search.slice(1)
}
async function cookieOf(name: string): Promise<string> {
  return (await logIn(hours().emulator, name)).cookie
}

describe('a sign-in without a refresh token', () => {
  test('is said to be ending 10 minutes before, and to be due 5 minutes before', async () => {
    const page = await openSignedIn()
    const endsAt = hours().now() + 8 * hour
    const heard = hearing(page)
    await hours().pass(8 * hour - 10 * minute - 1, 10 * minute)
    expect(heard()).toEqual([])
    await hours().pass(1)
    expect(page.session()).toMatchObject({ standing: { state: 'ending', endsAt, due: false } })
    await hours().pass(5 * minute - 1)
    expect(heard()).toHaveLength(1)
    await hours().pass(1)
    expect(page.session()).toMatchObject({ standing: { state: 'ending', endsAt, due: true } })
    await hours().pass(5 * minute - 1)
    expect(heard()).toHaveLength(2)
    await hours().pass(1)
    expect(page.session()).toMatchObject({
      login: 1,
      standing: { state: 'ended', problem: 'ended' },
    })
    expect(heard()).toHaveLength(3)
    expect(await hours().tokenRequests()).toEqual([200])
  })

  test('is due as much earlier as chance will have it', async () => {
    const page = await openSignedIn({ random: () => 0.5 })
    await hours().pass(8 * hour - 5 * minute - 15_001, minute)
    expect(page.session()).toMatchObject({ standing: { due: false } })
    await hours().pass(1)
    expect(page.session()).toMatchObject({ standing: { due: true } })
  })
})

describe('a round trip that nobody asked for', () => {
  test('is not begun while the login host does not answer: nobody is led to an error page', async () => {
    const page = await openSignedIn()
    await due()
    const { emulator } = hours()
    await control(emulator, 'POST', '/faults', { kind: 'reset', method: 'HEAD', path: '/' })
    expect(await beginSilent(page)).toBeUndefined()
    expect(page.session()).toMatchObject({ standing: { state: 'ending', due: true } })
    await hours().pass(minute)
    expect(await beginSilent(page)).toBeDefined()
  })

  test('is granted when it is due, to one page for a minute, and asks the login host for no page', async () => {
    const page = await openSignedIn()
    expect(await beginSilent(page)).toBeUndefined()
    await hours().pass(8 * hour - 6 * minute, minute)
    expect(await beginSilent(page)).toBeUndefined()
    await hours().pass(minute)
    const second = await hours().page()
    const begun = await beginSilent(page)
    expect(new URL(begun?.url ?? '').searchParams.get('prompt')).toBe('none')
    expect(begun?.transaction).toMatchObject({ prompt: 'none', returnTo: '#/conversations/1' })
    expect(await beginSilent(second)).toBeUndefined()
    await hours().pass(minute - 1)
    expect(await beginSilent(second)).toBeUndefined()
    await hours().pass(1)
    expect(await beginSilent(second)).toBeDefined()
  })

  test('of two pages at once is granted to one', async () => {
    const page = await openSignedIn()
    const second = await hours().page()
    await due()
    const both = await Promise.all([beginSilent(page), beginSilent(second)])
    expect(both.filter((begun) => begun !== undefined)).toHaveLength(1)
  })

  test('brings the same sign-in a new token, and revokes the one before', async () => {
    const page = await openSignedIn()
    const cookie = await cookieOf('Ana Ruiz')
    await due()
    const begun = await beginSilent(page)
    const answer = await walk(begun, cookie)
    await page.send({ kind: 'finish', answer, transaction: begun?.transaction ?? null })
    expect(page.session()).toMatchObject({ login: 1, standing: { state: 'firm' } })
    await eventually(
      async () => (await control(hours().emulator, 'GET', '/state')).body.tokens,
    ).toHaveLength(1)
    await hours().pass(hour, 10 * minute)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect(page.session()).toMatchObject({ login: 1, standing: { state: 'firm' } })
  })

  test('that fails is not repeated, and says nothing', async () => {
    const page = await openSignedIn()
    await due()
    const begun = await beginSilent(page)
    const answer = await walk(begun)
    expect(answer).toContain('error=login_required')
    await page.send({ kind: 'finish', answer, transaction: begun?.transaction ?? null })
    const { standing } = page.session() as unknown as { standing: object }
    expect(standing).toEqual({
      ...{ state: 'ending', endsAt: expect.any(Number) },
      ...{ due: false, unseen: false },
    })
    await hours().pass(2 * minute)
    expect(await beginSilent(page)).toBeUndefined()
    // The agent's own press is another matter.
    expect(await page.send({ ...begin, how: 'window' })).toHaveProperty('url')
    expect(await hours().tokenRequests()).toEqual([200])
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
  })

  test('that never comes back leaves the way free, and the token its time', async () => {
    const page = await openSignedIn()
    await due()
    await beginSilent(page)
    await hours().pass(5 * minute)
    expect(page.session()).toMatchObject({ standing: { state: 'ended' } })
    expect(await beginSilent(page)).toBeUndefined()
  })

  test('whose agent cannot be read is no failure to tell of, and is not tried again', async () => {
    const page = await openSignedIn()
    const cookie = await cookieOf('Ana Ruiz')
    await due()
    const begun = await beginSilent(page)
    const answer = await walk(begun, cookie)
    const fault = { kind: 'status', status: 403, path: '/api/v2/users/me', times: 99 }
    await control(hours().emulator, 'POST', '/faults', fault)
    const transaction = begun?.transaction ?? null
    const done = await page.send({ kind: 'finish', answer, transaction })
    expect(done).toEqual({ close: false, signedIn: false })
    const { standing } = page.session() as unknown as { standing: object }
    expect(standing).toEqual({
      ...{ state: 'ending', endsAt: expect.any(Number) },
      ...{ due: false, unseen: false },
    })
    expect(await beginSilent(page)).toBeUndefined()
    await hours().pass(2 * minute)
    expect(await beginSilent(page)).toBeUndefined()
  })

  test('that comes back with somebody else gives them a desk of their own', async () => {
    const page = await openSignedIn()
    const cookie = await cookieOf('Ben Okafor')
    await due()
    const begun = await beginSilent(page)
    const answer = await walk(begun, cookie)
    await page.send({ kind: 'finish', answer, transaction: begun?.transaction ?? null })
    expect(page.session()).toMatchObject({ login: 2, standing: { state: 'firm' } })
    expect(await page.send({ ...getMe, login: 2 })).toMatchObject({ name: 'Ben Okafor' })
  })

  test('is never granted where a refresh token does it, not even in trouble', async () => {
    const page = await openSignedIn({ genesys: { switches: { publicRefreshToken: 'rotated' } } })
    const fault = { kind: 'status', status: 500, path: '/oauth/token', times: 99 }
    await control(hours().emulator, 'POST', '/faults', fault)
    await due()
    await eventually(page.session).toMatchObject({ standing: { state: 'ending' } })
    expect(await beginSilent(page)).toBeUndefined()
  })
})
