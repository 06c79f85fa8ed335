import { describe, expect, test } from 'vitest'
import { openBrowser } from './browser'
import { authorizeUrl, control, withEmulator } from './visitor'

describe('the answer to an application', () => {
  const wrong = /^[\w-]{43}$/

  test.each([
    [{ state: 'wrong' }, { state: expect.stringMatching(wrong), iss: undefined }],
    [{ state: 'missing' }, { state: undefined, iss: undefined }],
    [
      { iss: 'wrong' },
      { state: 'somewhere', iss: expect.stringMatching(/^https:.*elsewhere\.example$/) },
    ],
    [{ iss: 'missing' }, { state: 'somewhere', iss: undefined }],
    [{ state: 'right' }, { state: 'somewhere', iss: undefined }],
  ])('with %o, once', (spoiled, expected) =>
    withEmulator(async (emulator) => {
      const browser = openBrowser(emulator)
      const told = async (change = {}) => {
        const { url } = await browser.open(authorizeUrl(emulator, change))
        const [code, state, iss] = ['code', 'state', 'iss'].map(
          (name) => url.searchParams.get(name) ?? undefined,
        )
        return { code, state, iss }
      }
      const consent = await browser.press(await browser.open(authorizeUrl(emulator)), 'Ana Ruiz')
      await browser.press(consent, 'Allow')
      const good = { code: expect.any(String), state: 'somewhere', iss: undefined }
      expect(await told()).toEqual(good)
      const answer = await control(emulator, 'POST', '/authorize-answers', spoiled)
      expect(answer.status).toBe(204)
      expect(await told()).toEqual({ code: expect.any(String), ...expected })
      expect(await told()).toEqual(good)
    }),
  )

  test('carries the right iss as often as told, with errors as well, until the reset', () =>
    withEmulator(async (emulator) => {
      const spoiled = { iss: 'right', state: 'wrong', times: 3 }
      await control(emulator, 'POST', '/authorize-answers', spoiled)
      const refused = authorizeUrl(emulator, { response_type: 'token' })
      const { open } = openBrowser(emulator)
      for (let count = 0; count < 2; count += 1) {
        const { searchParams } = (await open(refused)).url
        expect(searchParams.get('error')).toBe('unsupported_response_type')
        expect(searchParams.get('iss')).toBe(emulator.login)
        expect(searchParams.get('state')).not.toBe('somewhere')
      }
      await control(emulator, 'POST', '/reset')
      const { searchParams } = (await open(refused)).url
      expect(searchParams.get('state')).toBe('somewhere')
      expect(searchParams.has('iss')).toBe(false)
    }))

  test('has no state where none was sent', () =>
    withEmulator(async (emulator) => {
      const url = new URL(authorizeUrl(emulator, { response_type: 'token' }))
      url.searchParams.delete('state')
      expect((await openBrowser(emulator).open(url.href)).url.searchParams.has('state')).toBe(false)
    }))

  test.each([
    ['/authorize-answers', {}, 'state'],
    ['/authorize-answers', { state: 'odd' }, 'state'],
    ['/authorize-answers', { iss: 'odd' }, 'iss'],
    ['/authorize-answers', { iss: 'right', times: 0 }, 'times'],
    ['/idp', {}, 'mode'],
    ['/idp', { mode: 'odd' }, 'mode'],
    ['/idp', { mode: 'slow', ms: -1 }, 'ms'],
    ['/idp', { mode: 'ok', provider: 7 }, 'provider'],
  ])('%s refuses %o and names %s', (path, body, field) =>
    withEmulator(async (emulator) => {
      const answer = await control(emulator, 'POST', path, body)
      expect(answer).toEqual({ status: 400, body: { message: expect.any(String), field } })
    }),
  )
})

describe('what the login host says of itself', () => {
  test('can be read by pages of any origin', () =>
    withEmulator(async (emulator) => {
      const { login } = emulator
      const answer = await fetch(`${login}/.well-known/oauth-authorization-server`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(await answer.json()).toEqual({
        issuer: login,
        authorization_endpoint: `${login}/oauth/authorize`,
        token_endpoint: `${login}/oauth/token`,
        grant_types_supported: [
          'authorization_code',
          'client_credentials',
          'refresh_token',
          'urn:ietf:params:oauth:grant-type:saml2-bearer',
        ],
        response_types_supported: ['code'],
        code_challenge_methods_supported: ['S256'],
      })
    }))

  test('is nothing of OpenID Connect', () =>
    withEmulator(async ({ login }) => {
      expect((await fetch(`${login}/.well-known/openid-configuration`)).status).toBe(404)
    }))
})
