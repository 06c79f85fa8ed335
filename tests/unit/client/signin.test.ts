import { describe, expect, test } from 'vitest'
import { logIn, redirectUri, withEmulator } from '../emulator/visitor'
import { apisOf, refusal, signIn } from './agent'
import { clientOf } from './hosts'

describe('the official client logs in', () => {
  test('as an agent, by PKCE', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      expect(await ana.users.getUsersMe()).toMatchObject({ name: 'Ana Ruiz', id: ana.id })
      const info = await ana.tokens.getTokensMe()
      expect(info.OAuthClient).toMatchObject({ id: 'minidesk-local', name: 'Minidesk' })
      expect(info.organization?.name).toBe('Larkfield Home Services')
      expect(info.authorizedScope).toContain('conversations')
      await ana.tokens.headTokensMe()
    }))

  test('as two agents at once, each with a client of their own', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
      expect((await ana.users.getUsersMe()).name).toBe('Ana Ruiz')
      expect((await ben.users.getUsersMe()).name).toBe('Ben Okafor')
    }))

  test('never with another verifier than the one of the challenge', () =>
    withEmulator(async (emulator) => {
      const client = clientOf(emulator)
      const verifier = client.generatePKCECodeVerifier(43)
      const code_challenge = await client.computePKCECodeChallenge(verifier)
      const { location } = await logIn(emulator, 'Ana Ruiz', 'allow', { code_challenge })
      const code = location.searchParams.get('code') ?? ''
      const other = client.generatePKCECodeVerifier(43)
      const { response } = await refusal(
        client.authorizePKCEGrant('minidesk-local', other, code, redirectUri),
      )
      expect(response.status).toBe(400)
      expect(response.data.error).toBe('invalid_grant')
      expect((await refusal(apisOf(client).users.getUsersMe())).code).toBe(
        'authentication.required',
      )
    }))

  test('and out: the token is void for good', () =>
    withEmulator(async (emulator) => {
      const { tokens, users } = await signIn(emulator)
      await tokens.deleteTokensMe()
      expect(await refusal(users.getUsersMe())).toMatchObject({
        status: 401,
        code: 'bad.credentials',
      })
    }))
})
