import { expect, test } from 'vitest'
import { withEmulator } from '../emulator/visitor'
import { apisOf, refusal, signIn } from './agent'
import { clientOf } from './hosts'
import { sdk } from './sdk'

test('an agent is told what the organisation has set for all', () =>
  withEmulator(async (emulator) => {
    const { id, client, organization, presence, routing, tokens, users } = await signIn(emulator)
    const { utilization } = await routing.getRoutingUtilization()
    expect(utilization?.call?.maximumCapacity).toBe(1)
    const own = await users.getRoutingUserUtilization(id)
    expect(own).toMatchObject({ level: 'Organization', utilization })
    const { restorePresenceSettings } = await presence.getPresenceSettings()
    expect(restorePresenceSettings?.enabled).toBe(true)
    const { entities } = await organization.getOrganizationsLimitsNamespace('platform.api')
    expect(entities?.find(({ key }) => key === 'token.rate.per.minute')).toMatchObject({
      value: 300,
    })
    const standard = await organization.getOrganizationsLimitsNamespaceDefaults('platform.api')
    expect(standard.entities).toEqual(entities)
    expect((await refusal(organization.getOrganizationsLimitsNamespace('tea'))).status).toBe(400)
    expect((await tokens.getTokensTimeout()).enableIdleTokenTimeout).toBe(false)
    const mine = tokens.putTokensTimeout({ body: { enableIdleTokenTimeout: true } })
    expect((await refusal(mine)).status).toBe(403)
    const settings = new sdk.AgentUIApi(client)
    const { settings: answering } =
      await settings.getUsersAgentuiAgentsAutoanswerAgentIdSettings(id)
    expect(answering?.call?.enabled).toBe(false)
  }))

test('an agent is told of whom somebody works with, and what they can do', () =>
  withEmulator(async (emulator) => {
    const { id, users } = await signIn(emulator)
    expect((await users.getUserState(id)).state).toBe('active')
    expect(await users.getUserAdjacents(id)).toEqual({
      superiors: [],
      siblings: [],
      directReports: [],
    })
    expect(await users.getUserSuperiors(id)).toEqual([])
    expect(await users.getUserDirectreports(id)).toEqual([])
    expect((await users.getUserFavorites(id)).total).toBe(0)
    expect((await users.getUserRoutingskills(id)).total).toBe(3)
    expect((await refusal(users.getUserState('nobody'))).status).toBe(404)
  }))

test('queues are listed in short, all of them or page by page', () =>
  withEmulator(async (emulator) => {
    const { routing } = await signIn(emulator)
    const { entities: all } = await routing.getRoutingQueuesDivisionviewsAll({ pageSize: 100 })
    const page = (pageNumber: number) =>
      routing.getRoutingQueuesDivisionviews({ pageSize: 4, pageNumber, sortBy: 'name' })
    const names = [await page(1), await page(2)].flatMap(({ entities }) =>
      entities?.map(({ name }) => name),
    )
    expect(names).toEqual(all?.map(({ name }) => name))
    expect(names).toContain('Loyalty')
  }))

test('a service sees the clients, what they may do, and how long a token may idle', () =>
  withEmulator(async (emulator) => {
    const client = clientOf(emulator)
    await client.loginClientCredentialsGrant('minidesk-service', 'minidesk-service-secret')
    const oauth = new sdk.OAuthApi(client)
    const desk = await oauth.getOauthClient('minidesk-local')
    expect(desk).toMatchObject({ name: 'Minidesk', state: 'active' })
    expect(desk.secret).toBeUndefined()
    expect((await refusal(oauth.getOauthClient('nobody'))).status).toBe(404)
    const { entities: allowed } = await oauth.getOauthAuthorizations()
    expect(allowed?.map((one) => one.client?.id)).toContain('minidesk-local')
    expect((await oauth.getOauthAuthorization('minidesk-local')).pending).toBe(false)
    const { entities: scopes } = await oauth.getOauthScopes()
    expect(scopes?.map(({ id }) => id)).toContain('conversations')
    expect((await oauth.getOauthScope('conversations')).id).toBe('conversations')

    const { tokens } = apisOf(client)
    const set = (idleTokenTimeoutSeconds: number) =>
      tokens.putTokensTimeout({ body: { enableIdleTokenTimeout: true, idleTokenTimeoutSeconds } })
    expect(await set(600)).toMatchObject({ idleTokenTimeoutSeconds: 600 })
    expect((await tokens.getTokensTimeout()).idleTokenTimeoutSeconds).toBe(600)
    expect(await refusal(set(10))).toMatchObject({ status: 400, code: 'token.timeout.exceeded' })
  }))
