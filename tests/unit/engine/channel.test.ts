import { afterEach, describe, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { eventually } from '../eventually'
import { openListening, states } from './listening'
import { createStage, type Stage } from './stage'

let stage: Stage
afterEach(() => stage.stop())

async function open() {
  const opened = await openListening()
  stage = opened.stage
  return opened
}

const channels = () => stage.requests('postNotificationsChannels')

describe('the notification socket of an agent', () => {
  test('is subscribed to the desk of that agent before it is opened, and nothing else', async () => {
    const { page, listen } = await open()
    await listen()
    await eventually(page.connection).toEqual({ state: 'live', epoch: 1 })
    expect(states(page)).toEqual(['idle', 'idle', 'connecting', 'live'])
    expect(await channels()).toHaveLength(1)
    expect(await stage.requests('putNotificationsChannelSubscriptions')).toMatchObject([
      { status: 200, effect: true },
    ])
  })

  test('that is cut is waited for, then live again in the same channel, with a gap to fill', async () => {
    const { page, clock, listen, drop } = await open()
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await drop()
    await eventually(page.connection).toEqual({ state: 'waiting', retryAt: clock.now() + 500 })
    clock.advance(500)
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
    expect(await channels()).toHaveLength(1)
    expect(stage.opened[1]).toBe(stage.opened[0])
  })

  test('is opened at once when the agent presses Reconnect now, or the network is back', async () => {
    const { page, listen, drop } = await open()
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await drop()
    await eventually(page.connection).toMatchObject({ state: 'waiting' })
    await page.send({ kind: 'reconnect' })
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
    // In a channel of its own, with its topics: the one there was may have lost them.
    expect(await channels()).toHaveLength(2)
    await drop()
    await eventually(page.connection).toMatchObject({ state: 'waiting' })
    await page.send({ kind: 'online' })
    await eventually(page.connection).toEqual({ state: 'live', epoch: 3 })
    expect(await channels()).toHaveLength(2)
  })

  test('is not believed any more when the machine has lost its network', async () => {
    const { page, clock, listen } = await open()
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await page.send({ kind: 'offline' })
    expect(page.connection()).toMatchObject({ state: 'waiting' })
    // Told by every tab, it is one loss.
    await page.send({ kind: 'offline' })
    clock.advance(500)
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
  })

  test('is not disturbed by the network when it lives', async () => {
    const { page, listen } = await open()
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await page.send({ kind: 'online' })
    expect(page.connection()).toEqual({ state: 'live', epoch: 1 })
  })

  test('follows when Genesys Cloud says that it will close', async () => {
    const { page, clock, listen, say } = await open()
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    clock.advance(12_000)
    await say({ topicName: 'v2.system.socket_closing', eventBody: { message: 'in one minute' } })
    await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
    expect(states(page)).not.toContain('waiting')
  })
})

describe('the channel of an agent who left while it was being made', () => {
  test('is not joined by the next one', async () => {
    let release = () => {}
    let hold: Promise<void> | undefined = new Promise<void>((resolve) => {
      release = resolve
    })
    let held = false
    const clock = createManualClock()
    stage = await createStage({
      clock,
      async fetch(input, init) {
        const response = await fetch(input, init)
        const mine = input instanceof Request && input.method === 'PUT' && hold
        if (!mine) return response
        hold = undefined
        held = true
        await mine
        return response
      },
    })
    const page = await stage.page()
    const me = () =>
      page.send({ kind: 'ask', operation: 'getMe', params: {} }) as Promise<{ id: string }>
    await stage.signIn(page)
    await page.send({ kind: 'listen', userId: (await me()).id })
    await eventually(() => held).toBe(true)
    await page.send({ kind: 'sign-out' })
    await stage.signIn(page, 'Ben Okafor')
    release()
    await page.send({ kind: 'listen', userId: (await me()).id })
    await eventually(page.connection).toMatchObject({ state: 'live' })
    expect(await channels()).toHaveLength(2)
  })
})

describe('what the socket brings', () => {
  test('reaches the page when it is about this agent, however the topic is written', async () => {
    const { page, userId, listen, say } = await open()
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await say({ topicName: `V2.Users.${userId.toUpperCase()}.RoutingStatus`, eventBody: { id: 1 } })
    await eventually(page.events).toEqual([
      { kind: 'event', topic: 'routingStatus', body: { id: 1 } },
    ])
  })

  test('is passed over when it is malformed, foreign or unknown, and the rest is still heard', async () => {
    const { page, userId, listen, say } = await open()
    await listen()
    await eventually(page.connection).toMatchObject({ state: 'live' })
    const frames = [
      ...['', 'null', '[]', '1', '"text"', '{', '{}', '{"topicName":1}'],
      { topicName: 'channel.metadata', eventBody: { message: 'WebSocket Heartbeat' } },
      { topicName: 'v2.users.someone-else.conversations', eventBody: {} },
      { topicName: `v2.users.${userId}.callforwarding`, eventBody: {} },
      { topicName: `v2.users.${userId}.conversations.calls`, eventBody: {} },
      { topicName: `x.v2.users.${userId}.conversations`, eventBody: {} },
      { topicName: `v2.users.${userId}.presence`, eventBody: { last: true } },
    ]
    for (const frame of frames.slice(1)) await say(frame)
    await eventually(() => page.events().length).toBeGreaterThan(0)
    expect(page.events()).toEqual([{ kind: 'event', topic: 'presence', body: { last: true } }])
    expect(page.connection()).toEqual({ state: 'live', epoch: 1 })
  })
})

describe('a channel on a foreign host', () => {
  test('is never opened', async () => {
    const clock = createManualClock()
    stage = await createStage({
      clock,
      async fetch(input, init) {
        const response = await fetch(input, init)
        const address = input instanceof Request ? input.url : String(input)
        if (!address.endsWith('/notifications/channels')) return response
        const body = {
          id: 'a',
          connectUri: 'wss://streaming.mypurecloud.com.evil.example/channels/a',
        }
        return Response.json(body)
      },
    })
    const page = await stage.page()
    await stage.signIn(page)
    await page.send({ kind: 'listen', userId: 'some-user' })
    await eventually(page.connection).toMatchObject({ state: 'waiting' })
    expect(stage.opened).toEqual([])
    expect(await stage.requests('putNotificationsChannelSubscriptions')).toEqual([])
  })
})
