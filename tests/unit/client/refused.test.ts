import { expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { control, type Json, openSocket, withEmulator } from '../emulator/visitor'
import { given, refusal, signIn } from './agent'
import { partOf, takeCall } from './phone'
import { sdk } from './sdk'

const nobody = '00000000-0000-4000-8000-000000000000'

test('a revoked token is 401, and its socket is told and closed', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { connectUri } = await ana.notifications.postNotificationsChannels()
    const socket = await openSocket(given(connectUri))
    await control(emulator, 'POST', '/tokens/revoke', { userId: ana.id })
    expect(await refusal(ana.users.getUsersMe())).toMatchObject({
      status: 401,
      code: 'bad.credentials',
      message: 'Invalid login credentials.',
    })
    const told = await socket.next(({ topicName }) => topicName.startsWith('v2.system.token_'))
    expect(told.eventBody).toMatchObject({ systemTopicType: 'token_revoked', userId: ana.id })
    expect(await socket.closed).toBe(1008)
  }))

test('an expired token is 401, and the client does not try again by itself', () =>
  withEmulator(async (emulator) => {
    const { id, users } = await signIn(emulator)
    await control(emulator, 'POST', '/tokens/expire', { userId: id })
    await control(emulator, 'DELETE', '/requests')
    expect((await refusal(users.getUsersMe())).status).toBe(401)
    expect((await control(emulator, 'GET', '/requests')).body).toHaveLength(1)
  }))

test('an operation that the client has no scope for is 403, and names the scope', () =>
  withEmulator(async (emulator) => {
    const { client } = await signIn(emulator)
    expect(await refusal(new sdk.OAuthApi(client).getOauthClients())).toMatchObject({
      status: 403,
      code: 'app.not.authorized.for.scope',
      message: 'App not authorized to use scope oauth:readonly',
    })
  }))

test('what is not there is 404, each with its own code', () =>
  withEmulator(async (emulator) => {
    const { conversations, presence, routing, users } = await signIn(emulator)
    expect(await refusal(users.getUser(nobody))).toMatchObject({
      status: 404,
      code: 'general.resource.not.found',
    })
    expect(await refusal(routing.getRoutingQueue(nobody))).toMatchObject({
      status: 404,
      code: 'resource.not.found',
    })
    expect(await refusal(presence.getUserPresencesPurecloud(nobody))).toMatchObject({
      status: 404,
      code: 'presenceservice.usernotfound',
    })
    expect(await refusal(conversations.getConversation(nobody))).toMatchObject({
      status: 404,
      code: 'not.found',
    })
    const call = { userId: nobody }
    expect(
      await refusal(conversations.postConversationsCallParticipantReplace(nobody, nobody, call)),
    ).toMatchObject({ status: 404, code: 'conversation.error.conversation.not.found' })
  }))

test('what cannot be done is 400, each with its own code', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { conversations, presence } = ana
    const { conversationId, participantId } = await takeCall(emulator, ana)
    const call = await conversations.getConversationsCall(conversationId)
    expect(partOf(ana, call).id).toBe(participantId)
    const change = (body: object, participant = participantId) =>
      refusal(conversations.patchConversationsCallParticipant(conversationId, participant, body))
    expect((await change({ state: 'connected' })).code).toBe('callback.error.answer.not.alerting')
    const others = await change({ muted: true }, given(call.participants?.[0]?.id))
    expect(others).toMatchObject({ status: 400, code: 'conversation.error.user.not.party' })
    const noCode = await change({ wrapup: { notes: 'No code' } })
    expect(noCode.code).toBe('conversation.error.wrapup.code.required')
    const nowhere = await refusal(
      conversations.postConversationParticipantReplaceQueue(conversationId, participantId, {
        queueId: nobody,
      }),
    )
    expect(nowhere.code).toBe('conversations.error.queue.not.found')
    const unknown = await refusal(
      presence.patchUserPresencesPurecloud(ana.id, { presenceDefinition: { id: nobody } }),
    )
    expect(unknown).toMatchObject({ status: 400, code: 'invalid.value' })
    expect(unknown.message).toContain(nobody)
  }))

test('asked for extended responses, the client hands over status, headers and body', () =>
  withEmulator(async (emulator) => {
    const { client, conversations, users } = await signIn(emulator)
    client.setReturnExtendedResponses(true)
    const taken: Json = await users.getUsersMe()
    expect(taken).toMatchObject({ status: 200, body: { name: 'Ana Ruiz' }, error: null })
    expect(taken.headers['inin-correlation-id']).toMatch(/^[\da-f-]{36}$/)
    const refused = await refusal(conversations.getConversation(nobody))
    expect(refused).toMatchObject({
      status: 404,
      body: { code: 'not.found', details: [], errors: [] },
    })
    expect(refused.body.contextId).toBe(refused.headers['inin-correlation-id'])
  }))

test('over the limit of a token the client is told how long to wait, and then goes on', async () => {
  const clock = createManualClock()
  await withEmulator(
    async (emulator) => {
      const ana = await signIn(emulator)
      const ben = await signIn(emulator, 'Ben Okafor')
      const ask = () => ana.tokens.getTokensMe()
      // One of the 300 was who is signed in.
      await Promise.all(Array.from({ length: 299 }, ask))
      await control(emulator, 'DELETE', '/requests')
      const refused = await refusal(ask())
      expect(refused).toMatchObject({ status: 429, code: 'too.many.requests.retry.after' })
      ana.client.setReturnExtendedResponses(true)
      const { headers } = await refusal(ask())
      const seconds = Number(headers['retry-after'])
      expect(refused.message).toContain(`[${seconds}] seconds`)
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(60)
      // Nothing is repeated by itself, and nobody else is held up.
      const { body: requests } = await control(emulator, 'GET', '/requests')
      expect(requests.map(({ status }: Json) => status)).toEqual([429, 429])
      expect((await ben.users.getUsersMe()).name).toBe('Ben Okafor')

      clock.advance(seconds * 1000)
      expect(await ask()).toMatchObject({ status: 200 })
    },
    { clock },
  )
})
