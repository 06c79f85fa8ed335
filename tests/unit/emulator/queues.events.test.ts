import { describe, expect, test } from 'vitest'
import { createManualClock, type ManualClock } from '../../manual-clock'
import {
  control,
  type Emulator,
  type Json,
  type Listener,
  openSocket,
  signIn,
  subscribe,
  type Visitor,
  withEmulator,
} from './visitor'

const from = { name: 'Finn Jansen', number: '+14635550102' }

interface Scene {
  readonly emulator: Emulator
  readonly ana: Visitor
  readonly clock: ManualClock
  readonly state: Json
  /** Somebody listens who is in none of this. */
  readonly listen: (...topics: string[]) => Promise<Listener>
}

function onStage(test: (scene: Scene) => Promise<void>): Promise<void> {
  const clock = createManualClock()
  return withEmulator(
    async (emulator) => {
      const { body: state } = await control(emulator, 'GET', '/state')
      const ana = await signIn(emulator)
      const listen = async (...topics: string[]) =>
        openSocket((await subscribe(ana, topics)).connectUri)
      await test({ emulator, ana, clock, state, listen })
    },
    { clock },
  )
}

/** The frames, once those on their way have come. */
async function framesOf(listener: Listener): Promise<Json[]> {
  const pongs = () => listener.frames.filter(({ eventBody }) => eventBody.message === 'pong')
  const before = pongs().length
  listener.send('{"message":"ping"}')
  await expect.poll(pongs).toHaveLength(before + 1)
  return listener.frames.filter((frame) => !pongs().includes(frame))
}

const figuresOf = (metrics: Json[]): Record<string, number> =>
  Object.fromEntries(
    metrics.map(({ metric, qualifier, stats }) => [
      qualifier === undefined ? metric : `${metric} ${qualifier}`,
      stats.count,
    ]),
  )
const metricsOf = ({ eventBody }: Json) => figuresOf(eventBody.data[0].metrics)

describe('a colleague', () => {
  test('is seen coming and going by whoever subscribes', () =>
    onStage(async ({ emulator, clock, state, listen }) => {
      const { id } = state.users[1]
      const listener = await listen(`v2.users.${id}?presence&routingStatus&activity`)
      const body = { systemPresence: 'On Queue' }
      await control(emulator, 'POST', `/users/${id}/presence`, body)
      clock.advance(5)
      const frames = await framesOf(listener)
      const names = new Set(frames.map(({ topicName }) => topicName))
      expect([...names]).toEqual([
        `v2.users.${id}.presence`,
        `v2.users.${id}.activity`,
        `v2.users.${id}.routingStatus`,
      ])
      expect(frames[0].eventBody.presenceDefinition.systemPresence).toBe('ON_QUEUE')
    }))

  test('and their new tokens are told to themselves', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const channel = await subscribe(ana, [`v2.users.${ana.userId}.tokens`])
      const listener = await openSocket(channel.connectUri)
      await signIn(emulator, 'Ben Okafor')
      await signIn(emulator)
      const { topicName, eventBody } = await listener.next(() => true)
      expect(topicName).toBe(`v2.users.${ana.userId}.tokens`)
      expect(eventBody).toMatchObject({ user: { id: ana.userId }, clientId: 'minidesk-local' })
      expect(JSON.stringify(eventBody)).not.toContain(ana.token)
    }))
})

describe('a queue', () => {
  test('tells its calls to whoever may see them', () =>
    onStage(async ({ emulator, clock, state, listen }) => {
      const [queue, another] = state.queues
      const topic = `v2.routing.queues.${queue.id}.conversations`
      const listener = await listen(topic, `${topic}.calls`)
      await control(emulator, 'POST', '/calls', { queueId: another.id, from })
      const placed = await control(emulator, 'POST', '/calls', { queueId: queue.id, from })
      clock.advance(5)
      expect(await framesOf(listener)).toMatchObject([
        { topicName: topic, eventBody: { id: placed.body.conversationId } },
        { topicName: `${topic}.calls`, eventBody: { id: placed.body.conversationId } },
      ])
    }))

  test('tells its figures when they change, at most once a second', () =>
    onStage(async ({ emulator, clock, state, listen }) => {
      const [queue, another] = state.queues
      const topic = `v2.analytics.queues.${queue.id}`
      const listener = await listen(`${topic}.observations`, `${topic}.activity`)
      const call = (queueId: string) => control(emulator, 'POST', '/calls', { queueId, from })
      await call(another.id)
      clock.advance(5)
      expect(await framesOf(listener)).toEqual([])
      const start = new Date(clock.now()).toISOString()
      await call(queue.id)
      clock.advance(5)
      const [calls, people, activity] = await framesOf(listener)
      expect(calls.eventBody.group).toEqual({ queueId: queue.id, mediaType: 'voice' })
      expect(calls.eventBody.data[0].interval).toBe(`${start}/${start}`)
      expect(metricsOf(calls)).toEqual({ oWaiting: 1, oAlerting: 0, oInteracting: 0 })
      expect(people.eventBody.group).toEqual({ queueId: queue.id })
      expect(metricsOf(people)).toMatchObject({ oMemberUsers: expect.any(Number) })
      expect(activity.eventBody.results).toEqual([
        {
          mediaType: 'voice',
          data: [
            { metric: 'oWaiting', count: 1 },
            { metric: 'oAlerting', count: 0 },
            { metric: 'oInteracting', count: 0 },
            { metric: 'oLongestWaiting', count: 1, calculatedMetricValue: 0 },
          ],
        },
      ])
      for (let count = 0; count < 5; count += 1) await call(queue.id)
      clock.advance(994)
      expect(await framesOf(listener)).toHaveLength(3)
      clock.advance(6)
      const later = await framesOf(listener)
      expect(later).toHaveLength(6)
      expect(metricsOf(later[3])).toMatchObject({ oWaiting: 6 })
    }))

  test('tells who of it is on queue, rung and talking', () =>
    onStage(async ({ emulator, clock, state, listen }) => {
      const queue = state.queues[1]
      const ben = state.users.find(({ name }: Json) => name === 'Ben Okafor')
      const act = (what: string, body: Json) =>
        control(emulator, 'POST', `/users/${ben.id}/${what}`, body)
      const listener = await listen(`v2.analytics.queues.${queue.id}.observations`)
      const last = async () => {
        clock.advance(1005)
        const frames = await framesOf(listener)
        return Object.assign({}, ...frames.slice(-2).map(metricsOf))
      }
      await act('presence', { systemPresence: 'On Queue' })
      expect(await last()).toMatchObject({ 'oOnQueueUsers IDLE': 1, oWaiting: 0 })
      await act('presence', { systemPresence: 'On Queue' })
      clock.advance(1005)
      // Told once: nothing has changed since.
      expect(await framesOf(listener)).toHaveLength(2)
      const { body } = await control(emulator, 'POST', '/calls', { queueId: queue.id, from })
      expect(await last()).toMatchObject({ oAlerting: 1, oWaiting: 0, oInteracting: 0 })
      await act('answer', body)
      expect(await last()).toMatchObject({
        oAlerting: 0,
        oInteracting: 1,
        'oOnQueueUsers INTERACTING': 1,
      })
    }))

  test('counts as the query does, and says so when nobody is left of something', () =>
    onStage(async ({ emulator, ana, clock, state, listen }) => {
      const queue = state.queues[1]
      const ben = state.users.find(({ name }: Json) => name === 'Ben Okafor')
      const listener = await listen(`v2.analytics.queues.${queue.id}.observations`)
      const told = async () => {
        clock.advance(1005)
        return metricsOf((await framesOf(listener)).at(-1))
      }
      const asked = async () => {
        const { body } = await ana.ask('POST', '/analytics/queues/observations/query', {
          filter: { type: 'or', predicates: [{ dimension: 'queueId', value: queue.id }] },
          metrics: ['oMemberUsers', 'oActiveUsers', 'oOnQueueUsers', 'oOffQueueUsers'],
        })
        return figuresOf(body.results[0].data)
      }
      const seen = []
      for (const systemPresence of ['Busy', 'On Queue', 'Away']) {
        await control(emulator, 'POST', `/users/${ben.id}/presence`, { systemPresence })
        const event = await told()
        const answer = await asked()
        expect(event).toMatchObject(answer)
        const more = Object.entries(event).filter(([name]) => !Object.hasOwn(answer, name))
        expect(more.filter(([, count]) => count !== 0)).toEqual([])
        seen.push(event['oOnQueueUsers IDLE'])
      }
      expect(seen).toEqual([undefined, 1, 0])
    }))

  test('tells that a member has gone who had not joined', () =>
    onStage(async ({ emulator, clock, state, listen }) => {
      const queue = state.queues.find(({ name }: Json) => name.startsWith('Enterprise'))
      const ana = state.users.find(({ name }: Json) => name === 'Ana Ruiz')
      const lead = await signIn(emulator, 'Fatima Al-Zahra Benjelloun')
      const topics = [`v2.analytics.queues.${queue.id}.observations`]
      const listener = await listen(...topics, `v2.routing.queues.${queue.id}.users`)
      const path = `/routing/queues/${queue.id}/members`
      expect((await lead.ask('PATCH', `${path}/${ana.id}`, { joined: true })).status).toBe(202)
      clock.advance(1005)
      expect((await lead.ask('PATCH', `${path}/${ana.id}`, { joined: false })).status).toBe(202)
      clock.advance(1005)
      const before = await framesOf(listener)
      expect((await lead.ask('DELETE', `${path}/${ana.id}`)).status).toBe(204)
      clock.advance(1005)
      const after = (await framesOf(listener)).slice(before.length)
      const { oMemberUsers } = metricsOf(before.at(-1))
      expect(after.map(({ eventBody }) => eventBody)).toEqual([
        { id: ana.id, user: { id: ana.id }, queueId: queue.id, joined: false },
        expect.objectContaining({ group: { queueId: queue.id, mediaType: 'voice' } }),
        expect.objectContaining({ group: { queueId: queue.id } }),
      ])
      expect(metricsOf(after.at(-1))).toMatchObject({ oMemberUsers: Number(oMemberUsers) - 1 })
    }))
})
