import { describe, expect, test } from 'vitest'
import { createChannels } from '../../emulator/notifications/channels'
import { createManualClock } from '../../manual-clock'
import {
  control,
  type Json,
  listenTo,
  openSocket,
  signIn,
  subscribe,
  withEmulator,
} from './visitor'

const hour = 3_600_000
const uuid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const owner = { tokenId: 'token', userId: uuid(1), clientId: 'desk' }

describe('subscriptions', () => {
  test('are refused all together, or one by one on request', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { path } = await subscribe(ana, [`v2.users.${ana.userId}.presence`])
      const { users } = (await control(emulator, 'GET', '/state')).body
      const theirs = `v2.users.${users[1].id}`
      const topics = [
        { id: `v2.users.${ana.userId}.activity` },
        { id: `${theirs}.conversations` },
        { id: `v2.users.${uuid(9)}.presence` },
        { id: 'nonsense' },
      ]
      const put = async (...ids: Json[]) => {
        const { status, body } = await ana.ask('PUT', path, ids)
        return [status, body.code]
      }
      expect(await put(...topics.slice(0, 2))).toEqual([403, 'notification.unauthorized.topic'])
      expect(await put(topics[2])).toEqual([403, 'notification.unauthorized.divisioned.topic'])
      expect(await put(topics[3])).toEqual([400, 'notification.invalid.topic'])
      expect(await put({ name: 'no id' })).toEqual([400, 'invalid.property'])
      const before = await ana.ask('GET', path)
      expect(before.body.entities).toMatchObject([{ id: `v2.users.${ana.userId}.presence` }])

      const lenient = await ana.ask('PUT', `${path}?ignoreErrors=true`, topics)
      expect(lenient).toMatchObject({ status: 200 })
      expect(lenient.body.entities).toMatchObject([
        { id: topics[0]?.id, state: 'Permitted' },
        {
          state: 'Rejected',
          rejectionReason: 'Not authorized for this topic.',
          missingPermissions: ['conversation:call:monitor'],
        },
        { state: 'Rejected', rejectionReason: 'No divisioned permissions for this topic.' },
        { state: 'Rejected', rejectionReason: 'The subscription topic is not valid.' },
      ])
      expect((await ana.ask('GET', path)).body.entities).toHaveLength(1)
    }))

  test('are added to by POST, replaced by PUT and cleared by DELETE', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const mine = `v2.users.${ana.userId}`
      const { path } = await subscribe(ana, [`${mine}.presence`])
      const added = await ana.ask('POST', path, [
        { id: `${mine}.ACTIVITY` },
        { id: `${mine}.Presence` },
      ])
      expect(added.body.entities).toHaveLength(2)
      await ana.ask('PUT', path, [{ id: `${mine}?station&tokens` }])
      expect((await ana.ask('GET', path)).body.entities).toMatchObject([
        { id: `${mine}?station&tokens` },
      ])
      expect((await ana.ask('DELETE', path)).status).toBe(204)
      expect((await ana.ask('GET', path)).body.entities).toEqual([])
    }))

  test('end at a thousand topics', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { path } = await subscribe(ana, [])
      const mine = `v2.users.${ana.userId}?presence&activity`
      const put = (count: number) => {
        const others = Array.from({ length: count }, (_, index) => `v2.system.notice_${index}`)
        return ana.ask(
          'PUT',
          path,
          [mine, ...others].map((id) => ({ id })),
        )
      }
      expect((await put(998)).status).toBe(200)
      expect(await put(999)).toMatchObject({
        status: 400,
        body: { code: 'notification.subscription.too.many.subscriptions' },
      })
      expect((await ana.ask('GET', path)).body.entities).toHaveLength(999)
    }))
})

describe('channels', () => {
  test('end after a day, unless subscribed anew', () => {
    const clock = createManualClock()
    const channels = createChannels(clock)
    const channel = channels.create(owner)
    clock.advance(23 * hour)
    channels.subscribe(channel, [], [])
    clock.advance(23 * hour)
    expect(channels.get(channel.id)).toBeDefined()
    clock.advance(hour)
    expect(channels.get(channel.id)).toBeUndefined()
  })

  test('of somebody else, or none at all, are not found', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const ben = await signIn(emulator, 'Ben Okafor')
      const { id, path } = await subscribe(ana, [])
      expect((await ana.ask('HEAD', `/notifications/channels/${id}`)).status).toBe(200)
      expect((await ben.ask('HEAD', `/notifications/channels/${id}`)).status).toBe(404)
      expect((await ana.ask('HEAD', '/notifications/channels/none')).status).toBe(404)
      expect((await ben.ask('PUT', path, [])).body.code).toBe('entity.not.found')
      expect((await ben.ask('POST', path, [])).body.code).toBe('not.found')
      expect((await ben.ask('DELETE', path)).status).toBe(404)
    }))

  test('are listed by token, or by client', () =>
    withEmulator(async (emulator) => {
      const first = await signIn(emulator)
      const second = await signIn(emulator)
      const [one, two] = [await subscribe(first, []), await subscribe(second, [])]
      const list = async (query: string) =>
        (await second.ask('GET', `/notifications/channels${query}`)).body.entities
      expect((await list('')).map(({ id }: Json) => id)).toEqual([two.id])
      expect((await list('?includechannels=token')).map(({ id }: Json) => id)).toEqual([two.id])
      const all = await list('?includechannels=oauthclient')
      expect(all.map(({ id }: Json) => id)).toEqual([one.id, two.id])
      const wrong = await second.ask('GET', '/notifications/channels?includechannels=all')
      expect(wrong).toMatchObject({ status: 400, body: { code: 'invalid.query.param.value' } })
    }))

  test('the twenty-first takes the place of one not connected', () => {
    const clock = createManualClock()
    const channels = createChannels(clock)
    const first = channels.create(owner)
    channels.connect(first.id, { send() {}, close() {}, terminate() {} })
    clock.advance(1000)
    const second = channels.create(owner)
    for (let count = 2; count < 20; count += 1) channels.create(owner)
    clock.advance(1000)
    channels.create(owner)
    expect(channels.get(first.id)).toBeDefined()
    expect(channels.get(second.id)).toBeUndefined()
    expect(channels.ofOwner(owner)).toHaveLength(20)
    expect(channels.create({ ...owner, clientId: 'another app' })).toBeDefined()
    expect(channels.ofOwner(owner)).toHaveLength(20)
  })

  test('of which all are connected, the one unused longest goes, and its socket with it', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const first = await listenTo(ana, ['presence'])
      for (let count = 1; count < 20; count += 1) await listenTo(ana, [])
      const { body: channel } = await ana.ask('POST', '/notifications/channels')
      expect(await first.closed).toBe(1000)
      await openSocket(channel.connectUri)
      expect((await ana.ask('GET', '/notifications/channels')).body.entities).toHaveLength(20)
    }))
})

describe('an event', () => {
  const listenTo = (channels: ReturnType<typeof createChannels>, userId: string, topic: string) => {
    const channel = channels.create({ ...owner, userId })
    const heard: Json[] = []
    const send = (text: string) => void heard.push(JSON.parse(text))
    channels.connect(channel.id, { send, close() {}, terminate() {} })
    channels.subscribe(channel, [topic], [topic])
    return { channel, heard }
  }

  test('is made once for all who listen, and not at all for nobody', () => {
    const clock = createManualClock()
    const channels = createChannels(clock)
    const [one, two] = [`v2.users.${uuid(1)}.Presence`, `v2.users.${uuid(2)}.presence`]
    const heard = [one, one, two].map((topic) => listenTo(channels, uuid(1), topic).heard)
    let made = 0
    const make = () => ({ made: ++made })
    channels.announce([`v2.users.${uuid(3)}.presence`], make)
    expect(made).toBe(0)
    channels.announce([one.toLowerCase(), two], make)
    clock.advance(5)
    expect(made).toBe(1)
    // Under the name that was subscribed to.
    const told = (topicName: string) => [{ topicName, version: '2', eventBody: { made: 1 } }]
    expect(heard).toMatchObject([told(one), told(one), told(two)])
  })

  test('is no longer sent to who has other topics, no socket or no channel any more', () => {
    const clock = createManualClock()
    const channels = createChannels(clock)
    const topic = `v2.users.${uuid(1)}.presence`
    const [moved, gone, ended] = [1, 2, 3].map(() => listenTo(channels, uuid(1), topic))
    if (!moved || !gone?.channel.socket || !ended) throw new Error('Nobody listens')
    expect(channels.isHeard(topic)).toBe(true)
    channels.subscribe(moved.channel, [], [])
    channels.disconnected(gone.channel.id, gone.channel.socket)
    channels.publish(uuid(1), 'presence', {})
    clock.advance(5)
    expect([moved, gone, ended].map(({ heard }) => heard.length)).toEqual([0, 0, 1])
    channels.end(owner.tokenId, 'expired')
    expect(channels.isHeard(topic)).toBe(false)
    expect(channels.get(ended.channel.id)).toBeUndefined()
  })
})
