import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { openBrowser } from '../emulator/browser'
import {
  authorizeUrl,
  control,
  type Hosts,
  type Json,
  redirectUri,
  withEmulator,
} from '../emulator/visitor'
import { eventually } from '../eventually'
import { apisOf, refusal } from './agent'
import { clientOf } from './hosts'
import { sdk } from './sdk'

const server = ['minidesk-code', 'minidesk-code-secret'] as const

/** A server with a secret signs Ana in, by a code without a challenge. */
async function signInByServer(hosts: Hosts) {
  const browser = openBrowser(hosts)
  const url = new URL(authorizeUrl(hosts, { client_id: server[0] }))
  url.searchParams.delete('code_challenge')
  url.searchParams.delete('code_challenge_method')
  const consent = await browser.press(await browser.open(url.href), 'Ana Ruiz')
  const arrived = await browser.press(consent, 'Allow')
  const code = arrived.url.searchParams.get('code') ?? ''
  const client = clientOf(hosts)
  await client.loginCodeAuthorizationGrant(...server, code, redirectUri)
  return { ...apisOf(client), code }
}

/** What was asked, and the statuses of the answers. */
async function answers(emulator: Emulator) {
  const { body } = await control(emulator, 'GET', '/requests')
  return body.map(({ operation, status }: Json) => [operation, status])
}

describe('a server that signs agents in', () => {
  test('gets their token by its secret, and a new one by itself when that has expired', () =>
    withEmulator(async (emulator) => {
      const { users } = await signInByServer(emulator)
      const { id } = await users.getUsersMe()
      for (const _again of ['once', 'twice']) {
        await control(emulator, 'POST', '/tokens/expire', { userId: id })
        await control(emulator, 'DELETE', '/requests')
        // Release 262 hands over the 401 all the same, though it goes on to refresh and to ask again.
        expect((await refusal(users.getUsersMe())).response.status).toBe(401)
        await eventually(() => answers(emulator)).toEqual([
          ['getUsersMe', 401],
          ['token', 200],
          ['getUsersMe', 200],
        ])
        expect((await users.getUsersMe()).name).toBe('Ana Ruiz')
      }
    }))

  test('loses it for good when it is revoked', () =>
    withEmulator(async (emulator) => {
      const { users } = await signInByServer(emulator)
      await control(emulator, 'POST', '/tokens/revoke', {})
      await control(emulator, 'DELETE', '/requests')
      expect((await refusal(users.getUsersMe())).response.status).toBe(401)
      await eventually(() => answers(emulator)).toEqual([
        ['getUsersMe', 401],
        ['token', 400],
      ])
    }))

  test('cannot use a code twice', () =>
    withEmulator(async (emulator) => {
      const { client, code } = await signInByServer(emulator)
      const { response } = await refusal(
        client.loginCodeAuthorizationGrant(...server, code, redirectUri),
      )
      expect(response).toMatchObject({ status: 400, data: { error: 'invalid_grant' } })
    }))

  test('may not do what the agent lacks the permission for, and is told which', () =>
    withEmulator(async (emulator) => {
      const { client } = await signInByServer(emulator)
      expect(await refusal(new sdk.OAuthApi(client).getOauthClients())).toMatchObject({
        status: 403,
        code: 'missing.any.permissions',
        message: expect.stringContaining('oauth:client:view'),
        messageParams: { permissions: 'oauth:client:view' },
      })
    }))
})
