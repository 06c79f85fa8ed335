import { describe, expect, test } from 'vitest'
import { control, type Json, listenTo, logIn, openSocket, signIn, withEmulator } from './visitor'

const from = { name: 'Finn Jansen', number: '+14635550102' }

async function stateOf(emulator: Parameters<typeof control>[0]): Promise<Json> {
  return (await control(emulator, 'GET', '/state')).body
}

describe('the control API', () => {
  test('shows the default organisation and no token values', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const state = await stateOf(emulator)
      expect(state.clients[0]).toEqual({
        id: 'minidesk-local',
        name: 'Minidesk',
        state: 'active',
        grants: ['authorization_code'],
        redirectUris: ['http://localhost:5173/callback.html'],
        scopes: expect.arrayContaining(['conversations', 'notifications']),
        tokenDuration: 86_400,
      })
      expect(state.users[0]).toEqual({
        id: ana.userId,
        name: 'Ana Ruiz',
        email: 'ana.ruiz@larkfield.example',
        presence: 'Available',
        routingStatus: 'OFF_QUEUE',
      })
      expect(state.queues[0]).toMatchObject({ name: 'Billing', waiting: 0, onQueue: 0 })
      expect(state.tokens).toEqual([
        { userId: ana.userId, clientId: 'minidesk-local', expires: expect.any(Number) },
      ])
      expect(JSON.stringify(state)).not.toContain(ana.token)
    }))

  test('shows who owes a wrap-up, and leaves out what is over when it is asked to', () =>
    withEmulator(async (emulator) => {
      const { users, queues } = await stateOf(emulator)
      const [ana, billing] = [users[0].id, queues[0].id]
      const call = async (body: object) =>
        (await control(emulator, 'POST', '/calls', { from, ...body })).body
      await control(emulator, 'POST', `/users/${ana}/presence`, { systemPresence: 'On Queue' })
      const owing = await call({ queueId: billing })
      await control(emulator, 'POST', `/users/${ana}/answer`, owing)
      const over = await call({ userId: users[1].id })
      for (const { conversationId } of [owing, over])
        await control(emulator, 'POST', `/conversations/${conversationId}/hangup`)
      expect((await stateOf(emulator)).conversations).toHaveLength(2)
      const { conversations } = (await control(emulator, 'GET', '/state?live=true')).body
      expect(conversations).toMatchObject([{ id: owing.conversationId }])
      const owes = conversations[0].participants.filter((one: Json) => one.owesWrapup)
      expect(owes).toMatchObject([{ userId: ana, state: 'disconnected' }])
    }))

  test('lets other agents come, answer and hang up', () =>
    withEmulator(async (emulator) => {
      const { users, queues } = await stateOf(emulator)
      const ben = users.find((user: Json) => user.name === 'Ben Okafor').id
      const present = { systemPresence: 'on_queue' }
      expect((await control(emulator, 'POST', `/users/${ben}/presence`, present)).status).toBe(202)
      const placed = await control(emulator, 'POST', '/calls', { queueId: queues[1].id, from })
      const call = { conversationId: placed.body.conversationId }
      expect((await stateOf(emulator)).conversations[0]).toMatchObject({
        id: call.conversationId,
        media: 'call',
        state: 'alerting',
        queueId: queues[1].id,
      })
      expect((await control(emulator, 'POST', `/users/${ben}/answer`, call)).status).toBe(202)
      const talking = await stateOf(emulator)
      expect(talking.conversations[0].participants.at(-1)).toEqual({
        id: expect.any(String),
        purpose: 'agent',
        userId: ben,
        state: 'connected',
        held: false,
        muted: false,
      })
      expect(talking.users.find((user: Json) => user.id === ben).routingStatus).toBe('INTERACTING')
      expect((await control(emulator, 'POST', `/users/${ben}/hangup`, call)).status).toBe(202)
      expect((await stateOf(emulator)).conversations[0].state).toBe('disconnected')
    }))

  test('hangs up for the customer', () =>
    withEmulator(async (emulator) => {
      const { queues } = await stateOf(emulator)
      const placed = await control(emulator, 'POST', '/calls', { queueId: queues[0].id, from })
      const path = (id: string) => `/conversations/${id}/hangup`
      expect((await stateOf(emulator)).queues[0].waiting).toBe(1)
      expect((await control(emulator, 'POST', path(placed.body.conversationId))).status).toBe(202)
      expect((await stateOf(emulator)).queues[0].waiting).toBe(0)
      expect((await control(emulator, 'POST', path('nobody'))).status).toBe(404)
    }))

  test.each([
    ['/calls', { from }, 'queueId'],
    ['/calls', { queueId: 'none', from }, 'queueId'],
    ['/calls', { userId: 'none', from }, 'userId'],
    ['/faults', { kind: 'storm' }, 'kind'],
    ['/faults', { kind: 'html', status: 199 }, 'status'],
    ['/faults', { kind: 'html', status: 204 }, 'status'],
    ['/faults', { kind: 'truncate', status: 200 }, 'status'],
    ['/faults', { kind: 'timeout', ms: -1 }, 'ms'],
    ['/faults', { kind: 'status', phase: 'during' }, 'phase'],
    ['/faults', { kind: 'status', times: 0 }, 'times'],
    ['/faults', { kind: 'status', pth: '/oauth/token' }, 'pth'],
    ['/events/faults', { kind: 'lose', jitterMs: 3 }, 'jitterMs'],
    ['/scenario', { name: 'storm' }, 'name'],
    ['/tokens/expire', { userId: 'none' }, 'userId'],
    ['/tokens/duration', {}, 'seconds'],
    ['/tokens/duration', { seconds: 0 }, 'seconds'],
    ['/tokens/duration', { seconds: 1.5 }, 'seconds'],
    ['/tokens/duration', { seconds: 172_801 }, 'seconds'],
    ['/tokens/duration', { seconds: '60' }, 'seconds'],
    ['/sockets/send', {}, 'text'],
    ['/sockets/mute', { ms: 0 }, 'ms'],
    ['/sockets/mute', { userId: 'none' }, 'userId'],
    ['/reset', { seed: 'x' }, 'seed'],
  ])('POST %s with %o names the field %s', (path, body, field) =>
    withEmulator(async (emulator) => {
      const answer = await control(emulator, 'POST', path, body)
      expect(answer).toEqual({ status: 400, body: { message: expect.any(String), field } })
    }),
  )

  test('knows no other paths and methods', () =>
    withEmulator(async (emulator) => {
      expect((await control(emulator, 'POST', '/sockets/deafen', {})).status).toBe(404)
      expect((await control(emulator, 'DELETE', '/state')).status).toBe(405)
      expect((await control(emulator, 'GET', '/sockets/mute')).status).toBe(405)
    }))

  test('answers pages of this machine and no others', () =>
    withEmulator(async (emulator) => {
      const ask = (origin: string) => fetch(`${emulator.control}/state`, { headers: { origin } })
      const near = await ask('http://localhost:5173')
      expect(near.headers.get('access-control-allow-origin')).toBe('http://localhost:5173')
      const far = await ask('https://desk.example')
      expect(far.status).toBe(403)
      expect(far.headers.get('access-control-allow-origin')).toBeNull()
    }))

  test('lists requests with their operation and effect, never a preflight, from a point on', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      await fetch(`${emulator.api}/api/v2/users/me`, { method: 'OPTIONS' })
      await ana.ask('POST', '/notifications/channels')
      await ana.ask('POST', '/conversations/none/disconnect')
      const { body } = await control(emulator, 'GET', '/requests')
      expect(
        body.map(({ operation, status, effect }: Json) => [operation, status, effect]),
      ).toEqual([
        ['authorize', 200, false],
        ['login', 200, true],
        ['consent', 303, true],
        ['token', 200, true],
        ['getUsersMe', 200, false],
        ['postNotificationsChannels', 200, true],
        ['postConversationDisconnect', 404, false],
      ])
      expect(body[4]).toMatchObject({ method: 'GET', path: '/api/v2/users/me', userId: ana.userId })
      expect(JSON.stringify(body)).not.toContain(ana.token)
      const { n } = body[5]
      const later = await control(emulator, 'GET', `/requests?since=${n}`)
      expect(later.body).toHaveLength(1)
      await control(emulator, 'DELETE', '/requests')
      expect((await control(emulator, 'GET', '/requests')).body).toEqual([])
    }))

  test('reset brings the first day back: no tokens, no sockets, no logins', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['presence'])
      const { cookie } = await logIn(emulator)
      const { users } = await stateOf(emulator)
      await control(emulator, 'POST', `/users/${ana.userId}/presence`, { systemPresence: 'Meal' })
      expect((await control(emulator, 'POST', '/reset')).status).toBe(204)
      await listener.closed
      expect((await ana.ask('GET', '/users/me')).status).toBe(401)
      const after = await stateOf(emulator)
      expect(after.users).toEqual(users)
      expect(after.tokens).toEqual([])
      const page = await fetch(`${emulator.login}/logout?client_id=minidesk-local`, {
        headers: { cookie },
      })
      expect(page.status).toBe(200)
      await control(emulator, 'POST', '/reset', { seed: 99 })
      expect((await stateOf(emulator)).users[0].id).not.toBe(users[0].id)
    }))

  test('expires and revokes tokens, and their sockets close', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = [await signIn(emulator), await signIn(emulator, 'Ben Okafor')]
      const [hers, his] = [await listenTo(ana, ['presence']), await listenTo(ben, ['presence'])]
      const expired = await control(emulator, 'POST', '/tokens/expire', { userId: ana.userId })
      expect(expired).toEqual({ status: 200, body: { count: 1 } })
      expect(await hers.closed).toBe(1008)
      expect((await ana.ask('GET', '/users/me')).body.code).toBe('bad.credentials')
      expect((await ben.ask('GET', '/users/me')).status).toBe(200)
      expect((await control(emulator, 'POST', '/tokens/revoke')).body).toEqual({ count: 1 })
      expect(await his.closed).toBe(1008)
      expect(his.frames.at(-1).topicName).toMatch(/^v2\.system\.token_revoked\./)
    }))

  test('drops sockets and sends them anything', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { body: channel } = await ana.ask('POST', '/notifications/channels')
      const listener = await openSocket(channel.connectUri)
      const text = '{"topicName":"v2.system.socket_closing"}'
      expect((await control(emulator, 'POST', '/sockets/send', { text })).body.count).toBe(1)
      const texts = ['{"topicName":"one"}', '{"topicName":"two"}']
      expect((await control(emulator, 'POST', '/sockets/send', { texts })).body.count).toBe(1)
      await listener.next((frame) => frame.topicName === 'v2.system.socket_closing')
      expect((await control(emulator, 'POST', '/sockets/drop')).body.count).toBe(1)
      expect(await listener.closed).toBe(1006)
      expect((await stateOf(emulator)).sockets).toBe(0)
    }))

  test('starts a scenario and ends it', () =>
    withEmulator(async (emulator) => {
      const calm = { name: 'calm', seed: 3, speed: 5 }
      expect((await control(emulator, 'POST', '/scenario', calm)).status).toBe(204)
      expect((await stateOf(emulator)).queues[1].onQueue).toBe(2)
      await control(emulator, 'POST', '/scenario', { name: 'off' })
      expect((await stateOf(emulator)).queues[1].onQueue).toBe(0)
    }))
})
