/** A desk that may log in to two places, each a local Genesys Cloud of its own. */
import { afterEach, expect, test } from 'vitest'
import { type Emulator, startEmulator } from '../../contract/emulator'
import { createManualClock } from '../../manual-clock'
import { fakeStorage } from '../fake-storage'
import { createStage, folder, type Page, type Stage } from './stage'

let stage: Stage
let second: Emulator
afterEach(() => Promise.all([stage.stop(), second.stop()]))

async function open(kept = new Map<string, unknown>()) {
  const redirectUris = [`${folder}callback.html`]
  second = await startEmulator({ redirectUris })
  const { login, api } = second
  const clientId = 'minidesk-local'
  stage = await createStage({
    clock: createManualClock(),
    storage: fakeStorage(kept),
    config: (first) =>
      JSON.stringify({
        environment: { login: first.login, api: first.api },
        ...{ clientId, redirectUris, regionName: 'First', loginHint: 'larkfield' },
        otherRegions: [{ name: 'Second', environment: { login, api }, clientId }],
      }),
  })
  return { page: await stage.page(), kept }
}

async function begin(page: Page, site?: string, how: 'redirect' | 'window' = 'redirect') {
  const begun = await page.send({ kind: 'begin', returnTo: '#/', how, site })
  return new URL((begun as { url: string }).url)
}

test('a log-in goes to the place that is chosen, which is remembered by its name alone', async () => {
  const { page, kept } = await open()
  expect((await begin(page)).origin).toBe(stage.emulator.login)
  expect((await begin(page, 'Second')).origin).toBe(second.login)
  expect(kept.get('place')).toBe('Second')
  expect((await begin(page)).origin).toBe(second.login)
  expect((await begin(page, 'Elsewhere', 'window')).origin).toBe(second.login)
  expect((await begin(page, '?region=First')).origin).toBe(stage.emulator.login)
})

test('a page is told of the places by what can be read in the configuration', async () => {
  const { page } = await open(new Map([['place', 'Second']]))
  const places = { all: [{ name: 'First' }, { name: 'Second' }] }
  expect(await page.send({ kind: 'places' })).toMatchObject({ ...places, chosen: 'Second' })
  expect(page.session()).toMatchObject({ state: 'signed-out', sites: ['First', 'Second'] })
  expect(await page.send({ kind: 'places', wish: 'First' })).toMatchObject({ chosen: 'First' })
  expect(await page.send({ kind: 'places', wish: '?region=x' })).toMatchObject({ chosen: 'Second' })
})

test('the places are told to whoever signs out, too', async () => {
  const { page } = await open()
  await page.send({ kind: 'sign-out' })
  expect(page.session()).toMatchObject({ state: 'signed-out', sites: ['First', 'Second'] })
})

test('the organization’s name goes to the login page each time, where one is given', async () => {
  const { page } = await open()
  for (const how of ['redirect', 'window'] as const) {
    expect((await begin(page, 'First', how)).searchParams.get('login_hint')).toBe('larkfield')
    expect((await begin(page, 'Second', how)).searchParams.has('login_hint')).toBe(false)
  }
})
