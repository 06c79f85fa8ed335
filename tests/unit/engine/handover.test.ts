import { describe, expect, test } from 'vitest'
import { createChannel } from '~/engine/channel'
import type { Http } from '~/engine/http'
import type { SocketLike } from '~/engine/socket'
import type { Connection } from '~/protocol/protocol'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

const hour = 3_600_000

/** A channel whose platform and sockets are moved by hand. `expires`: milliseconds after it is made. */
async function open(expires?: number) {
  const clock = createManualClock()
  const log: string[] = []
  const seen: Connection[] = []
  const sockets: SocketLike[] = []
  let made = 0
  let fails = 0
  async function call(operation: string) {
    if (operation !== 'createChannel') return { entities: [] }
    if (fails-- > 0) throw new Error('refused')
    const id = `c${++made}`
    log.push(`made ${id}`)
    const until = expires === undefined ? undefined : new Date(clock.now() + expires).toISOString()
    return { id, connectUri: `wss://x.test/${id}`, expires: until }
  }
  const channel = createChannel({
    http: { call, heard: () => {} } as unknown as Http,
    openSocket(url) {
      const name = url.split('/').at(-1)
      const socket: SocketLike = {
        ...{ onopen: null, onclose: null, onerror: null, onmessage: null },
        // It is asked whether it lives.
        send: () => say(socket, 'channel.metadata'),
        close: () => log.push(`closed ${name}`),
      }
      sockets.push(socket)
      queueMicrotask(() => {
        log.push(`open ${name}`)
        socket.onopen?.({} as never)
      })
      return socket
    },
    ...{ allowsSocket: () => true, clock, random: () => 0.5, clientId: () => 'minidesk' },
    onConnection: (connection) => seen.push(connection),
    ...{ onEvent: () => {}, onOther: () => {} },
    onRevoked: () => log.push('revoked'),
  })
  channel.listen('ana')
  await settled()
  /** With the platform's heartbeats. */
  async function pass(ms: number) {
    for (let left = ms; left > 0; left -= 30_000) {
      for (const socket of sockets) say(socket, 'channel.metadata')
      clock.advance(Math.min(left, 30_000))
      await settled()
    }
  }
  const say = (socket: SocketLike | undefined, topicName: string, eventBody: object = {}) =>
    socket?.onmessage?.({ data: JSON.stringify({ topicName, eventBody }) } as never)
  return {
    ...{ channel, clock, log, seen, pass },
    last: () => seen.at(-1),
    states: () => seen.map(({ state }) => state),
    failing: (times: number) => {
      fails = times
    },
    async say(topicName: string, eventBody?: object) {
      say(sockets.at(-1), topicName, eventBody)
      await settled()
    },
  }
}

const handedOver = ['made c1', 'open c1', 'made c2', 'open c2', 'closed c1']

describe('a channel whose time ends', () => {
  test.each([
    ['it does not say when: after a day', undefined, 24 * hour],
    ['sooner, as it says', 5 * hour, 5 * hour],
    ['at a moment that is over: one of two clocks is wrong', -hour, 24 * hour],
    ['at a moment far away', 90 * hour, 24 * hour],
  ])(
    '%s',
    async (_what, expires, life) => {
      const { log, pass, states, last } = await open(expires)
      // Half an hour before, and up to ten minutes by chance.
      await pass(life - hour)
      expect(log).toEqual(['made c1', 'open c1'])
      await pass(hour / 2)
      // The next one is open before the first is closed, and nobody is told of a gap.
      expect(log).toEqual(handedOver)
      expect(last()).toEqual({ state: 'live', epoch: 2 })
      expect(states()).toEqual(['connecting', 'live', 'live'])
    },
    60_000,
  )

  test('is heard on when another cannot be made, which is tried again each minute', async () => {
    const { log, pass, failing, states } = await open(3 * hour)
    await pass(2 * hour)
    failing(3)
    await pass(hour / 2)
    expect(log).toEqual(handedOver)
    expect(states()).toEqual(['connecting', 'live', 'live'])
  })
})

describe('a socket that the platform says it closes', () => {
  test('is followed by another, open before it is closed', async () => {
    const { log, pass, say, states } = await open()
    await pass(60_000)
    await say('v2.system.socket_closing')
    expect(log).toEqual(handedOver)
    expect(states()).toEqual(['connecting', 'live', 'live'])
  })

  test('as soon as it is open is not followed for ever: its end is waited for', async () => {
    const { log, say } = await open()
    await say('v2.system.socket_closing')
    expect(log).toEqual(['made c1', 'open c1'])
  })
})

describe('a channel that another connection has taken', () => {
  const taken = 'v2.system.No_Longer_Subscribed.C1'

  test.each([
    ['this app', { oauthClientId: 'minidesk' }, 'same-app'],
    ['another', { oauthClientId: 'crm' }, 'other-app'],
    ['nobody knows which', {}, 'unknown'],
    ['nonsense', { oauthClientId: 7 }, 'unknown'],
  ])('of %s', async (_what, body, by) => {
    const { say, last } = await open()
    await say(taken, body)
    expect(last()).toEqual({ state: 'taken', by })
  })

  test('is not fought for: neither by time, by the network, nor by another token', async () => {
    const { channel, say, pass, log, last } = await open()
    await say(taken)
    await pass(5 * 60_000)
    channel.resume()
    await channel.renew()
    await pass(60_000)
    expect(log).toEqual(['made c1', 'open c1', 'closed c1'])
    expect(last()).toMatchObject({ state: 'taken' })
  })

  test('is said as long as it is so, also after the sign-in had ended and goes on', async () => {
    const { channel, say, log, last } = await open()
    await say(taken)
    channel.suspend()
    expect(last()).toMatchObject({ state: 'taken' })
    await channel.renew()
    expect(last()).toMatchObject({ state: 'taken' })
    channel.reconnect()
    await settled()
    expect(log.slice(-2)).toEqual(['made c2', 'open c2'])
  })

  test('is taken back by a press, as a channel of its own', async () => {
    const { channel, say, log, last } = await open()
    await say(taken)
    channel.reconnect()
    await settled()
    expect(log).toEqual(['made c1', 'open c1', 'closed c1', 'made c2', 'open c2'])
    expect(last()).toEqual({ state: 'live', epoch: 2 })
  })

  test('is known by its body, where the name of the message is that of something else', async () => {
    const { say, last } = await open()
    await say('v2.system.no_longer_subscribed.ana', { channelId: 'C1' })
    expect(last()).toEqual({ state: 'taken', by: 'unknown' })
  })

  test('that is none of ours says nothing', async () => {
    const { say, last } = await open()
    await say('v2.system.no_longer_subscribed.c9')
    await say('v2.system.no_longer_subscribed')
    expect(last()).toEqual({ state: 'live', epoch: 1 })
  })
})

test('a token that is said to be revoked is asked about, if it is that of the channel of now', async () => {
  const { say, log } = await open()
  await say('v2.system.token_revoked.c9')
  expect(log).not.toContain('revoked')
  await say('v2.system.token_revoked.c1')
  expect(log).toContain('revoked')
})
