/** Signing out, and what comes after it of sign-ins that were begun before. */
import { describe, expect, test } from 'vitest'
import type { Config } from '~/config/config'
import { signedOut } from '~/engine/signedout'
import type { TrailEntry, Transaction } from '~/protocol/protocol'
import { logIn } from '../emulator/visitor'
import { hearing, hoursOf, minute } from './hours'
import type { Page } from './stage'

const { open, openSignedIn, hours } = hoursOf()

async function begin(page: Page, how: 'redirect' | 'window') {
  const begun = await page.send({ kind: 'begin', returnTo: '#/', how })
  const { url, transaction } = begun as { url: string; transaction?: Transaction }
  const asked = Object.fromEntries(new URL(url).searchParams)
  const { location } = await logIn(hours().emulator, 'Ana Ruiz', 'allow', asked)
  return {
    kind: 'finish',
    ...{ answer: location.search.slice(1), transaction: transaction ?? null },
  } as const
}

const signedIn = { state: 'signed-in', standing: { state: 'firm' } }

describe('a sign-in that was begun before somebody signed out', () => {
  test.each(['redirect', 'window'] as const)(
    'signs nobody in when it comes back, by a %s, and is noted alone',
    async (how) => {
      const page = await openSignedIn()
      const second = await hours().page()
      const finish = await begin(second, how)
      await page.send({ kind: 'sign-out' })
      const heard = hearing(second)
      await hours().pass(minute)
      expect(await second.send(finish)).toEqual({ close: how === 'window', signedIn: false })
      expect(heard()).toEqual([])
      expect(page.session()).toEqual({ state: 'signed-out', title: 'Minidesk' })
      expect(await hours().tokenRequests()).toEqual([200])
      const trail = (await page.send({ kind: 'trail' })) as TrailEntry[]
      expect(trail.map(({ event, reason }) => [event, reason])).toEqual([
        ['signed-out', undefined],
        ['sign-in-failed', 'signed-out'],
      ])
    },
  )

  test('in an earlier engine signs nobody in either', async () => {
    await open()
    const page = await hours().page()
    const { transaction, ...finish } = await begin(page, 'redirect')
    await page.send({ kind: 'sign-out' })
    const state = 'of-another-engine'
    const answer = finish.answer.replace(/state=[^&]+/, `state=${state}`)
    const brought = transaction && { ...transaction, state }
    const done = await page.send({ ...finish, answer, transaction: brought })
    expect(done).toMatchObject({ signedIn: false })
    expect(page.session()).toEqual({ state: 'signed-out', title: 'Minidesk' })
    expect(await hours().tokenRequests()).toEqual([])
  })
})

describe('a sign-in that is begun after somebody signed out', () => {
  test.each(['redirect', 'window'] as const)(
    'signs in although no time has passed, or the clock was set back, by a %s',
    async (how) => {
      const page = await openSignedIn()
      for (const back of [0, 60 * minute]) {
        await page.send({ kind: 'sign-out' })
        hours().jump(-back)
        const done = await page.send(await begin(page, how))
        expect(done).toEqual({ close: how === 'window', signedIn: true })
        expect(page.session()).toMatchObject(signedIn)
      }
    },
  )
})

test('an answer that comes again signs nobody in a second time', async () => {
  const page = await openSignedIn()
  const finish = await begin(page, 'redirect')
  expect(await page.send(finish)).toMatchObject({ signedIn: true })
  expect(await page.send(finish)).toMatchObject({ signedIn: false })
  expect(page.session()).toMatchObject(signedIn)
})

test('signing out on a page without a redirect URI ends the sign-in all the same', async () => {
  const page = await openSignedIn()
  const stray = await hours().page('http://localhost:5173/elsewhere/')
  expect(await stray.send({ kind: 'sign-out' })).toBeUndefined()
  expect(page.session()).toEqual({ state: 'signed-out', title: 'Minidesk' })
  expect(await hours().requests('deleteTokensMe')).toMatchObject([{ effect: true }])
})

test('what is told of nobody names the places, whatever went wrong', () => {
  const config = { title: 'T', sites: [{ name: 'A' }, { name: 'B' }] } as unknown as Config
  const told = { state: 'signed-out', title: 'T', sites: ['A', 'B'] }
  expect(signedOut(config)).toEqual(told)
  expect(signedOut(config, 'not-loaded')).toEqual({ ...told, problem: 'not-loaded' })
})
