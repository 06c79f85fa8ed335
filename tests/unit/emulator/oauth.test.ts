import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import {
  authorizeUrl,
  exchange,
  logIn,
  redirectUri,
  signIn,
  verifier,
  withEmulator,
} from './visitor'

const codeOf = (location: URL) => location.searchParams.get('code') ?? ''

describe('signing in', () => {
  test('a code and its verifier buy a bearer token, and no refresh token', () =>
    withEmulator(async (emulator) => {
      const { location } = await logIn(emulator)
      expect(location.origin + location.pathname).toBe(redirectUri)
      expect(location.searchParams.get('state')).toBe('somewhere')
      const answer = await exchange(emulator, codeOf(location))
      expect(answer.status).toBe(200)
      expect(await answer.json()).toEqual({
        access_token: expect.any(String),
        token_type: 'bearer',
        expires_in: 86_400,
      })
    }))

  test('another verifier buys nothing, and burns the code', () =>
    withEmulator(async (emulator) => {
      const { location } = await logIn(emulator)
      const wrong = await exchange(emulator, codeOf(location), { code_verifier: `${verifier}x` })
      expect(wrong.status).toBe(400)
      expect(await wrong.json()).toMatchObject({ error: 'invalid_grant' })
      expect((await exchange(emulator, codeOf(location))).status).toBe(400)
    }))

  test('a code used twice voids the token it bought', () =>
    withEmulator(async (emulator) => {
      const { location } = await logIn(emulator)
      const first = await exchange(emulator, codeOf(location))
      const { access_token } = await first.json()
      const me = () =>
        fetch(`${emulator.api}/api/v2/users/me`, {
          headers: { authorization: `Bearer ${access_token}` },
        })
      expect((await me()).status).toBe(200)
      expect(await (await exchange(emulator, codeOf(location))).json()).toMatchObject({
        error: 'invalid_grant',
      })
      expect((await me()).status).toBe(401)
    }))

  test('a code is worth nothing after a minute', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const { location } = await logIn(emulator)
        clock.advance(60_000)
        expect(await (await exchange(emulator, codeOf(location))).json()).toMatchObject({
          error: 'invalid_grant',
          error_description: expect.stringContaining('expired'),
        })
      },
      { clock },
    )
  })

  test('a token is refused once its time is up', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        clock.advance(86_400_000)
        expect(await ana.ask('GET', '/users/me')).toMatchObject({
          status: 401,
          body: { code: 'bad.credentials' },
        })
      },
      { clock },
    )
  })

  test('denying goes back with access_denied and the state', () =>
    withEmulator(async (emulator) => {
      const { location } = await logIn(emulator, 'Ana Ruiz', 'deny')
      expect(Object.fromEntries(location.searchParams)).toEqual({
        error: 'access_denied',
        error_description: expect.any(String),
        state: 'somewhere',
      })
    }))

  test.each([
    ['another client', { client_id: 'stranger' }],
    ['another port', { redirect_uri: 'http://localhost:5174/callback.html' }],
    ['another case', { redirect_uri: 'http://localhost:5173/Callback.html' }],
    [
      'a host of the same machine by another name',
      { redirect_uri: 'http://127.0.0.1:5173/callback.html' },
    ],
    ['a longer path', { redirect_uri: 'http://localhost:5173/callback.html/' }],
    ['no redirect URI', { redirect_uri: '' }],
  ])('a request with %s is refused on a page and never redirected', (_what, change) =>
    withEmulator(async (emulator) => {
      const answer = await fetch(authorizeUrl(emulator, change), { redirect: 'manual' })
      expect(answer.status).toBe(400)
      expect(answer.headers.get('location')).toBeNull()
      expect(answer.headers.get('content-type')).toContain('text/html')
    }),
  )

  test.each([
    ['response_type', 'token', 'unsupported_response_type'],
    ['code_challenge', 'short', 'invalid_request'],
    ['code_challenge_method', 'plain', 'invalid_request'],
  ])('a wrong %s goes back to the application as an error', (name, value, error) =>
    withEmulator(async (emulator) => {
      const answer = await fetch(authorizeUrl(emulator, { [name]: value }), { redirect: 'manual' })
      const location = new URL(answer.headers.get('location') ?? '')
      expect(location.searchParams.get('error')).toBe(error)
      expect(location.searchParams.get('state')).toBe('somewhere')
    }),
  )

  test('a registered address that is neither https nor this machine is refused', () =>
    withEmulator(
      async (emulator) => {
        const answer = await fetch(
          authorizeUrl(emulator, { redirect_uri: 'http://desk.example/callback.html' }),
          { redirect: 'manual' },
        )
        expect(answer.status).toBe(400)
      },
      { redirectUris: ['http://desk.example/callback.html'] },
    ))

  test.each([
    [{ client_id: 'stranger' }, 401, 'invalid_client'],
    [{ client_secret: 'hush' }, 401, 'invalid_client'],
    [{ code_verifier: '' }, 400, 'invalid_request'],
    [{ redirect_uri: 'http://localhost:5174/callback.html' }, 400, 'invalid_grant'],
  ])('the token endpoint answers %o with %i %s', (change, status, error) =>
    withEmulator(async (emulator) => {
      const { location } = await logIn(emulator)
      const answer = await exchange(emulator, codeOf(location), change)
      expect(answer.status).toBe(status)
      expect(await answer.json()).toMatchObject({ error })
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    }),
  )
})

describe('the login kept by a cookie', () => {
  const again = (url: string, cookie: string) =>
    fetch(url, { redirect: 'manual', headers: { cookie } })

  test('lets the second authorize straight through', () =>
    withEmulator(async (emulator) => {
      const { cookie } = await logIn(emulator)
      const answer = await again(authorizeUrl(emulator), cookie)
      const location = new URL(answer.headers.get('location') ?? '')
      expect((await exchange(emulator, codeOf(location))).status).toBe(200)
    }))

  test('is not honoured when prompt=login asks for the agents again', () =>
    withEmulator(async (emulator) => {
      const { cookie } = await logIn(emulator)
      const answer = await again(authorizeUrl(emulator, { prompt: 'login' }), cookie)
      expect(await answer.text()).toContain('Genesys Cloud (local)')
    }))

  test('ends by logout, which returns to a registered address only', () =>
    withEmulator(async (emulator) => {
      const { cookie } = await logIn(emulator)
      const logout = (uri: string) =>
        `${emulator.login}/logout?${new URLSearchParams({ client_id: 'minidesk-local', redirect_uri: uri })}`
      const stranger = await again(logout('http://localhost:5174/callback.html'), cookie)
      expect(stranger.status).toBe(400)
      const out = await again(logout(redirectUri), cookie)
      expect(out.headers.get('location')).toBe(redirectUri)
      const answer = await again(authorizeUrl(emulator), cookie)
      expect(await answer.text()).toContain('Genesys Cloud (local)')
    }))

  test('a form is good once', () =>
    withEmulator(async (emulator) => {
      const page = await (await fetch(authorizeUrl(emulator))).text()
      const body = () =>
        new URLSearchParams({
          transaction: /name="transaction" value="([^"]+)"/.exec(page)?.[1] ?? '',
          user: /name="user" value="([^"]+)"/.exec(page)?.[1] ?? '',
        })
      const send = () => fetch(`${emulator.login}/oauth/login`, { method: 'POST', body: body() })
      expect((await send()).status).toBe(200)
      expect((await send()).status).toBe(400)
    }))
})
