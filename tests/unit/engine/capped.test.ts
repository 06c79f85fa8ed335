/** How long a sign-in may last at the most: what is told before, and what a reload does not change. */
import { describe, expect, test } from 'vitest'
import { fakeStorage } from '../fake-storage'
import { hour, hoursOf, minute, rotated, signInAgain } from './hours'
import type { Page } from './stage'

const { open, openSignedIn, hours } = hoursOf({ configured: { sessionHours: 10 } })

const standing = (page: Page) => (page.session() as unknown as { standing: object }).standing
const tooLong = { state: 'ended', problem: 'too-long' }

describe('the end of what a sign-in may last', () => {
  test.each([
    ['with a refresh token', { ...rotated, lasting: 4 * 3600 }],
    ['without one', { lasting: 24 * 3600 }],
  ])('is told 10 minutes before, and left to the agent, %s', async (_what, options) => {
    const page = await openSignedIn(options)
    const endsAt = hours().now() + 10 * hour
    await hours().pass(10 * hour - 10 * minute - 1, 5 * minute)
    expect(standing(page)).toEqual({ state: 'firm' })
    await hours().pass(1)
    const ending = { state: 'ending', endsAt, due: false, unseen: false }
    expect(standing(page)).toEqual(ending)
    expect(await page.send({ kind: 'begin', returnTo: '#/', how: 'silent' })).toBeUndefined()
    await hours().pass(10 * minute - 1)
    expect(standing(page)).toEqual(ending)
    await hours().pass(1)
    expect(standing(page)).toEqual(tooLong)
  })

  test('is put off by an agent who signs in again when told', async () => {
    const page = await openSignedIn({ ...rotated, lasting: 4 * 3600 })
    await hours().pass(10 * hour - 5 * minute, 5 * minute)
    const { asked } = await signInAgain(hours(), page)
    expect(asked.prompt).toBe('login')
    expect(standing(page)).toEqual({ state: 'firm' })
  })

  test('is not told of where the token ends before', async () => {
    const page = await openSignedIn({ lasting: 9 * 3600 + 58 * 60 })
    await hours().pass(10 * hour - 8 * minute, 10 * minute)
    expect(standing(page)).toMatchObject({ state: 'ending', unseen: true })
  })
})

describe('an engine that did not outlive a reload', () => {
  async function reload(shownAgo: unknown) {
    const kept = new Map<string, unknown>()
    await open({ lasting: 24 * 3600, storage: fakeStorage(kept) })
    kept.set('shown-at', typeof shownAgo === 'number' ? hours().now() - shownAgo : shownAgo)
    const page = await hours().page()
    await hours().signIn(page)
    await hours().rest()
    return { page, kept }
  }

  test('goes on counting from when the agent was seen', async () => {
    const { page, kept } = await reload(6 * hour)
    expect(kept.get('shown-at')).toBe(hours().now() - 6 * hour)
    await hours().pass(4 * hour - 1, 10 * minute)
    expect(standing(page)).toMatchObject({ state: 'ending', due: false })
    await hours().pass(1)
    expect(standing(page)).toEqual(tooLong)
    const { asked } = await signInAgain(hours(), page)
    expect([asked.prompt, kept.get('shown-at')]).toEqual(['login', hours().now()])
  })

  test.each([
    ['of the future', -minute],
    ['older than any may be', 10 * hour],
    ['that is no number', 'yesterday'],
    ['that is none', undefined],
  ])('begins anew with a time %s', async (_what, shownAgo) => {
    const { page, kept } = await reload(shownAgo)
    expect(kept.get('shown-at')).toBe(hours().now())
    await hours().pass(10 * hour - 11 * minute, 10 * minute)
    expect(standing(page)).toEqual({ state: 'firm' })
    await hours().pass(2 * minute)
    expect(standing(page)).toMatchObject({ state: 'ending' })
  })

  test('counts anew for the next agent of the same engine', async () => {
    const { page, kept } = await reload(9 * hour)
    await page.send({ kind: 'sign-out' })
    await hours().signIn(page, 'Ben Okafor')
    await hours().rest()
    expect(kept.get('shown-at')).toBe(hours().now())
    await hours().pass(2 * hour, 10 * minute)
    expect(standing(page)).toEqual({ state: 'firm' })
  })
})
