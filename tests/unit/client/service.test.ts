import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { withEmulator } from '../emulator/visitor'
import { apisOf, refusal } from './agent'
import { clientOf } from './hosts'
import { sdk } from './sdk'

const service = ['minidesk-service', 'minidesk-service-secret'] as const

describe('a service without a user', () => {
  test('logs in by client credentials and looks at the queues', () =>
    withEmulator(async (emulator) => {
      const client = clientOf(emulator)
      const { accessToken, tokenExpiryTime } = await client.loginClientCredentialsGrant(...service)
      expect(accessToken).not.toBe('')
      expect(tokenExpiryTime).toBeGreaterThan(Date.now())
      const { routing, tokens, organization } = apisOf(client)
      const { entities: queues } = await routing.getRoutingQueues({ name: 'Bill*' })
      expect(queues?.map(({ name }) => name)).toEqual(['Billing'])
      expect((await organization.getOrganizationsMe()).name).toBe('Larkfield Home Services')
      const { OAuthClient } = await tokens.getTokensMe()
      expect(OAuthClient).toMatchObject({
        id: 'minidesk-service',
        authorizedGrantType: 'CLIENT-CREDENTIALS',
      })
      const { entities } = await new sdk.OAuthApi(client).getOauthClients()
      expect(entities?.map(({ id }) => id)).toContain('minidesk-local')
    }))

  test('is no user where one is needed', () =>
    withEmulator(async (emulator) => {
      const client = clientOf(emulator)
      await client.loginClientCredentialsGrant(...service)
      const { users, routing } = apisOf(client)
      const asked = [users.getUsersMe(), routing.getRoutingQueuesMe()]
      for (const refused of await Promise.all(asked.map(refusal))) {
        expect(refused).toMatchObject({ status: 400, code: 'not.a.user' })
      }
    }))

  test('gets no token without its secret, nor as a client that is for people', () =>
    withEmulator(async (emulator) => {
      const client = clientOf(emulator)
      const wrong = await refusal(client.loginClientCredentialsGrant(service[0], 'guessed'))
      expect(wrong.response).toMatchObject({ status: 401, data: { error: 'invalid_client' } })
      const person = client.loginClientCredentialsGrant('minidesk-code', 'minidesk-code-secret')
      const { response } = await refusal(person)
      expect(response).toMatchObject({ status: 400, data: { error: 'unauthorized_client' } })
    }))

  test('logs in once more when its token has expired', async () => {
    const clock = createManualClock()
    await withEmulator(
      async (emulator) => {
        const client = clientOf(emulator)
        await client.loginClientCredentialsGrant(...service)
        const { tokens } = apisOf(client)
        clock.advance(86_400_000)
        expect((await refusal(tokens.getTokensMe())).status).toBe(401)
        await client.loginClientCredentialsGrant(...service)
        expect((await tokens.getTokensMe()).organization?.name).toBe('Larkfield Home Services')
      },
      { clock },
    )
  })
})
