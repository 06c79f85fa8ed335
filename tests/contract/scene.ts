import type { Watch } from '../emulator/contract/watch'
import { startQueueCall } from '../emulator/conversation/start'
import { contacts } from '../emulator/org/contacts'
import { systemDefinition } from '../emulator/presence/definitions'
import { queueFacts } from '../emulator/routing/facts'
import { createWorld } from '../emulator/world'
import { createManualClock } from '../manual-clock'

/** An organisation in which something of everything is going on: an agent talks to a customer. */
export function createScene(watch?: Watch) {
  const clock = createManualClock()
  const world = createWorld({
    clock,
    seed: 1,
    redirectUris: [],
    login: 'http://localhost:1',
    sockets: 'ws://localhost:2',
    ...(watch && { watch }),
  })
  const { org } = world
  const [ana, ben] = org.users
  const [queue] = org.queues
  const onQueue = systemDefinition(org.definitions, 'On Queue')
  const [client] = world.clients
  if (!ana || !ben || !queue || !onQueue || !client) throw new Error('The organisation is empty')
  const owner = { userId: ana.id, clientId: client.id }
  const token = world.tokens.find(world.tokens.issue({ ...owner, scopes: [] }, 3600).value)
  if (!token) throw new Error('The token is not known')
  const channel = world.channels.create({ ...owner, tokenId: token.id })

  return { clock, world, ana, ben, queue, onQueue, client, token, channel }
}

export type Scene = ReturnType<typeof createScene>

/** A customer calls, and the agent answers. */
export function talk({ clock, world, ana, queue, onQueue }: Scene) {
  world.agents.setPresence(ana.id, onQueue)
  const from = { name: 'Derya Kowalczyk', number: '+14635550101' }
  const moment = { at: clock.now(), makeId: world.makeId }
  const call = startQueueCall({ from }, queueFacts(queue), moment)
  world.conversations.start(call)
  const offered = world.conversations.get(call.id)?.participants ?? []
  const own = offered.find(({ userId }) => userId === ana.id)
  const far = call.participants[0]
  if (!own || !far) throw new Error('The call has not been offered')
  world.conversations.apply(call.id, { type: 'answer', participantId: own.id })
  return { call, own, far }
}

/** What stands in a path, a query or a body under a name. */
export function valuesOf(scene: Scene) {
  const { ana, ben, queue, onQueue, client, channel, world } = scene
  const { call, own, far } = talk(scene)
  const [wrapup] = queue.codes
  if (wrapup) {
    world.conversations.apply(call.id, {
      type: 'wrapup',
      participantId: own.id,
      wrapup: { code: wrapup.id, name: wrapup.name },
    })
  }
  const mine = {
    conversationId: call.id,
    participantId: own.id,
    communicationId: own.call.id,
    queueId: queue.id,
    memberId: ana.id,
    agentId: ana.id,
    channelId: channel.id,
    definitionId: onQueue.id,
    presenceId: onQueue.id,
    stationId: world.phones.all()[0]?.id,
    sourceId: 'PURECLOUD',
    clientId: client.id,
    scopeId: 'presence',
    codeId: queue.codes[0]?.id,
    mediaType: 'call',
    namespaceName: 'platform.api',
  }
  const bodies = {
    userId: ben.id,
    queueId: queue.id,
    code: queue.codes[0]?.id,
    address: '+14635550102',
    phoneNumber: '+14635550102',
    contactId: contacts[0]?.id,
    phoneType: 'WorkPhone',
    speakTo: 'DESTINATION',
    destination: { userId: ben.id },
    presenceDefinition: { id: world.org.definitions[0]?.id },
    attributes: { account: '1' },
    digits: '1',
    id: queue.id,
    recordingState: 'PAUSED',
    afterCallWorkRequired: true,
    startTime: '2026-05-04T08:00:00.000Z',
    joined: true,
    externalTag: 'case 7',
    query: [{ type: 'CONTAINS', fields: ['name'], value: 'a' }],
  }
  const observing = (dimension: string, value: string, metric: string) => ({
    metrics: [metric],
    filter: {
      type: 'or',
      predicates: [{ type: 'dimension', dimension, operator: 'matches', value }],
    },
  })
  const topic = { id: `v2.users.${ana.id}.presence` }
  /** Where a name stands for something else than elsewhere. */
  const special: Readonly<Record<string, object>> = {
    patchConversationParticipant: { held: true },
    patchConversationsCallParticipant: { held: true },
    patchConversationsCallParticipantCommunication: { state: 'disconnected' },
    postConversationsCallParticipants: { participants: [{ address: bodies.address }] },
    postConversationsCallParticipantsUserUserId: { participants: [{ address: bodies.address }] },
    postNotificationsChannelSubscriptions: topic,
    putNotificationsChannelSubscriptions: topic,
    postAnalyticsConversationsAggregatesQuery: {
      ...observing('mediaType', 'voice', 'tAlert'),
      interval: '1970-01-01T00:00:00.000Z/2999-01-01T00:00:00.000Z',
    },
    postAnalyticsQueuesObservationsQuery: observing('queueId', queue.id, 'oWaiting'),
    postAnalyticsUsersObservationsQuery: observing('userId', ana.id, 'oMemberQueues'),
    postRoutingQueueMembers: { id: ben.id },
    postRoutingQueueUsers: { id: ben.id },
    patchRoutingQueueMembers: { id: ana.id },
    patchRoutingQueueUsers: { id: ana.id },
    putUsersPresencesBulk: { id: ben.id },
  }
  return { mine, bodies, special, far }
}
