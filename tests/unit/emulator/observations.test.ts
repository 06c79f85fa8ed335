import { describe, expect, test } from 'vitest'
import { passes } from '../../emulator/api/predicates'
import { ofMedia, ofPeople, viewOf } from '../../emulator/routing/observations'
import { estimatedWait, staffOf } from '../../emulator/routing/waits'
import { createStage } from './stage'
import { control, type Json, signIn, withEmulator } from './visitor'

describe('what a queue is seen to do', () => {
  test.each([
    ['oWaiting', 1],
    ['oAlerting', 1],
    ['oInteracting', 1],
    ['oLongestWaiting', 1],
    ['oMemberUsers', 6],
    ['oActiveUsers', 4],
    ['oOnQueueUsers', 2],
    ['oOffQueueUsers', 2],
    ['oUserPresences', 4],
    ['oUserRoutingStatuses', 4],
  ])('%s: %i', (metric, count) => {
    const { world, queue, setPresence, call, act, user } = createStage()
    for (const name of ['Giulia', 'Li']) world.membership.add(user(name).id, queue('Billing').id)
    for (const name of ['Giulia', 'Li']) {
      world.membership.join(user(name).id, queue('Billing').id, false)
    }
    setPresence('Ana', 'On Queue')
    act(call('Billing'), 'Ana', { type: 'answer' })
    setPresence('Dmitri', 'On Queue')
    call('Billing')
    call('Billing')
    const look = ofPeople[metric] ?? ofMedia[metric]
    expect(look?.(queue('Billing'), viewOf(world))).toHaveLength(count)
  })
})

test('conversations are gone through once, however many queues are looked at', () => {
  const { world, call } = createStage()
  const ids = ['Billing', 'Repairs'].map((name) => call(name))
  let times = 0
  const live = () => {
    times += 1
    return world.conversations.live()
  }
  const view = viewOf({ ...world, conversations: { ...world.conversations, live } })
  const found = world.org.queues.flatMap((queue) => ofMedia.oWaiting?.(queue, view) ?? [])
  expect(found.map(({ conversation }) => conversation?.id).sort()).toEqual(ids.sort())
  expect(times).toBe(1)
})

test('what lasts longest is one of many', () => {
  const { world, queue, clock, call } = createStage()
  const first = call('Billing')
  clock.advance(1000)
  call('Billing')
  const found = ofMedia.oLongestWaiting?.(queue('Billing'), viewOf(world)) ?? []
  expect(found.map(({ conversation }) => conversation?.id)).toEqual([first])
})

describe('the filter of an observation query', () => {
  const group = { queueId: 'sales', mediaType: 'voice' }
  const dimensions = ['queueId', 'mediaType']
  const is = (dimension: string, value: string) => ({ dimension, value })

  test.each<[string, object, boolean]>([
    ['nothing', { type: 'and' }, true],
    ['no alternatives', { type: 'or' }, true],
    ['one', { type: 'and', predicates: [is('queueId', 'sales')] }, true],
    ['another', { type: 'and', predicates: [is('queueId', 'billing')] }, false],
    [
      'both',
      { type: 'and', predicates: [is('queueId', 'sales'), is('mediaType', 'email')] },
      false,
    ],
    [
      'either',
      { type: 'or', predicates: [is('queueId', 'billing'), is('queueId', 'sales')] },
      true,
    ],
    ['exists', { type: 'and', predicates: [{ dimension: 'queueId', operator: 'exists' }] }, true],
    ['not', { type: 'and', predicates: [{ dimension: 'queueId', operator: 'notExists' }] }, false],
    [
      'clauses',
      {
        type: 'and',
        clauses: [{ type: 'or', predicates: [is('queueId', 'billing'), is('queueId', 'repairs')] }],
      },
      false,
    ],
  ])('%s', (_what, filter, fits) => {
    expect(passes(group, { ...filter }, dimensions)).toBe(fits)
  })

  test('what a group does not tell divides nothing', () => {
    const filter = { type: 'and', predicates: [is('queueId', 'sales'), is('mediaType', 'voice')] }
    expect(passes({ queueId: 'sales' }, filter, dimensions)).toBe(true)
  })
})

describe('the wait that is foreseen', () => {
  test('is unknown while nobody is there, none while somebody is free, and grows with those ahead', () => {
    const { world, queue, setPresence, call } = createStage()
    const { id } = queue('Billing')
    expect(estimatedWait(id, 0, world)).toBeUndefined()
    setPresence('Ana', 'On Queue')
    setPresence('Dmitri', 'On Queue')
    expect(estimatedWait(id, 0, world)).toBe(0)
    call('Billing')
    expect(staffOf(id, world)).toEqual({ onQueue: 2, free: 1 })
    call('Billing')
    expect(estimatedWait(id, 0, world)).toBe(90)
    expect(estimatedWait(id, 1, world)).toBe(180)
  })
})

describe('over HTTP', () => {
  test('queues, people and waits are told', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { body: listed } = await ana.ask('GET', '/routing/queues?name=Billing')
      const [{ id }] = listed.entities
      await control(emulator, 'POST', `/users/${ana.userId}/presence`, {
        systemPresence: 'On Queue',
      })
      const from = { name: 'Derya Kowalczyk', number: '+14635550101' }
      for (let calls = 0; calls < 2; calls += 1) {
        await control(emulator, 'POST', '/calls', { queueId: id, from })
      }
      const { body } = await ana.ask('POST', '/analytics/queues/observations/query', {
        filter: {
          type: 'and',
          predicates: [
            { type: 'dimension', dimension: 'queueId', operator: 'matches', value: id },
            { type: 'dimension', dimension: 'mediaType', operator: 'matches', value: 'voice' },
          ],
        },
        metrics: ['oWaiting', 'oAlerting', 'oOnQueueUsers', 'oLongestInteracting'],
        detailMetrics: ['oWaiting'],
      })
      const data = body.results.flatMap((one: Json) => one.data)
      const of = (metric: string) => data.find((one: Json) => one.metric === metric)
      expect(body.results.map((one: Json) => one.group)).toEqual([
        { queueId: id, mediaType: 'voice' },
        { queueId: id },
      ])
      expect(of('oWaiting')).toMatchObject({
        stats: { count: 1 },
        observations: [{ participantName: 'Derya Kowalczyk', direction: 'inbound' }],
      })
      expect(of('oAlerting')).toEqual({ metric: 'oAlerting', stats: { count: 1 } })
      expect(of('oOnQueueUsers')).toMatchObject({ qualifier: 'IDLE', stats: { count: 1 } })
      expect(of('oLongestInteracting').stats).toEqual({ count: 0 })
      expect(body.systemToOrganizationMappings.MEAL).toHaveLength(2)

      const waits = `/routing/queues/${id}/estimatedwaittime`
      expect((await ana.ask('GET', waits)).body.results).toEqual([
        { intent: 'ALL', formula: 'SIMPLE', estimatedWaitTimeSeconds: 360 },
      ])
      const waiting = of('oWaiting').observations[0].conversationId
      const own = await ana.ask('GET', `${waits}?conversationId=${waiting}`)
      expect(own.body.results[0]).toMatchObject({ formula: 'POSITION-IN-QUEUE' })
      expect((await ana.ask('GET', `${waits}?conversationId=${id}`)).status).toBe(404)
      const media = `/routing/queues/${id}/mediatypes`
      const email = await ana.ask('GET', `${media}/email/estimatedwaittime`)
      expect(email.body.results[0]).toMatchObject({ intent: 'EMAIL' })
      expect((await ana.ask('GET', `${media}/smoke/estimatedwaittime`)).status).toBe(400)
    }))

  test('people’s queues are counted, and what is not known is refused', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = '/analytics/users/observations/query'
      const predicates = [{ dimension: 'userId', value: ana.userId }]
      const filter = { type: 'or', predicates }
      const { body } = await ana.ask('POST', path, {
        filter,
        metrics: ['oActiveQueues', 'oMemberQueues'],
      })
      expect(body.results).toEqual([
        {
          group: { userId: ana.userId },
          data: [
            { metric: 'oActiveQueues', stats: { count: 3 } },
            { metric: 'oMemberQueues', stats: { count: 4 } },
          ],
        },
      ])
      const refused = [
        { filter, metrics: ['oWaiting'] },
        { filter, metrics: [] },
        {
          filter: { type: 'or', predicates: [{ dimension: 'queueId' }] },
          metrics: ['oActiveQueues'],
        },
      ]
      for (const query of refused) {
        expect((await ana.ask('POST', path, query)).body.code).toBe('invalid.value')
      }
    }))
})
