/** What the trail says of a session, and what a failed attempt to sign in again does. */
import { describe, expect, test } from 'vitest'
import type { TrailEntry } from '~/protocol/protocol'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { hoursOf, minute, rotated, signInAgain } from './hours'
import { endedInPlace, order, type Page } from './stage'

const { openSignedIn, hours } = hoursOf({ configured: { idleLockMinutes: 15 } })

const trailOf = async (page: Page) => (await page.send({ kind: 'trail' })) as TrailEntry[]
const eventsOf = async (page: Page) => (await trailOf(page)).map(({ event }) => event)

describe('the trail', () => {
  test('names a failed renewal once, until one succeeds', async () => {
    const page = await openSignedIn({ ...rotated, lasting: 300, configured: {} })
    const failures = async () =>
      (await eventsOf(page)).filter((event) => event === 'renewal-failed').length
    const fault = { kind: 'status', status: 500, path: '/oauth/token', times: 3 }
    for (const series of [1, 2]) {
      await control(hours().emulator, 'POST', '/faults', fault)
      await hours().pass(3 * minute)
      // In steps shorter than what an answer is waited for.
      await hours().pass(1.5 * minute, 1_000)
      expect(await failures()).toBe(series)
    }
    expect((await hours().tokenRequests()).filter((status) => status === 500)).toHaveLength(6)
  })

  test('says that the desk was opened again, and in the end that somebody signed out', async () => {
    const page = await openSignedIn()
    await hours().pass(14.5 * minute)
    await page.send({ kind: 'active' })
    await hours().pass(15 * minute)
    await signInAgain(hours(), page)
    expect(await eventsOf(page)).toEqual([
      ...['sign-in-begun', 'signed-in', 'locked', 'sign-in-begun', 'signed-in-again', 'unlocked'],
    ])
    await page.send({ kind: 'sign-out' })
    expect(await eventsOf(page)).toEqual(['signed-out'])
  })

  test('carries the id of the request that was refused', async () => {
    const page = await openSignedIn()
    await control(hours().emulator, 'POST', '/tokens/revoke', {})
    await page.failure(order)
    await eventually(page.session).toMatchObject(endedInPlace)
    const notes = (await trailOf(page)).slice(-2)
    const correlationId = notes[0]?.correlationId
    expect(correlationId).toMatch(/^[\w-]{8,}$/)
    expect(notes).toMatchObject([
      { event: 'token-refused', correlationId },
      { event: 'ended', reason: 'ended', correlationId },
    ])
  })
})

describe('a failed attempt to open a locked desk', () => {
  async function openDenied() {
    const page = await openSignedIn()
    await hours().pass(15 * minute)
    const { transaction } = await hours().begin(page)
    const answer = `error=access_denied&state=${transaction.state}`
    const done = await page.send({ kind: 'finish', answer, transaction })
    expect(done).toEqual({ close: false, signedIn: false })
    expect(page.session()).toMatchObject({
      lock: { state: 'locked' },
      standing: { state: 'firm', problem: 'denied' },
    })
    return page
  }
  const standing = (page: Page) => (page.session() as unknown as { standing: object }).standing

  test.each(['redirect', 'window'] as const)(
    'is told until the next is begun, by a %s',
    async (how) => {
      const page = await openDenied()
      await page.send({ kind: 'begin', returnTo: '#/', how: 'silent' })
      expect(standing(page)).toEqual({ state: 'firm', problem: 'denied' })
      await page.send({ kind: 'begin', returnTo: '#/', how })
      expect(standing(page)).toEqual({ state: 'firm' })
    },
  )

  test('is told no more when a later one succeeds', async () => {
    const page = await openSignedIn()
    await hours().pass(15 * minute)
    const { url, transaction } = await hours().begin(page)
    const failing = await hours().begin(page)
    const answer = `error=access_denied&state=${failing.transaction.state}`
    await page.send({ kind: 'finish', answer, transaction: failing.transaction })
    const finish = { kind: 'finish', answer: await hours().walk(url), transaction } as const
    expect(await page.send(finish)).toEqual({ close: false, signedIn: true })
    expect(page.session()).toMatchObject({ lock: { state: 'open' } })
    expect(standing(page)).toEqual({ state: 'firm' })
  })
})
