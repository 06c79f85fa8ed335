import { describe, expect, test } from 'vitest'
import { askToken, codeForm } from './browser'
import {
  askWith,
  authorizeUrl,
  control,
  type Emulator,
  exchange,
  type Json,
  listenTo,
  logIn,
  redirectUri,
  signIn,
  verifier,
  withEmulator,
} from './visitor'

async function clientsOf(emulator: Emulator): Promise<Json[]> {
  return (await control(emulator, 'GET', '/state')).body.clients
}

const make = (emulator: Emulator, body: object) => control(emulator, 'POST', '/clients', body)
const uris = (count: number) =>
  Array.from({ length: count }, (_, index) => `https://desk.example/${index}`)

describe('the clients of the organisation', () => {
  test('are there for every grant and every state', () =>
    withEmulator(async (emulator) => {
      const clients = await clientsOf(emulator)
      expect(clients.map(({ id, state, secret }) => [id, state, secret])).toEqual([
        ['minidesk-local', 'active', undefined],
        ['minidesk-code', 'active', 'minidesk-code-secret'],
        ['minidesk-service', 'active', 'minidesk-service-secret'],
        ['minidesk-pending', 'pending', undefined],
        ['minidesk-disabled', 'disabled', 'minidesk-disabled-secret'],
      ])
      expect(clients[1].grants).toEqual(['authorization_code', 'refresh_token'])
      expect(clients[2]).toMatchObject({ grants: ['client_credentials'], redirectUris: [] })
    }))

  test('are closed to the token endpoint when they are not active', () =>
    withEmulator(async (emulator) => {
      const form = { grant_type: 'authorization_code' }
      const refusal = async (id: string) =>
        (await askToken(emulator, { ...form, client_id: id }, undefined)).body.error
      const disabled = await askToken(emulator, form, 'minidesk-disabled:minidesk-disabled-secret')
      expect(disabled).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
      expect(await refusal('minidesk-pending')).toBe('unauthorized_client')
    }))
})

describe('making clients', () => {
  test('a public one logs in; its tokens live as long as it says', () =>
    withEmulator(async (emulator) => {
      const scopes = ['user-basic-info']
      const made = await make(emulator, {
        id: 'mine',
        redirectUris: [redirectUri],
        scopes,
        tokenDuration: 300,
      })
      expect(made).toEqual({ status: 201, body: { id: 'mine' } })
      const { location } = await logIn(emulator, 'Ana Ruiz', 'allow', { client_id: 'mine' })
      const code = location.searchParams.get('code') ?? ''
      const { access_token, expires_in } = await (
        await exchange(emulator, code, { client_id: 'mine' })
      ).json()
      expect(expires_in).toBe(300)
      const ask = askWith(emulator, access_token)
      expect((await ask('GET', '/tokens/me')).body.authorizedScope).toEqual(scopes)
      expect((await ask('GET', '/conversations')).body.code).toBe('app.not.authorized.for.scope')
    }))

  test('a confidential one gets a secret, which works', () =>
    withEmulator(async (emulator) => {
      const grants = ['client_credentials']
      const { status, body } = await make(emulator, { grants, name: 'Nightly' })
      expect(status).toBe(201)
      expect(body).toEqual({ id: expect.any(String), secret: expect.any(String) })
      const form = { grant_type: 'client_credentials' }
      expect((await askToken(emulator, form, `${body.id}:${body.secret}`)).status).toBe(200)
      expect((await clientsOf(emulator)).at(-1)).toMatchObject({ ...body, name: 'Nightly', grants })
      await control(emulator, 'POST', '/reset')
      expect(await clientsOf(emulator)).toHaveLength(5)
    }))

  test('has room for 125 redirect URIs', () =>
    withEmulator(async (emulator) => {
      expect((await make(emulator, { redirectUris: uris(125) })).status).toBe(201)
    }))

  test.each([
    [{ redirectUris: uris(126) }, 'redirectUris'],
    [{ redirectUris: ['http://desk.example/'] }, 'redirectUris'],
    [{ redirectUris: 'https://desk.example/' }, 'redirectUris'],
    [{}, 'redirectUris'],
    [{ id: 'minidesk-local', redirectUris: uris(1) }, 'id'],
    [{ name: 7, redirectUris: uris(1) }, 'name'],
    [{ grants: ['password'] }, 'grants'],
    [{ grants: [] }, 'grants'],
    [{ grants: ['refresh_token'] }, 'grants'],
    [{ grants: ['client_credentials', 'authorization_code'] }, 'grants'],
    [{ redirectUris: uris(1), scopes: ['everything'] }, 'scopes'],
    [{ redirectUris: uris(1), tokenDuration: 299 }, 'tokenDuration'],
    [{ redirectUris: uris(1), tokenDuration: 172_801 }, 'tokenDuration'],
    [{ redirectUris: uris(1), state: 'asleep' }, 'state'],
    [{ redirectUris: uris(1), permissions: [1] }, 'permissions'],
    [{ redirectUris: uris(1), secret: '' }, 'secret'],
  ])('%#: is refused, and names the field', (body, field) =>
    withEmulator(async (emulator) => {
      const answer = await make(emulator, body)
      expect(answer).toEqual({ status: 400, body: { message: expect.any(String), field } })
      expect(await clientsOf(emulator)).toHaveLength(5)
    }),
  )
})

describe('changing clients', () => {
  const path = '/clients/minidesk-local'

  test.each(['disabled', 'revoked', 'pending'])(
    '%s ends its tokens and channels at once',
    (state) =>
      withEmulator(async (emulator) => {
        const ana = await signIn(emulator)
        const listener = await listenTo(ana, ['presence'])
        expect((await control(emulator, 'PATCH', path, { state })).status).toBe(204)
        expect(await listener.closed).toBe(1008)
        expect((await ana.ask('GET', '/users/me')).status).toBe(401)
        await control(emulator, 'PATCH', path, { state: 'active' })
        expect((await ana.ask('GET', '/users/me')).status).toBe(401)
        expect((await signIn(emulator)).userId).toBe(ana.userId)
      }),
  )

  test('leaves the tokens of others alone, and ends refresh tokens with the rest', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const basic = 'minidesk-code:minidesk-code-secret'
      const { location } = await logIn(emulator, 'Ana Ruiz', 'allow', {
        client_id: 'minidesk-code',
      })
      const form = codeForm({ url: location }, { code_verifier: verifier })
      const { refresh_token } = (await askToken(emulator, form, basic)).body
      await control(emulator, 'POST', '/tokens/expire', { userId: ana.userId })
      const again = await signIn(emulator)
      await control(emulator, 'PATCH', '/clients/minidesk-code', { state: 'disabled' })
      await control(emulator, 'PATCH', '/clients/minidesk-code', { state: 'active' })
      const late = { grant_type: 'refresh_token', refresh_token }
      expect((await askToken(emulator, late, basic)).body.error).toBe('invalid_grant')
      expect((await again.ask('GET', '/users/me')).status).toBe(200)
    }))

  test('takes redirect URIs, scopes and durations for what is to come', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const change = { redirectUris: uris(1), scopes: ['users'], tokenDuration: 172_800 }
      await control(emulator, 'PATCH', path, change)
      expect((await clientsOf(emulator))[0]).toMatchObject(change)
      expect((await ana.ask('GET', '/conversations')).status).toBe(200)
      expect((await fetch(authorizeUrl(emulator))).status).toBe(400)
    }))

  test('takes a name and permissions, for its own tokens too', () =>
    withEmulator(async (emulator) => {
      const made = { id: 'svc', secret: 'hush', grants: ['client_credentials'] }
      await control(emulator, 'POST', '/clients', made)
      const change = { name: 'Reports', permissions: ['routing:queue:view'] }
      expect((await control(emulator, 'PATCH', '/clients/svc', change)).status).toBe(204)
      const { clients } = (await control(emulator, 'GET', '/state')).body
      expect(clients.at(-1)).toMatchObject({ id: 'svc', name: 'Reports' })
      const answer = await fetch(`${emulator.login}/oauth/token`, {
        method: 'POST',
        headers: { authorization: `Basic ${btoa('svc:hush')}` },
        body: new URLSearchParams({ grant_type: 'client_credentials' }),
      })
      const { access_token: token } = await answer.json()
      const queues = await fetch(`${emulator.api}/api/v2/routing/queues`, {
        headers: { authorization: `Bearer ${token}` },
      })
      expect(queues.status).toBe(200)
      const grants = await control(emulator, 'PATCH', '/clients/svc', { grants: made.grants })
      expect(grants).toMatchObject({ status: 400, body: { field: 'grants' } })
    }))

  test('refuses what making refuses, and changes nothing', () =>
    withEmulator(async (emulator) => {
      const [before] = await clientsOf(emulator)
      const answer = await control(emulator, 'PATCH', path, {
        tokenDuration: 600,
        redirectUris: uris(126),
      })
      expect(answer).toMatchObject({ status: 400, body: { field: 'redirectUris' } })
      expect((await clientsOf(emulator))[0]).toEqual(before)
      expect((await control(emulator, 'PATCH', '/clients/nobody', {})).status).toBe(404)
    }))

  test('takes one away, with its tokens', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect((await control(emulator, 'DELETE', path)).status).toBe(204)
      expect((await ana.ask('GET', '/users/me')).status).toBe(401)
      expect((await fetch(authorizeUrl(emulator))).status).toBe(400)
      expect((await control(emulator, 'DELETE', path)).status).toBe(404)
    }))
})
