import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { askToken, codeForm } from './browser'
import {
  askWith,
  authorizeUrl,
  control,
  type Hosts,
  type Json,
  listenTo,
  logIn,
  redirectUri,
  verifier,
  withEmulator,
} from './visitor'

const basic = 'minidesk-code:minidesk-code-secret'

/** A request of the confidential client, with no challenge unless one is given. */
async function getCode(emulator: Hosts, change: Record<string, string> = {}) {
  const { location } = await logIn(emulator, 'Ana Ruiz', 'allow', {
    client_id: 'minidesk-code',
    ...change,
  })
  return { url: location }
}

const withChallenge = async (emulator: Hosts) =>
  codeForm(await getCode(emulator), { code_verifier: verifier })

async function getTokens(emulator: Hosts) {
  const { body } = await askToken(emulator, await withChallenge(emulator), basic)
  const me = async () => (await askWith(emulator, body.access_token)('GET', '/users/me')).status
  return { ...body, me }
}

const refreshForm = (refresh_token: string) => ({ grant_type: 'refresh_token', refresh_token })

describe('a confidential client', () => {
  test('gets an access token and a refresh token for a code', () =>
    withEmulator(async (emulator) => {
      const { status, body } = await askToken(emulator, await withChallenge(emulator), basic)
      expect(status).toBe(200)
      expect(body).toEqual({
        access_token: expect.any(String),
        token_type: 'bearer',
        expires_in: 86_400,
        refresh_token: expect.any(String),
      })
      const info = await askWith(emulator, body.access_token)('GET', '/tokens/me')
      expect(info.body.OAuthClient).toMatchObject({
        id: 'minidesk-code',
        authorizedGrantType: 'CODE',
      })
    }))

  test('may do without a challenge, and then shows no verifier', () =>
    withEmulator(async (emulator) => {
      const plain = new URL(authorizeUrl(emulator, { client_id: 'minidesk-code' }))
      plain.searchParams.delete('code_challenge')
      plain.searchParams.delete('code_challenge_method')
      const { cookie } = await logIn(emulator, 'Ana Ruiz', 'allow', { client_id: 'minidesk-code' })
      const code = async () => {
        const answer = await fetch(plain, { redirect: 'manual', headers: { cookie } })
        return { url: new URL(answer.headers.get('location') ?? '') }
      }
      expect((await askToken(emulator, codeForm(await code()), basic)).status).toBe(200)
      const sly = await askToken(
        emulator,
        codeForm(await code(), { code_verifier: verifier }),
        basic,
      )
      expect(sly).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    }))

  test('is held to a challenge it has given', () =>
    withEmulator(async (emulator) => {
      const answer = await askToken(emulator, codeForm(await getCode(emulator)), basic)
      expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    }))

  test('gets nothing for another client’s code', () =>
    withEmulator(async (emulator) => {
      const { location } = await logIn(emulator)
      const form = codeForm({ url: location }, { code_verifier: verifier })
      expect(await askToken(emulator, form, basic)).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant' },
      })
    }))

  test.each([
    ['no secret', undefined, {}],
    ['the secret in the form', undefined, { client_secret: 'minidesk-code-secret' }],
    ['a wrong secret', 'minidesk-code:hush', {}],
    ['no name', ':minidesk-code-secret', {}],
    ['another client’s name besides', basic, { client_id: 'minidesk-local' }],
    ['what is not Basic', '', {}],
  ])('with %s is not believed, and its code stays good', (_what, proof, change) =>
    withEmulator(async (emulator) => {
      const form = await withChallenge(emulator)
      const answer = await askToken(
        emulator,
        { ...form, client_id: 'minidesk-code', ...change },
        proof,
      )
      expect(answer).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
      const challenge = proof === undefined ? null : 'Basic realm="oauth"'
      expect(answer.headers.get('www-authenticate')).toBe(challenge)
      expect((await askToken(emulator, form, basic)).status).toBe(200)
    }),
  )

  test('has its code’s replay void the refresh token too', () =>
    withEmulator(async (emulator) => {
      const form = await withChallenge(emulator)
      const { body } = await askToken(emulator, form, basic)
      expect((await askToken(emulator, form, basic)).status).toBe(400)
      const late = await askToken(emulator, refreshForm(body.refresh_token), basic)
      expect(late).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    }))
})

describe('a refresh token', () => {
  test('buys a new pair, once; the access token before lives on', () =>
    withEmulator(async (emulator) => {
      const first = await getTokens(emulator)
      const { status, body } = await askToken(emulator, refreshForm(first.refresh_token), basic)
      expect(status).toBe(200)
      expect(body).toEqual({
        access_token: expect.any(String),
        token_type: 'bearer',
        expires_in: 86_400,
        refresh_token: expect.any(String),
      })
      expect(body.refresh_token).not.toBe(first.refresh_token)
      expect(body.access_token).not.toBe(first.access_token)
      expect(await first.me()).toBe(200)
      const { body: requests } = await control(emulator, 'GET', '/requests')
      const refreshed = requests.findLast(({ operation }: Json) => operation === 'token')
      const { users } = (await control(emulator, 'GET', '/state')).body
      expect(refreshed.userId).toBe(users[0].id)
    }))

  test('that comes a second time voids all that came of the log-in, and no other', () =>
    withEmulator(async (emulator) => {
      const [stolen, other] = [await getTokens(emulator), await getTokens(emulator)]
      const { body: next } = await askToken(emulator, refreshForm(stolen.refresh_token), basic)
      const replay = await askToken(emulator, refreshForm(stolen.refresh_token), basic)
      expect(replay).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
      expect(await stolen.me()).toBe(401)
      expect((await askWith(emulator, next.access_token)('GET', '/users/me')).status).toBe(401)
      expect((await askToken(emulator, refreshForm(next.refresh_token), basic)).status).toBe(400)
      expect(await other.me()).toBe(200)
      expect((await askToken(emulator, refreshForm(other.refresh_token), basic)).status).toBe(200)
    }))

  test('outlives its access token', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const first = await getTokens(emulator)
        clock.advance(86_400_000)
        expect(await first.me()).toBe(401)
        expect((await askToken(emulator, refreshForm(first.refresh_token), basic)).status).toBe(200)
      },
      { clock },
    )
  })

  test('ends when its access token is given back', () =>
    withEmulator(async (emulator) => {
      const first = await getTokens(emulator)
      await askWith(emulator, first.access_token)('DELETE', '/tokens/me')
      const late = await askToken(emulator, refreshForm(first.refresh_token), basic)
      expect(late).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
    }))

  test('ends with all tokens of the user, expired ones’ too, and not with another’s', () =>
    withEmulator(async (emulator) => {
      const first = await getTokens(emulator)
      const { users } = (await control(emulator, 'GET', '/state')).body
      await control(emulator, 'POST', '/tokens/expire')
      await control(emulator, 'POST', '/tokens/revoke', { userId: users[1].id })
      const { status, body } = await askToken(emulator, refreshForm(first.refresh_token), basic)
      expect(status).toBe(200)
      await control(emulator, 'POST', '/tokens/expire')
      await control(emulator, 'POST', '/tokens/revoke', { userId: users[0].id })
      expect((await askToken(emulator, refreshForm(body.refresh_token), basic)).status).toBe(400)
    }))

  test('is good for nobody but its client, and is not used up by others', () =>
    withEmulator(async (emulator) => {
      const other = { id: 'other', secret: 'hush', redirectUris: [redirectUri] }
      const grants = ['authorization_code', 'refresh_token']
      await control(emulator, 'POST', '/clients', { ...other, grants })
      const form = refreshForm((await getTokens(emulator)).refresh_token)
      expect(await askToken(emulator, form, 'other:hush')).toMatchObject({
        status: 400,
        body: { error: 'invalid_grant' },
      })
      expect((await askToken(emulator, form, basic)).status).toBe(200)
    }))

  test('comes with no code where an idle time-out is set', () =>
    withEmulator(async (emulator) => {
      await control(emulator, 'POST', '/tokens/idle', { seconds: 600 })
      expect(await getTokens(emulator)).not.toHaveProperty('refresh_token')
    }))

  test('keeps channels of the old access token alive', () =>
    withEmulator(async (emulator) => {
      const first = await getTokens(emulator)
      const ask = askWith(emulator, first.access_token)
      const userId = (await ask('GET', '/users/me')).body.id
      const listener = await listenTo({ userId, token: '', ask }, ['presence'])
      await askToken(emulator, refreshForm(first.refresh_token), basic)
      await control(emulator, 'POST', `/users/${userId}/presence`, { systemPresence: 'Meal' })
      await listener.next(({ topicName }) => topicName.endsWith('.presence'))
    }))
})
