import { describe, expect, test } from 'vitest'
import type { Transaction } from '~/protocol/protocol'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { type Hours, hoursOf } from './hours'
import { folder, getMe, order, type Page } from './stage'

const { open, openSignedIn, hours } = hoursOf()

/** A page of a foreign script, on a desk somebody is signed in to; and every request that leaves. */
async function openWatched() {
  const seen: { readonly host: string; readonly authorization: string | null }[] = []
  const page = await openSignedIn({
    fetch(input, init) {
      const request = new Request(input, init)
      seen.push({ host: request.url, authorization: request.headers.get('authorization') })
      return fetch(input, init)
    },
  })
  seen.length = 0
  return { page, seen }
}

/** What was posted last has been dealt with. */
async function heard(page: Page) {
  await page.send({ kind: 'ping' })
  await hours().rest()
}

const ask = { kind: 'ask', operation: 'searchQueues', params: {} }

describe('a script that talks to the engine', () => {
  test.each<[string, unknown]>([
    ['names an address for an operation', { ...ask, operation: 'https://evil.example/' }],
    ['names a path for an operation', { ...ask, operation: '/api/v2/users/me' }],
    ['names a key of a prototype', { ...ask, operation: 'hasOwnProperty' }],
    ['brings an address', { ...ask, params: { url: 'https://evil.example/' } }],
    ['brings a header', { ...ask, params: { authorization: 'Bearer mine' } }],
    ['brings a key of a prototype', { ...ask, params: { constructor: 'x' } }],
    [
      'brings an address for an id',
      { ...ask, operation: 'getConversation', params: { conversationId: '//evil.example' } },
    ],
    ['climbs', { ...ask, operation: 'getConversation', params: { conversationId: '..' } }],
    [
      'breaks a line in a path',
      { ...ask, operation: 'getConversation', params: { conversationId: 'a\r\nhost: evil' } },
    ],
    ['brings another host for the socket', { kind: 'listen', userId: 'a\r\nb' }],
    ['asks for the engine’s own', { ...ask, operation: 'getToken', params: {} }],
    ['asks for the token to be revoked', { ...ask, operation: 'revokeToken', params: {} }],
    ['names a word of its own', { kind: 'token' }],
    ['names a word of a prototype', { kind: '__proto__' }],
  ])('%s: nothing leaves', async (_what, raw) => {
    const { page, seen } = await openWatched()
    page.post({ ...Object(raw), id: 900 })
    await heard(page)
    expect(seen).toEqual([])
    expect(page.messages.find((one) => 'id' in one && one.id === 900)).toMatchObject({
      kind: 'failed',
      failure: { outcome: 'refused' },
    })
  })

  test('brings headers and hosts beside what may be asked: they stay behind', async () => {
    const { page, seen } = await openWatched()
    const own = JSON.parse('{"__proto__":"x"}')
    page.post({
      ...{ ...getMe, id: 900, params: own, url: 'https://evil.example/', host: 'evil.example' },
      headers: { authorization: 'Bearer mine' },
    })
    await eventually(() => seen.length).toBe(1)
    await heard(page)
    expect(seen[0]?.host).toBe(`${hours().emulator.api}/api/v2/users/me`)
    expect(seen[0]?.authorization).toMatch(/^Bearer [\w-]{20,}$/)
  })

  test('breaks lines in what is looked for: it is looked for', async () => {
    const { page, seen } = await openWatched()
    const name = 'a\r\nhost: evil.example'
    await page.send({ kind: 'ask', operation: 'searchQueues', params: { name } })
    expect(new URL(seen[0]?.host ?? '').searchParams.get('name')).toBe(name)
    expect(seen).toHaveLength(1)
  })

  test('says hello a second time, from elsewhere: nothing is configured anew, and nobody else hears of it', async () => {
    const { page, seen } = await openWatched()
    const other = await hours().page()
    const before = other.messages.length
    await page.send({ kind: 'hello', folder: 'https://evil.example/' })
    expect(page.session()).toMatchObject({ state: 'misconfigured' })
    await expect(page.send({ kind: 'begin', returnTo: '#/', how: 'redirect' })).rejects.toThrow()
    expect([seen, other.messages.slice(before).map(({ kind }) => kind)]).toEqual([[], []])
    expect(await other.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    await page.send({ kind: 'hello', folder })
    expect(page.session()).toMatchObject({ state: 'signed-in', login: 1 })
  })

  test.each(['https://evil.example/', '//evil.example/', '', 'javascript:', `${folder}deeper/`])(
    'begins in a folder that is none of ours (%s): there is no way back to it',
    async (foreign) => {
      await open()
      const page = await hours().page(foreign)
      await expect(page.send({ kind: 'begin', returnTo: '#/', how: 'window' })).rejects.toThrow()
    },
  )
})

describe('a transaction that was tampered with', () => {
  const tampered: [string, Partial<Transaction>][] = [
    ['its state', { state: 'another' }],
    ['its place', { site: 'evil' }],
    ['its place, by a key of a prototype', { site: 'constructor' }],
    ['its login host', { login: 'https://evil.example' }],
    ['its way back', { redirectUri: 'https://evil.example/callback.html' }],
    ['its way back, by a path', { redirectUri: `${folder}callback.html/../evil.html` }],
    ['its age', { startedAt: 0 }],
  ]
  async function finish(stage: Hours, page: Page, change: Partial<Transaction>) {
    const { url, transaction } = await stage.begin(page)
    const answer = await stage.walk(url)
    await page.send({ kind: 'finish', answer, transaction: { ...transaction, ...change } })
    return stage.requests('token')
  }

  test.each(tampered)(
    'in %s is exchanged for nothing, and signs nobody in',
    async (_what, change) => {
      const stage = await open()
      const page = await stage.page()
      expect(await finish(stage, page, change)).toEqual([])
      expect(page.session()).toMatchObject({
        state: 'signed-out',
        problem: expect.stringMatching(/mismatch|stale/),
      })
    },
  )

  test.each(tampered)('in %s takes no desk away', async (_what, change) => {
    const page = await openSignedIn()
    expect(await finish(hours(), page, change)).toHaveLength(1)
    expect(page.session()).toMatchObject({ state: 'signed-in', login: 1 })
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
  })

  test('is no way to say whom a window was sent for', async () => {
    const page = await openSignedIn()
    const begun = await page.send({ kind: 'begin', returnTo: '#/', how: 'window' })
    expect(Object.keys(Object(begun))).toEqual(['url'])
    // A code of somebody else's sign-in, with a state that the engine never made.
    await page.send({ kind: 'finish', answer: 'code=x&state=forged', transaction: null })
    expect(await hours().requests('token')).toHaveLength(1)
    expect(page.session()).toMatchObject({
      state: 'signed-in',
      login: 1,
      standing: { state: 'firm' },
    })
  })

  test('is exchanged once, whoever brings it how often', async () => {
    const page = await openSignedIn()
    const second = await hours().page()
    const { url } = (await page.send({ kind: 'begin', returnTo: '#/', how: 'window' })) as {
      url: string
    }
    const answer = await hours().walk(new URL(url))
    const done = await Promise.all(
      [page, second, page].map((one) => one.send({ kind: 'finish', answer, transaction: null })),
    )
    expect(done.filter((one) => Object(one).close)).toHaveLength(1)
    expect(await hours().requests('token')).toHaveLength(2)
  })
})

describe('an order of a page that the engine does not know', () => {
  test('is refused to a page that asks for nobody', async () => {
    await open()
    const page = await hours().page()
    expect(await page.failure(order)).toMatchObject({ kind: 'signed-out', outcome: 'refused' })
    await control(hours().emulator, 'DELETE', '/requests')
  })
})
