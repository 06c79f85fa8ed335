import { describe, expect, test } from 'vitest'
import { openSocket, withEmulator } from '../emulator/visitor'
import { type Agent, given, refusal, signIn } from './agent'
import { goOnQueue } from './phone'

test('a channel of the official client takes topics, adds, replaces, lists and drops them', () =>
  withEmulator(async (emulator) => {
    const ana = await signIn(emulator)
    const { id: userId, notifications } = ana
    const { id, connectUri, expires } = await notifications.postNotificationsChannels()
    const channelId = given(id)
    expect(Date.parse(given(expires))).toBeGreaterThan(Date.now())
    await notifications.headNotificationsChannel(channelId)
    const own = await notifications.getNotificationsChannels({ includechannels: 'token' })
    expect(own.entities?.map(({ connectUri }) => connectUri)).toEqual([connectUri])
    const topics = async () => {
      const { entities } = await notifications.getNotificationsChannelSubscriptions(channelId)
      return entities?.map(({ id }) => given(id).replace(`v2.users.${userId}.`, ''))
    }
    const topic = (suffix: string) => ({ id: `v2.users.${userId}.${suffix}` })

    await notifications.putNotificationsChannelSubscriptions(channelId, [topic('presence')])
    const added = await notifications.postNotificationsChannelSubscriptions(channelId, [
      topic('routingStatus'),
      topic('conversations'),
    ])
    expect(added.entities).toHaveLength(3)
    expect(await topics()).toEqual(['presence', 'routingStatus', 'conversations'])
    await notifications.putNotificationsChannelSubscriptions(channelId, [topic('routingStatus')])
    expect(await topics()).toEqual(['routingStatus'])

    const socket = await openSocket(given(connectUri))
    await goOnQueue(ana)
    const told = await socket.next(({ topicName }) => topicName === topic('routingStatus').id)
    expect(told.eventBody).toMatchObject({ id: userId, routingStatus: { status: 'IDLE' } })
    expect(socket.frames.every(({ topicName }) => !topicName.endsWith('.presence'))).toBe(true)

    await notifications.deleteNotificationsChannelSubscriptions(channelId)
    expect(await topics()).toEqual([])
    socket.close()
  }))

test('a ping is answered, and a second socket takes the channel over', () =>
  withEmulator(async (emulator) => {
    const { notifications } = await signIn(emulator)
    const { connectUri } = await notifications.postNotificationsChannels()
    const first = await openSocket(given(connectUri))
    first.send(JSON.stringify({ message: 'ping' }))
    const pong = await first.next(({ topicName }) => topicName === 'channel.metadata')
    expect(pong.eventBody.message).toBe('pong')
    const second = await openSocket(given(connectUri))
    expect(await first.closed).toBe(1000)
    second.close()
  }))

test('a topic of another, or none at all, is refused; or judged one by one when so asked', () =>
  withEmulator(async (emulator) => {
    const [ana, ben] = await Promise.all([signIn(emulator), signIn(emulator, 'Ben Okafor')])
    const { id } = await ana.notifications.postNotificationsChannels()
    const channelId = given(id)
    const subscribe = (...ids: string[]) =>
      ana.notifications.putNotificationsChannelSubscriptions(
        channelId,
        ids.map((one) => ({ id: one })),
      )
    expect(await refusal(subscribe('v2.users.nobody.nothing'))).toMatchObject({
      status: 400,
      code: 'notification.invalid.topic',
    })
    const good = `v2.users.${ana.id}.conversations`
    const bens = `v2.users.${ben.id}.conversations`
    expect(await refusal(subscribe(good, bens))).toMatchObject({
      status: 403,
      code: 'notification.unauthorized.topic',
    })
    const { entities } = await ana.notifications.putNotificationsChannelSubscriptions(
      channelId,
      [{ id: good }, { id: bens }],
      { ignoreErrors: true },
    )
    expect(entities?.map(({ state }) => state)).toEqual(['Permitted', 'Rejected'])
    expect(await refusal(ben.notifications.headNotificationsChannel(channelId))).toBeUndefined()
    const missing = ben.notifications.getNotificationsChannelSubscriptions(channelId)
    expect(await refusal(missing)).toMatchObject({ status: 404, code: 'not.found' })
  }))

function subscribe({ id, notifications }: Agent, channelId: string) {
  const topic = { id: `v2.users.${id}.presence` }
  return notifications.putNotificationsChannelSubscriptions(channelId, [topic])
}

describe('channels', () => {
  test('are twenty at most: one more takes the place of the oldest', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { notifications } = ana
      const ids: string[] = []
      for (let count = 0; count < 20; count += 1) {
        ids.push(given((await notifications.postNotificationsChannels()).id))
      }
      const own = async () => {
        const { entities } = await notifications.getNotificationsChannels()
        return entities?.map(({ id }) => given(id))
      }
      expect((await own())?.sort()).toEqual([...ids].sort())
      const more = given((await notifications.postNotificationsChannels()).id)
      const kept = await own()
      expect(kept).toHaveLength(20)
      expect(kept).toContain(more)
      expect(kept).not.toContain(ids[0])
      const [gone = '', still = ''] = ids
      expect((await refusal(subscribe(ana, gone))).status).toBe(404)
      expect((await subscribe(ana, still)).entities).toHaveLength(1)
    }))

  test('are listed to the token that made them, or to the client when it asks for all of its own', () =>
    withEmulator(async (emulator) => {
      const [early, late] = [await signIn(emulator), await signIn(emulator)]
      const { id } = await early.notifications.postNotificationsChannels()
      const ofToken = await late.notifications.getNotificationsChannels()
      expect(ofToken.entities).toEqual([])
      const ofClient = await late.notifications.getNotificationsChannels({
        includechannels: 'oauthclient',
      })
      expect(ofClient.entities?.map((one) => one.id)).toEqual([id])
    }))
})

test('the topics there are say who may have them, and what they tell', () =>
  withEmulator(async (emulator) => {
    const { notifications } = await signIn(emulator)
    const plain = await notifications.getNotificationsAvailabletopics()
    const ids = plain.entities?.map(({ id }) => id)
    expect(ids).toContain('v2.users.{id}.conversations.calls')
    expect(plain.entities?.[0]?.schema).toBeUndefined()
    const { entities } = await notifications.getNotificationsAvailabletopics({
      expand: ['description', 'schema', 'permissionDetails', 'publicApiTemplateUriPaths'],
      includePreview: false,
    })
    const calls = entities?.find(({ id }) => id === 'v2.users.{id}.conversations.calls')
    expect(calls).toMatchObject({
      permissionDetails: [
        { allowsCurrentUser: true, permissions: ['conversation:call:monitor'], enforced: true },
      ],
      publicApiTemplateUriPaths: ['/api/v2/conversations/calls/{conversationId}'],
    })
    expect(calls?.schema).toBeDefined()
    const unknown = notifications.getNotificationsAvailabletopics({ expand: ['everything'] })
    expect(await refusal(unknown)).toMatchObject({ status: 400 })
  }))
