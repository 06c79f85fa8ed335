import { expect, test } from 'vitest'
import { openSocket, withEmulator } from '../emulator/visitor'
import { given, refusal, signIn } from './agent'
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
