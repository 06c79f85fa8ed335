import { describe, expect, test } from 'vitest'
import { type Json, withEmulator } from '../emulator/visitor'
import { type Agent, given, listen, listenToAll, ofCalls, refusal, signIn } from './agent'
import { sees } from './parties'
import { withTime } from './time'

const leadName = 'Fatima Al-Zahra Benjelloun'

/** Who gives Ben work, and how; the deprecated ways do the same. */
type Ways = Record<'add' | 'join' | 'remove', (lead: Agent, queueId: string, id: string) => object>

const ways: [string, Ways][] = [
  [
    'members',
    {
      add: ({ routing }, queueId, id) => routing.postRoutingQueueMembers(queueId, [{ id }]),
      join: ({ routing }, queueId, id) =>
        routing.patchRoutingQueueMembers(queueId, [{ id, joined: false }]),
      remove: ({ routing }, queueId, id) => routing.deleteRoutingQueueMember(queueId, id),
    },
  ],
  [
    'members, one by one',
    {
      add: ({ routing }, queueId, id) => routing.postRoutingQueueMembers(queueId, [{ id }]),
      join: ({ routing }, queueId, id) =>
        routing.patchRoutingQueueMember(queueId, id, { id, joined: false }),
      remove: ({ routing }, queueId, id) =>
        routing.postRoutingQueueMembers(queueId, [{ id }], { _delete: true }),
    },
  ],
  [
    'the deprecated users',
    {
      add: ({ routing }, queueId, id) => routing.postRoutingQueueUsers(queueId, [{ id }]),
      join: ({ routing }, queueId, id) =>
        routing.patchRoutingQueueUsers(queueId, [{ id, joined: false }]),
      remove: ({ routing }, queueId, id) => routing.deleteRoutingQueueUser(queueId, id),
    },
  ],
  [
    'the deprecated users, one by one',
    {
      add: ({ routing }, queueId, id) => routing.postRoutingQueueUsers(queueId, [{ id }]),
      join: ({ routing }, queueId, id) =>
        routing.patchRoutingQueueUser(queueId, id, { id, joined: false }),
      remove: ({ routing }, queueId, id) =>
        routing.postRoutingQueueUsers(queueId, [{ id }], { _delete: true }),
    },
  ],
]

describe('a team lead', () => {
  test.each(ways)('adds somebody to a queue, sends them off and removes them: %s', (_name, ways) =>
    withEmulator(async (emulator) => {
      const [lead, ben] = [await signIn(emulator, leadName), await signIn(emulator, 'Ben Okafor')]
      const { entities } = await lead.routing.getRoutingQueues({ name: 'Billing' })
      const queueId = given(entities?.[0]?.id)
      const topic = `v2.routing.queues.${queueId}.users`
      const { heard } = await listenToAll(lead, topic)
      const joined = async () => {
        const members = await lead.routing.getRoutingQueueMembers(queueId, { name: 'Okafor' })
        return members.entities?.map((one) => one.joined)
      }
      expect(await joined()).toEqual([])
      await ways.add(lead, queueId, ben.id)
      await heard(topic, ({ id, joined }) => id === ben.id && joined)
      expect(await joined()).toEqual([true])
      await ways.join(lead, queueId, ben.id)
      await heard(topic, ({ id, joined }) => id === ben.id && !joined)
      expect(await joined()).toEqual([false])
      await ways.remove(lead, queueId, ben.id)
      await heard(topic, ({ id, joined }) => id === ben.id && !joined)
      expect(await joined()).toEqual([])
    }),
  )

  test('sees the figures of a queue change with its members', () =>
    withTime(async (emulator, pass) => {
      const [lead, ben] = [await signIn(emulator, leadName), await signIn(emulator, 'Ben Okafor')]
      const { entities } = await lead.routing.getRoutingQueues({ name: 'Repairs' })
      const queueId = given(entities?.[0]?.id)
      const topic = `v2.analytics.queues.${queueId}.observations`
      const { heard } = await listenToAll(lead, topic)
      const figures = (members: number, joined: number) =>
        heard(topic, ({ data }) => {
          const count = (wanted: string) =>
            data[0].metrics.find(({ metric }: Json) => metric === wanted)?.stats.count
          return count('oMemberUsers') === members && count('oActiveUsers') === joined
        })
      await lead.routing.patchUserQueue(queueId, ben.id, { joined: false })
      await figures(4, 2)
      await lead.routing.deleteRoutingQueueMember(queueId, ben.id)
      pass(1_000)
      await figures(3, 2)
    }))

  test('sets the presence of several, though nobody on queue', () =>
    withEmulator(async (emulator) => {
      const [lead, ana, ben] = [
        await signIn(emulator, leadName),
        await signIn(emulator),
        await signIn(emulator, 'Ben Okafor'),
      ]
      const { entities } = await lead.presence.getPresenceDefinitions0()
      const changes = (wanted: string) => {
        const definition = entities?.find(({ systemPresence }) => systemPresence === wanted)
        const presenceDefinition = { id: given(definition?.id) }
        return [ana, ben].map(({ id }) => ({ id, presenceDefinition }))
      }
      const ears = await listen(ana, 'presence')
      await lead.presence.putUsersPresencesBulk(changes('Meeting'))
      await ears.heard(
        'presence',
        ({ presenceDefinition }) => presenceDefinition.systemPresence === 'MEETING',
      )
      const now = await lead.presence.getUsersPresenceBulk('PURECLOUD', { id: [ana.id, ben.id] })
      expect(now.map(({ presenceDefinition }) => presenceDefinition?.systemPresence)).toEqual([
        'Meeting',
        'Meeting',
      ])
      const onQueue = lead.presence.putUsersPresencesBulk(changes('OnQueue'))
      expect(await refusal(onQueue)).toMatchObject({
        status: 400,
        code: 'endpoint.does.not.support.on.queue',
      })
      const own = ana.presence.putUsersPresencesBulk(changes('Meeting'))
      expect(await refusal(own)).toMatchObject({ status: 403, code: 'missing.any.permissions' })
    }))
})

test('a call is placed for a colleague, whose phone it is that rings', () =>
  withTime(async (emulator, pass) => {
    const [ana, ben] = [await signIn(emulator), await signIn(emulator, 'Ben Okafor')]
    const ears = await listen(ben, ...ofCalls)
    const { id } = await ana.conversations.postConversationsCallsUserUserId(ben.id, {
      phoneNumber: '+493055500142',
    })
    await sees(ears, given(id), { Ben: 'contacting' })
    pass(3_000)
    await sees(ears, given(id), { Ben: 'connected', external: 'connected' })
    const invited = ana.conversations.postConversationsCallParticipantsUserUserId(
      given(id),
      ben.id,
      { startTime: new Date(0).toISOString(), participants: [{ address: '+493055500143' }] },
    )
    expect(await refusal(invited)).toMatchObject({ status: 403, code: 'missing.any.permissions' })
  }))
