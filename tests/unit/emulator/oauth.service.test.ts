import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { askToken } from './browser'
import {
  askWith,
  control,
  type Emulator,
  type Hosts,
  type Json,
  openSocket,
  signIn,
  withEmulator,
} from './visitor'

const basic = 'minidesk-service:minidesk-service-secret'

async function serve(emulator: Hosts, proof = basic) {
  const { body } = await askToken(emulator, { grant_type: 'client_credentials' }, proof)
  return { token: body.access_token, ask: askWith(emulator, body.access_token) }
}

const from = { name: 'Finn Jansen', number: '+14635550102' }

async function placeCall(emulator: Emulator): Promise<string> {
  const { queues } = (await control(emulator, 'GET', '/state')).body
  const placed = await control(emulator, 'POST', '/calls', { queueId: queues[0].id, from })
  return placed.body.conversationId
}

describe('a client without a user', () => {
  test('gets an access token of its own, and no refresh token', () =>
    withEmulator(async (emulator) => {
      const answer = await askToken(emulator, { grant_type: 'client_credentials' }, basic)
      expect(answer.status).toBe(200)
      expect(answer.body).toEqual({
        access_token: expect.any(String),
        token_type: 'bearer',
        expires_in: 86_400,
      })
      const { tokens } = (await control(emulator, 'GET', '/state')).body
      expect(tokens).toEqual([{ clientId: 'minidesk-service', expires: expect.any(Number) }])
    }))

  test('is told so by its token', () =>
    withEmulator(async (emulator) => {
      const { ask } = await serve(emulator)
      const { status, body } = await ask('GET', '/tokens/me')
      expect(status).toBe(200)
      expect(body).toMatchObject({
        organization: { name: 'Larkfield Home Services' },
        OAuthClient: { id: 'minidesk-service', authorizedGrantType: 'CLIENT-CREDENTIALS' },
      })
      expect((await ask('HEAD', '/tokens/me')).status).toBe(200)
    }))

  test.each([
    ['GET', '/users/me'],
    ['GET', '/routing/queues/me'],
    ['GET', '/conversations/calls'],
  ])('%s %s asks for a user', (method, path) =>
    withEmulator(async (emulator) => {
      const { ask } = await serve(emulator)
      const { status, body } = await ask(method, path)
      expect(status).toBe(400)
      expect(body).toMatchObject({
        code: 'not.a.user',
        message:
          'This request requires a user context. Client credentials cannot be used for requests to this resource.',
      })
    }),
  )

  test('reads what needs none', () =>
    withEmulator(async (emulator) => {
      const { ask } = await serve(emulator)
      const id = await placeCall(emulator)
      const { users } = (await control(emulator, 'GET', '/state')).body
      const queues = await ask('GET', '/routing/queues')
      expect(queues.body.entities).not.toHaveLength(0)
      expect((await ask('GET', `/users/${users[0].id}`)).body.name).toBe('Ana Ruiz')
      expect((await ask('GET', `/conversations/${id}`)).body.id).toBe(id)
      expect((await ask('GET', '/organizations/me')).status).toBe(200)
      const { body: seen } = await control(emulator, 'GET', '/requests')
      expect(seen.at(-1)).toMatchObject({ operation: 'getOrganizationsMe', status: 200 })
      expect(seen.at(-1)).not.toHaveProperty('userId')
    }))

  test('may do what the client is permitted, whatever its users are', () =>
    withEmulator(async (emulator) => {
      const poor = { id: 'poor', secret: 'hush', grants: ['client_credentials'] }
      await control(emulator, 'POST', '/clients', { ...poor, permissions: ['routing:queue:join'] })
      const { ask } = await serve(emulator, 'poor:hush')
      const id = await placeCall(emulator)
      const refused = await ask('GET', `/conversations/${id}`)
      expect(refused).toMatchObject({ status: 403, body: { code: 'missing.any.permissions' } })
      expect((await ask('GET', '/routing/queues')).status).toBe(403)
      const rich = { ...poor, id: 'rich', permissions: ['conversation:communication:view'] }
      await control(emulator, 'POST', '/clients', rich)
      const other = await serve(emulator, 'rich:hush')
      expect((await other.ask('GET', `/conversations/${id}`)).status).toBe(200)
    }))

  test('sets the queues of people, if it may', () =>
    withEmulator(async (emulator) => {
      const { users, queues } = (await control(emulator, 'GET', '/state')).body
      const path = `/users/${users[0].id}/queues`
      for (const [id, permission, status] of [
        ['staffer', 'routing:queueMember:manage', 200],
        ['joiner', 'routing:queue:join', 403],
      ] as const) {
        const client = { id, secret: 'hush', grants: ['client_credentials'] }
        await control(emulator, 'POST', '/clients', { ...client, permissions: [permission] })
        const { ask } = await serve(emulator, `${id}:hush`)
        const one = await ask('PATCH', `${path}/${queues[0].id}`, { joined: false })
        const all = await ask('PATCH', path, [{ id: queues[0].id, joined: false }])
        expect([one.status, all.status]).toEqual([status, status])
        if (status === 200) expect(one.body).toMatchObject({ id: queues[0].id, joined: false })
      }
    }))

  test('may have a channel, and listen to what its permissions allow', () =>
    withEmulator(async (emulator) => {
      const { ask } = await serve(emulator)
      const ana = await signIn(emulator)
      const { body: channel } = await ask('POST', '/notifications/channels')
      const path = `/notifications/channels/${channel.id}/subscriptions`
      expect((await ask('GET', path)).status).toBe(200)
      expect((await ana.ask('GET', path)).status).toBe(404)
      const hers = (await ana.ask('POST', '/notifications/channels')).body.id
      const ben = await signIn(emulator, 'Ben Okafor')
      const foreign = await ben.ask('GET', `/notifications/channels/${hers}/subscriptions`)
      expect(foreign.status).toBe(404)
      const other = { id: 'other', secret: 'hush', grants: ['client_credentials'] }
      await control(emulator, 'POST', '/clients', other)
      expect((await (await serve(emulator, 'other:hush')).ask('GET', path)).status).toBe(404)
      const topic = (suffix: string) => [{ id: `v2.users.${ana.userId}.${suffix}` }]
      expect((await ask('PUT', path, topic('presence'))).status).toBe(200)
      expect(await ask('PUT', path, topic('conversations'))).toMatchObject({
        status: 403,
        body: { code: 'notification.unauthorized.topic' },
      })
      const listed = await ask('GET', '/notifications/channels')
      expect(listed.body.entities.map(({ id }: Json) => id)).toEqual([channel.id])
    }))

  test('loses its channel with its token, which is revoked like any other', () =>
    withEmulator(async (emulator) => {
      const { ask } = await serve(emulator)
      const { body: channel } = await ask('POST', '/notifications/channels')
      const listener = await openSocket(channel.connectUri)
      const { users } = (await control(emulator, 'GET', '/state')).body
      const of = { userId: users[0].id }
      expect((await control(emulator, 'POST', '/tokens/revoke', of)).body.count).toBe(0)
      expect((await control(emulator, 'POST', '/tokens/revoke')).body.count).toBe(1)
      expect(await listener.closed).toBe(1008)
      const { eventBody } = listener.frames.at(-1)
      expect(eventBody.oauthClientId).toBe('minidesk-service')
      expect(eventBody).not.toHaveProperty('userId')
      expect((await ask('GET', '/tokens/me')).status).toBe(401)
    }))

  test('asks again when its token is too old', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const { ask } = await serve(emulator)
        clock.advance(86_400_000)
        expect((await ask('GET', '/tokens/me')).status).toBe(401)
        expect((await (await serve(emulator)).ask('GET', '/tokens/me')).status).toBe(200)
      },
      { clock },
    )
  })
})
