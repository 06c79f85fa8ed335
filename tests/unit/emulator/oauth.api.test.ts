import { describe, expect, test } from 'vitest'
import { askToken } from './browser'
import { askWith, control, type Emulator, type Json, signIn, withEmulator } from './visitor'

async function service(emulator: Emulator) {
  const proof = 'minidesk-service:minidesk-service-secret'
  const { body } = await askToken(emulator, { grant_type: 'client_credentials' }, proof)
  return askWith(emulator, body.access_token)
}

describe('OAuth clients, as the API tells of them', () => {
  test('with what the organisation thinks of each, and no secret', () =>
    withEmulator(async (emulator) => {
      const ask = await service(emulator)
      await control(emulator, 'PATCH', '/clients/minidesk-disabled', { state: 'revoked' })
      const { status, body } = await ask('GET', '/oauth/authorizations')
      expect(status).toBe(200)
      expect(body.total).toBe(5)
      const told = body.entities.map(({ client, state, pending }: Json) => [
        client.id,
        state,
        pending,
        client.state,
      ])
      expect(told).toEqual([
        ['minidesk-local', 'Authorized', false, 'active'],
        ['minidesk-code', 'Authorized', false, 'active'],
        ['minidesk-service', 'Authorized', false, 'active'],
        ['minidesk-pending', 'Requested', true, 'active'],
        ['minidesk-disabled', 'Revoked', false, 'inactive'],
      ])
      expect(JSON.stringify(body)).not.toContain('-secret')
      const one = await ask('GET', '/oauth/authorizations/minidesk-pending')
      expect(one.body).toEqual(body.entities[3])
      expect(await ask('GET', '/oauth/authorizations/nobody')).toMatchObject({
        status: 404,
        body: { code: 'not.found' },
      })
    }))

  test('with their settings, page by page', () =>
    withEmulator(async (emulator) => {
      const ask = await service(emulator)
      const { body } = await ask('GET', '/oauth/clients')
      expect(body.total).toBe(5)
      expect(body.entities[1]).toMatchObject({
        id: 'minidesk-code',
        name: 'Minidesk Server',
        authorizedGrantType: 'CODE',
        accessTokenValiditySeconds: 86_400,
        registeredRedirectUri: ['http://localhost:5173/callback.html'],
      })
      expect(body.entities[2].authorizedGrantType).toBe('CLIENT-CREDENTIALS')
      expect((await ask('GET', '/oauth/clients/minidesk-code')).body).toEqual(body.entities[1])
      expect(await ask('GET', '/oauth/clients/nobody')).toMatchObject({
        status: 404,
        body: { code: 'client.not.found' },
      })
    }))

  test('to nobody without the scope, or the permission', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect((await ana.ask('GET', '/oauth/clients')).body.code).toBe(
        'app.not.authorized.for.scope',
      )
      const grants = ['client_credentials']
      await control(emulator, 'POST', '/clients', { id: 'poor', secret: 'hush', grants })
      const { body } = await askToken(emulator, { grant_type: grants[0] ?? '' }, 'poor:hush')
      const ask = askWith(emulator, body.access_token)
      expect((await ask('GET', '/oauth/authorizations')).body.code).toBe('missing.any.permissions')
      expect((await ask('GET', '/oauth/scopes')).status).toBe(200)
    }))
})

describe('scopes', () => {
  test('are listed, and found by name', () =>
    withEmulator(async (emulator) => {
      const ask = await service(emulator)
      const { body } = await ask('GET', '/oauth/scopes')
      const names = body.entities.map(({ id }: Json) => id)
      expect(names).toEqual(expect.arrayContaining(['conversations', 'users:readonly', 'oauth']))
      expect(body.total).toBe(names.length)
      const path = '/oauth/scopes/users:readonly'
      const selfUri = `/api/v2${path}`
      expect((await ask('GET', path)).body).toEqual({ id: 'users:readonly', selfUri })
      expect((await ask('GET', '/oauth/scopes/presence:manage')).status).toBe(404)
    }))
})
