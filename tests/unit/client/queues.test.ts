import { describe, expect, test } from 'vitest'
import { withEmulator } from '../emulator/visitor'
import { type Agent, given, listen, ofCalls, refusal, signIn } from './agent'
import { customer, customerCalls, goOnQueue, ring, takeCall } from './phone'

async function queueNamed({ routing }: Agent, name: string): Promise<string> {
  const { entities } = await routing.getRoutingQueues({ name })
  return given(entities?.[0]?.id)
}

const lead = 'Fatima Al-Zahra Benjelloun'

describe('an agent', () => {
  test('leaves a queue, and its calls no longer come; joins again, and they do', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { id, routing } = ana
      const ears = await listen(ana, ...ofCalls)
      const billing = await queueNamed(ana, 'Billing')
      const left = await routing.patchUserQueue(billing, id, { joined: false })
      expect(left).toMatchObject({ id: billing, joined: false })
      await goOnQueue(ana)
      await customerCalls(emulator, 'Billing')
      const sales = await customerCalls(emulator, 'Sales')
      const line = await ring(ana, ears)
      expect(line.conversationId).toBe(sales)
      await ana.conversations.postConversationDisconnect(sales)
      await routing.patchUserQueue(billing, id, { joined: true })
      const next = await ring(ana, ears)
      expect(next.conversationId).not.toBe(sales)
    }))

  test('joins and leaves several at once, and is told what was before', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { id, routing, users } = ana
      const [billing, enterprise] = [
        await queueNamed(ana, 'Billing'),
        await queueNamed(ana, 'Enterprise*'),
      ]
      const stale = await routing.patchUserQueues(id, [
        { id: billing, joined: false },
        { id: enterprise, joined: true },
      ])
      expect(stale.entities?.map(({ joined }) => joined)).toEqual([true, false])
      const { entities } = await users.getUserQueues(id)
      const ids = entities?.map((one) => one.id)
      expect(ids).toContain(enterprise)
      expect(ids).not.toContain(billing)
    }))

  test('sees who else works for a queue, by name, presence, routing status or joined', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { routing } = ana
      const billing = await queueNamed(ana, 'Billing')
      await goOnQueue(ana)
      type Filter = Parameters<typeof routing.getRoutingQueueMembers>[1]
      const names = async (filter: Filter) => {
        const { entities } = await routing.getRoutingQueueMembers(billing, filter)
        return entities?.map(({ name }) => name)
      }
      expect(await names({ pageSize: 100 })).toHaveLength(4)
      expect(await names({ name: 'volk' })).toEqual(['Dmitri Volkov'])
      expect(await names({ presence: ['Break'] })).toEqual(['Zoë O’Brien'])
      expect(await names({ routingStatus: ['IDLE'] })).toEqual(['Ana Ruiz'])
      expect(await names({ joined: false })).toEqual([])
      const expanded = await routing.getRoutingQueueMembers(billing, {
        name: 'Ana',
        expand: ['presence', 'routingStatus'],
      })
      expect(expanded.entities?.[0]).toMatchObject({
        joined: true,
        routingStatus: { status: 'IDLE' },
        user: { presence: { presenceDefinition: { systemPresence: 'On Queue' } } },
      })
      const page = await routing.getRoutingQueueMembers(billing, { pageSize: 3, pageNumber: 2 })
      expect(page.entities).toHaveLength(1)
      expect(page.nextUri).toBeUndefined()
      // The deprecated list, which tells how many there are.
      expect((await routing.getRoutingQueueUsers(billing)).total).toBe(4)
    }))

  test('does not send others to a queue; the team lead does', () =>
    withEmulator(async (emulator) => {
      const [ana, fatima] = await Promise.all([signIn(emulator), signIn(emulator, lead)])
      const billing = await queueNamed(ana, 'Billing')
      const leave = ({ routing }: Agent) =>
        routing.patchUserQueue(billing, ana.id, { joined: false })
      expect(await refusal(leave(await signIn(emulator, 'Ben Okafor')))).toMatchObject({
        status: 403,
        code: 'missing.any.permissions',
      })
      expect((await leave(fatima)).joined).toBe(false)
      await fatima.routing.patchRoutingQueueMember(billing, ana.id, { id: ana.id, joined: true })
      expect((await ana.users.getUserQueues(ana.id)).entities?.map(({ id }) => id)).toContain(
        billing,
      )
    }))
})

describe('what a queue is doing', () => {
  test('is told as observations, and how long a call will wait', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { routing } = ana
      const billing = await queueNamed(ana, 'Billing')
      expect((await routing.getRoutingQueueEstimatedwaittime(billing)).results).toEqual([])
      await takeCall(emulator, ana)
      const waiting = await customerCalls(emulator, 'Billing')
      const { results, systemToOrganizationMappings } =
        await routing.postAnalyticsQueuesObservationsQuery({
          filter: {
            type: 'and',
            predicates: [
              { type: 'dimension', dimension: 'queueId', operator: 'matches', value: billing },
            ],
          },
          metrics: ['oWaiting', 'oInteracting', 'oOnQueueUsers', 'oMemberUsers'],
          detailMetrics: ['oWaiting'],
        })
      const data = results?.flatMap((one) => one.data ?? []) ?? []
      const of = (metric: string) => data.find((one) => one.metric === metric)
      expect(of('oWaiting')).toMatchObject({
        stats: { count: 1 },
        observations: [{ conversationId: waiting, participantName: customer.name }],
      })
      expect(of('oInteracting')?.stats?.count).toBe(1)
      expect(of('oOnQueueUsers')).toMatchObject({ qualifier: 'INTERACTING', stats: { count: 1 } })
      expect(Object.keys(systemToOrganizationMappings ?? {})).toContain('ON_QUEUE')

      const last = await customerCalls(emulator, 'Billing')
      const wait = async (conversationId: string) => {
        const { results: predictions } = await routing.getRoutingQueueEstimatedwaittime(billing, {
          conversationId,
        })
        expect(predictions?.[0]).toMatchObject({ intent: 'CALL', formula: 'POSITION-IN-QUEUE' })
        return given(predictions?.[0]?.estimatedWaitTimeSeconds)
      }
      const first = await wait(waiting)
      expect(first).toBeGreaterThan(0)
      expect(await wait(last)).toBe(2 * first)
      const media = await routing.getRoutingQueueMediatypeEstimatedwaittime(billing, 'call')
      expect(media.results?.[0]?.intent).toBe('CALL')
    }))

  test('is refused for a metric that there is not', () =>
    withEmulator(async (emulator) => {
      const { routing } = await signIn(emulator)
      const query = { filter: { type: 'and' }, metrics: ['oHappy'] }
      expect(await refusal(routing.postAnalyticsQueuesObservationsQuery(query))).toMatchObject({
        status: 400,
      })
    }))

  test('and how many queues somebody works for', () =>
    withEmulator(async (emulator) => {
      const { id, users } = await signIn(emulator)
      const { results } = await users.postAnalyticsUsersObservationsQuery({
        filter: { type: 'or', predicates: [{ dimension: 'userId', value: id }] },
        metrics: ['oActiveQueues', 'oMemberQueues'],
      })
      expect(results?.[0]?.data?.map(({ metric, stats }) => [metric, stats?.count])).toEqual([
        ['oActiveQueues', 3],
        ['oMemberQueues', 4],
      ])
    }))
})
