import { describe, expect, test } from 'vitest'
import { askToken, codeForm } from './browser'
import { logIn, verifier, withEmulator } from './visitor'

const saml = 'urn:ietf:params:oauth:grant-type:saml2-bearer'
const named = { client_id: 'minidesk-local' }

describe('what the token endpoint refuses', () => {
  test.each([
    ['a public client’s refresh token', 'refresh_token', undefined, 'unauthorized_client'],
    ['a public client without a user', 'client_credentials', undefined, 'unauthorized_client'],
    [
      'a confidential client without a user',
      'client_credentials',
      'minidesk-code:minidesk-code-secret',
      'unauthorized_client',
    ],
    [
      'a service’s code',
      'authorization_code',
      'minidesk-service:minidesk-service-secret',
      'unauthorized_client',
    ],
    [
      'a service’s refresh token',
      'refresh_token',
      'minidesk-service:minidesk-service-secret',
      'unauthorized_client',
    ],
    ['SAML', saml, undefined, 'unsupported_grant_type'],
    ['a password', 'password', undefined, 'unsupported_grant_type'],
    ['what no object should have', 'constructor', undefined, 'unsupported_grant_type'],
    ['no grant at all', '', undefined, 'invalid_request'],
  ])('%s: 400', (_what, grant_type, basic, error) =>
    withEmulator(async (emulator) => {
      const form = { grant_type, ...(basic === undefined && named) }
      const answer = await askToken(emulator, form, basic)
      expect(answer.status).toBe(400)
      expect(answer.body).toEqual({ error, error_description: expect.any(String) })
    }),
  )

  test.each(['code', 'redirect_uri'])('a code’s form without its %s', (field) =>
    withEmulator(async (emulator) => {
      const { location } = await logIn(emulator)
      const form = codeForm({ url: location }, { ...named, code_verifier: verifier })
      expect(await askToken(emulator, { ...form, [field]: '' })).toMatchObject({
        status: 400,
        body: { error: 'invalid_request', error_description: expect.stringContaining(field) },
      })
    }),
  )

  test('a body that is no form', () =>
    withEmulator(async (emulator) => {
      const body = JSON.stringify({ grant_type: 'authorization_code', ...named })
      const headers = { 'content-type': 'application/json' }
      const answer = await fetch(`${emulator.login}/oauth/token`, { method: 'POST', body, headers })
      expect(answer.status).toBe(400)
      expect(await answer.json()).toMatchObject({ error: 'invalid_request' })
    }))

  test('a public client that shows a secret', () =>
    withEmulator(async (emulator) => {
      const form = { grant_type: 'authorization_code' }
      expect(await askToken(emulator, form, 'minidesk-local:hush')).toMatchObject({
        status: 401,
        body: { error: 'invalid_client' },
      })
    }))
})

describe('readings of what is not documented', () => {
  test('every refusal may be a 400', () =>
    withEmulator(
      async (emulator) => {
        const answer = await askToken(emulator, { grant_type: 'password' }, 'stranger:hush')
        expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_client' } })
        expect(answer.headers.get('www-authenticate')).toBeNull()
      },
      { switches: { tokenErrorStatus: '400' } },
    ))
})
