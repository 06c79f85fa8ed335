import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createAnnouncement } from '~/app/announcing'
import { toldOf } from '~/app/notified'
import { tellOnce } from '~/app/onces'
import type { Connection } from '~/protocol/protocol'
import { id, me, notAnswered, offeredAgain, otherMedia, ringing } from '../fixtures/conversations'
import { createStage } from './stage'

beforeEach(() => void vi.stubGlobal('document', { visibilityState: 'visible' }))
afterEach(() => vi.unstubAllGlobals())

async function createScene({ talking = false } = {}) {
  const stage = createStage()
  await stage.live(1)
  const { desk } = stage
  const [connection, connect] = createSignal<Connection>({ state: 'live', epoch: 1 })
  const played: string[] = []
  const announcement = createRoot(() => {
    tellOnce({ desk, connection, talking: () => talking, play: (sound) => played.push(sound) })
    return createAnnouncement(desk)
  })
  const become = (status: string) =>
    desk.hear('routingStatus', { routingStatus: { userId: me, status } })
  return { ...stage, connect, played, announcement, become }
}

/** The same as offered to the agent, before anybody took it. */
const offered = JSON.parse(
  JSON.stringify(otherMedia.messages).replace(
    /"state":"connected","connectedTime":"[^"]*"/,
    '"state":"alerting"',
  ),
)

describe('what sounds once', () => {
  test('a message that is offered, and not again with each of its events', async () => {
    const { hear, played } = await createScene()
    for (let times = 0; times < 3; times++) hear(offered)
    expect(played).toEqual(['message'])
  })

  test('not responding, as it begins', async () => {
    const { become, played } = await createScene()
    for (const status of ['IDLE', 'NOT_RESPONDING', 'NOT_RESPONDING', 'IDLE']) become(status)
    expect(played).toEqual(['not-responding'])
  })

  test('live updates that are lost for more than a moment, once, where they matter', async () => {
    const { connect, pass, played } = await createScene({ talking: true })
    connect({ state: 'waiting', retryAt: 0 })
    await pass(3_999)
    connect({ state: 'live', epoch: 2 })
    await pass(60_000)
    expect(played).toEqual([])
    connect({ state: 'waiting', retryAt: 0 })
    connect({ state: 'connecting' })
    await pass(4_000)
    connect({ state: 'waiting', retryAt: 0 })
    await pass(60_000)
    expect(played).toEqual(['lost'])
  })

  test('live updates that were lost before this could be told', async () => {
    const { desk, pass } = await createScene()
    const played: string[] = []
    createRoot(() =>
      tellOnce({
        ...{ desk, talking: () => true, play: (sound) => played.push(sound) },
        connection: () => ({ state: 'connecting' }),
      }),
    )
    await pass(4_000)
    expect(played).toEqual(['lost'])
  })

  test('not to somebody who is off queue and talks to nobody', async () => {
    const { connect, pass, played } = await createScene()
    connect({ state: 'waiting', retryAt: 0 })
    await pass(60_000)
    expect(played).toEqual([])
  })
})

describe('what is told of a call that rings', () => {
  test('is announced again when it is offered again, and not after a reading', async () => {
    const { announcement, hear, list, desk } = await createScene()
    hear(ringing)
    const words = announcement()
    expect(words).toMatch(/^Incoming call from /)
    list(ringing)
    await desk.sync.read()
    expect(announcement()).toBe(words)
    hear(notAnswered)
    expect(announcement()).toBe('')
    hear(offeredAgain)
    expect(announcement()).toBe(words)
  })

  test('is left to the page that a locked desk stands on', async () => {
    const { announcement, hear, lock } = await createScene()
    lock(true)
    hear(ringing)
    expect(announcement()).toBe('')
  })

  test('names the customer in a notification only when that is wanted', async () => {
    const { desk, hear } = await createScene()
    hear(ringing)
    const name = desk.conversations.get(id)?.customer.name ?? ''
    const [plain, named] = [toldOf(desk, false)[0], toldOf(desk, true)[0]]
    expect(plain).toMatchObject({ key: id, title: 'Incoming call' })
    expect(JSON.stringify(plain)).not.toContain(name)
    expect(named?.body).toContain(name)
  })
})
