import type { IncomingMessage } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Listening, listen } from '../../emulator/http/listen'
import { createManualClock } from '../../manual-clock'
import {
  askWith,
  control,
  type Emulator,
  type Json,
  listenTo,
  signIn,
  type Visitor,
  withEmulator,
} from './visitor'

const ana = { client_id: 'minidesk-local', sub: 'ana.ruiz@larkfield.example' }

/** What the other server says of each token; a number is an error's status. */
const says: Record<string, Json> = {}
/** The tokens it was asked about, and by whom. */
const asked: string[] = []
const askers = new Set<string | undefined>()
let server: Listening

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += chunk
  return new URLSearchParams(text)
}

beforeEach(async () => {
  asked.length = 0
  server = await listen(async (request, response) => {
    const token = (await formOf(request)).get('token') ?? ''
    asked.push(token)
    askers.add(request.headers.authorization)
    const answer = says[token] ?? { active: false }
    if (typeof answer === 'number') return response.writeHead(answer).end()
    const headers = { 'content-type': 'application/json' }
    return response.writeHead(200, headers).end(JSON.stringify(answer))
  }, 0)
})
afterEach(() => server.stop())

/** An emulator that listens to the other server. */
function beside(
  test: (emulator: Emulator, ask: (token: string) => Visitor['ask']) => Promise<void>,
) {
  return async () => {
    const url = `http://localhost:${server.port}/introspect`
    const introspection = { url, clientId: 'api', clientSecret: 'p:ss' }
    const options = { introspection, clock }
    await withEmulator((emulator) => test(emulator, (token) => askWith(emulator, token)), options)
  }
}
let clock = createManualClock()
beforeEach(() => {
  clock = createManualClock()
})

const me = async (ask: Visitor['ask']) => (await ask('GET', '/users/me')).status

describe('a token of another server', () => {
  test(
    'is good for its user and its client, with all that the client may',
    beside(async (emulator, ask) => {
      says.good = { active: true, ...ana }
      const { status, body } = await ask('good')('GET', '/users/me')
      expect([status, body.name]).toEqual([200, 'Ana Ruiz'])
      const info = (await ask('good')('GET', '/tokens/me')).body
      expect(info.OAuthClient.id).toBe('minidesk-local')
      const own = await signIn(emulator)
      expect(info.authorizedScope).toEqual(
        (await own.ask('GET', '/tokens/me')).body.authorizedScope,
      )
      expect(askers).toEqual(new Set([`Basic ${btoa('api:p%3Ass')}`]))
    }),
  )

  test(
    'has of its scopes those that the client may have',
    beside(async (_emulator, ask) => {
      says.narrow = { active: true, ...ana, scope: 'openid users:readonly user-basic-info oauth' }
      const { body } = await ask('narrow')('GET', '/tokens/me')
      expect(body.authorizedScope.toSorted()).toEqual(['user-basic-info'])
      expect((await ask('narrow')('GET', '/routing/queues/me')).body.code).toBe(
        'app.not.authorized.for.scope',
      )
    }),
  )

  test.each([
    ['is not active', { active: false, ...ana }],
    ['says so in a word only', { active: 'true', ...ana }],
    ['names a user whom nobody knows', { active: true, ...ana, sub: 'noor' }],
    ['names no user', { active: true, client_id: 'minidesk-local' }],
    ['names a client that nobody knows', { active: true, ...ana, client_id: 'elsewhere' }],
    ['names a client that is disabled', { active: true, ...ana, client_id: 'minidesk-disabled' }],
    ['has expired', { active: true, ...ana, exp: 0 }],
    ['is bound to a key', { active: true, ...ana, cnf: { jkt: 'x' } }],
  ])('is none here when it %s', (_what, answer) =>
    beside(async (_emulator, ask) => {
      says.bad = answer
      expect(await ask('bad')('GET', '/users/me')).toMatchObject({
        status: 401,
        body: { code: 'bad.credentials' },
      })
    })(),
  )

  test(
    'is asked about once for many requests, and again after a while',
    beside(async (_emulator, ask) => {
      says.good = { active: true, ...ana }
      const all = Array.from({ length: 10 }, () => me(ask('good')))
      expect(new Set(await Promise.all(all))).toEqual(new Set([200]))
      expect(asked).toEqual(['good'])
      clock.advance(5_000)
      says.good = { active: false }
      expect(await me(ask('good'))).toBe(401)
      expect(asked).toEqual(['good', 'good'])
    }),
  )

  test(
    'ends in time, and its socket with it',
    beside(async (_emulator, ask) => {
      says.good = { active: true, ...ana, exp: clock.now() / 1000 + 60 }
      const userId = (await ask('good')('GET', '/users/me')).body.id
      const visitor = { userId, token: 'good', ask: ask('good') }
      const listener = await listenTo(visitor, ['presence'])
      clock.advance(60_000)
      expect(await listener.closed).toBe(1008)
      expect(await me(ask('good'))).toBe(401)
    }),
  )

  test(
    'that was given back here stays refused, whatever its server says',
    beside(async (emulator, ask) => {
      says.good = { active: true, ...ana }
      expect((await ask('good')('DELETE', '/tokens/me')).status).toBe(200)
      clock.advance(60_000)
      expect(await me(ask('good'))).toBe(401)
      expect(asked).toEqual(['good'])
      expect((await control(emulator, 'GET', '/state')).body.tokens).toEqual([])
    }),
  )

  test(
    'is neither let in nor thrown out while its server does not answer',
    beside(async (_emulator, ask) => {
      says.good = 500
      expect(await ask('good')('GET', '/users/me')).toMatchObject({
        status: 503,
        body: { code: 'service.unavailable' },
      })
      says.good = { active: true, ...ana }
      expect(await me(ask('good'))).toBe(200)
      clock.advance(5_000)
      says.good = 500
      expect(await me(ask('good'))).toBe(503)
      says.good = { active: true, ...ana }
      expect(await me(ask('good'))).toBe(200)
    }),
  )

  test(
    'is none of the emulator’s own, which nobody is asked about',
    beside(async (emulator) => {
      const own = await signIn(emulator)
      expect(await me(own.ask)).toBe(200)
      expect((await fetch(`${emulator.api}/api/v2/users/me`)).status).toBe(401)
      expect(asked).toEqual([])
    }),
  )
})
