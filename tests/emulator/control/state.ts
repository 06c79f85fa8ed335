import { isOver, type Participant } from '../conversation/call'
import { stateOf } from '../conversation/facts'
import type { Client } from '../oauth/clients'
import { inWords } from '../presence/definitions'
import type { World } from '../world'

function toClient(client: Client) {
  const { id, name, secret, state, grants, redirectUris, scopes, tokenDuration } = client
  return {
    id,
    name,
    ...(secret !== undefined && { secret }),
    state,
    grants,
    redirectUris,
    scopes,
    tokenDuration,
  }
}

function toParticipant(participant: Participant) {
  const { id, purpose, userId, call, digits, startAcwTime, endAcwTime } = participant
  return {
    id,
    purpose,
    ...(userId !== undefined && { userId }),
    state: call.state,
    ...(!isOver(call) && purpose !== 'acd' && { held: call.held, muted: call.muted }),
    ...(call.disconnectType !== undefined && { disconnectType: call.disconnectType }),
    ...(startAcwTime !== undefined && endAcwTime === undefined && { owesWrapup: true }),
    ...(digits !== undefined && { digits }),
  }
}

/**
 * The answer to `GET /state`. Times are milliseconds; values of tokens are not in it. `live`: without the
 * conversations that are over.
 */
export function stateOfWorld(world: World, live = false) {
  const { org, agents, conversations } = world
  const calls = live ? conversations.live() : conversations.all()
  const connected = world.channels.connected()
  return {
    clients: world.clients.map(toClient),
    users: org.users.map(({ id, name, email }) => {
      const standing = agents.of(id)
      const presence = inWords(standing?.definition.systemPresence ?? 'Offline')
      return { id, name, email, presence, routingStatus: standing?.status ?? 'OFF_QUEUE' }
    }),
    queues: org.queues.map(({ id, name, members }) => ({
      id,
      name,
      waiting: conversations.waitingIn(id).length,
      onQueue: [...members].filter(
        ([userId, joined]) => joined && agents.of(userId)?.definition.systemPresence === 'OnQueue',
      ).length,
    })),
    conversations: calls.map((conversation) => ({
      id: conversation.id,
      media: 'call',
      state: stateOf(conversation),
      queueId: conversation.participants.findLast(({ queue }) => queue)?.queue?.id,
      participants: conversation.participants.map(toParticipant),
    })),
    sockets: connected.length,
    /** Single topics of every socket, in small letters. */
    subscriptions: connected.flatMap(({ topics }) => [...topics.keys()]),
    tokens: world.tokens
      .live()
      .map(({ userId, clientId, expires }) => ({ userId, clientId, expires })),
  }
}
