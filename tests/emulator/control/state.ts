import { isOver } from '../conversation/call'
import { stateOf, waitingIn } from '../conversation/facts'
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

/** The answer to `GET /state`. Times are milliseconds; values of tokens are not in it. */
export function stateOfWorld(world: World) {
  const { org, agents, conversations } = world
  const calls = conversations.all()
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
      waiting: calls.filter((call) => waitingIn(call)?.queue.id === id).length,
      onQueue: [...members].filter(
        ([userId, joined]) => joined && agents.of(userId)?.definition.systemPresence === 'OnQueue',
      ).length,
    })),
    conversations: calls.map((conversation) => ({
      id: conversation.id,
      media: 'call',
      state: stateOf(conversation),
      queueId: conversation.participants.findLast(({ queue }) => queue)?.queue?.id,
      participants: conversation.participants.map(({ id, purpose, userId, call }) => ({
        id,
        purpose,
        ...(userId !== undefined && { userId }),
        state: call.state,
        ...(!isOver(call) && purpose !== 'acd' && { held: call.held, muted: call.muted }),
      })),
    })),
    sockets: world.channels.connected().length,
    tokens: world.tokens
      .live()
      .map(({ userId, clientId, expires }) => ({ userId, clientId, expires })),
  }
}
