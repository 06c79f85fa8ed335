import { type Fields, isFields, text } from '../http/json'
import type { Agent } from '../org/organisation'
import type { Definition } from '../presence/definitions'
import { toRoutingStatus, toUserPresence } from '../presence/wire'
import type { World } from '../world'
import { type Ask, fields, type Handler, ok, param, userFor } from './ask'
import { Refused } from './errors'
import { listOf } from './paging'

/** How many presences may be asked for, or set, at once. */
const bulkMax = 50

const unknownUser = 'presenceservice.usernotfound'

function presenceOf(user: Agent, world: World) {
  const standing = world.agents.of(user.id)
  if (!standing) throw new Refused(unknownUser)
  return toUserPresence(user, standing, world.switches.presenceSpelling)
}

/** Only the platform's own source is known here, however it is spelled. */
function requireSource(ask: Ask): void {
  const source = param(ask, 'sourceId')
  if (source !== '' && source.toUpperCase() !== 'PURECLOUD') throw new Refused('not.found')
}

function presence(ask: Ask) {
  requireSource(ask)
  return ok(presenceOf(userFor(ask, unknownUser), ask.world))
}

/** What a change names, by id; nothing when it names none. */
function definitionIn(body: Fields, world: World): Definition | undefined {
  const id = isFields(body.presenceDefinition) ? text(body.presenceDefinition, 'id') : undefined
  if (id === undefined) return undefined
  const found = world.org.definitions.find((one) => one.id === id && !one.deactivated)
  if (found) return found
  throw new Refused('invalid.value', id, 'presenceDefinition.id', 'ids of presence definitions')
}

/** A definition, a message, or being the primary source: at least one of them. */
function setPresence(ask: Ask) {
  const { world, user } = ask
  requireSource(ask)
  if (userFor(ask, unknownUser).id !== user.id) {
    throw new Refused('presence.not.authorized.update.other.user.presence')
  }
  const body = fields(ask)
  const definition = definitionIn(body, world)
  const message = text(body, 'message')
  if (!definition && message === undefined && body.primary !== true)
    throw new Refused('bad.request')
  const mayGoOnQueue = user.permissions.includes('routing:agent:onqueue')
  if (definition?.systemPresence === 'OnQueue' && !mayGoOnQueue) {
    throw new Refused('presence.not.authorized.update.on.queue')
  }
  const now = definition ?? world.agents.of(user.id)?.definition
  const { agents, switches } = world
  const set = switches.requestingOffQueue ? agents.requestPresence : agents.setPresence
  if (now) set(user.id, now, message)
  return presence(ask)
}

function bulk(ask: Ask) {
  requireSource(ask)
  const { world, query } = ask
  const ids = listOf(query, 'id')
  if (ids.length > bulkMax) throw new Refused('max.user.presences', 'queried')
  return ok(
    ids.map((id) => {
      const user = world.org.userById.get(id)
      if (!user) throw new Refused(unknownUser)
      const { primary: _, ...rest } = presenceOf(user, world)
      return { ...rest, userId: id }
    }),
  )
}

/** Sets the presence of others: all of them, or none when something is wrong with one. */
function setBulk({ world, body }: Ask) {
  if (!Array.isArray(body)) throw new Refused('bad.request')
  if (body.length > bulkMax) throw new Refused('max.user.presences', 'updated')
  const changes = body.filter(isFields).map((change) => {
    const user = world.org.userById.get(text(change, 'id') ?? '')
    const definition = definitionIn(change, world)
    if (!user || !definition) throw new Refused('bad.request')
    if (definition.systemPresence === 'OnQueue') {
      throw new Refused('endpoint.does.not.support.on.queue')
    }
    return { user, definition, message: text(change, 'message') }
  })
  for (const { user, definition, message } of changes) {
    world.agents.setPresence(user.id, definition, message)
  }
  return ok(changes.map(({ user }) => presenceOf(user, world)))
}

export const presenceHandlers = {
  getUserPresencesPurecloud: presence,
  getUserPresence: presence,
  patchUserPresencesPurecloud: setPresence,
  patchUserPresence: setPresence,
  getUsersPresencesPurecloudBulk: bulk,
  getUsersPresenceBulk: bulk,
  putUsersPresencesBulk: setBulk,

  getUserRoutingstatus(ask) {
    const userId = param(ask, 'userId')
    const standing = ask.world.agents.of(userId)
    // Whom nobody knows is off queue.
    return ok(standing ? toRoutingStatus(userId, standing) : { userId, status: 'OFF_QUEUE' })
  },

  /**
   * UNSURE in the official documents, which list no accepted values: the one known use is coming
   * back from NOT_RESPONDING.
   */
  putUserRoutingstatus(ask) {
    const { world, user } = ask
    if (userFor(ask, 'resource.not.found').id !== user.id) throw new Refused('not.authorized')
    const status = text(fields(ask), 'status') ?? ''
    const returns = world.agents.of(user.id)?.status === 'NOT_RESPONDING' && status === 'IDLE'
    if (returns) {
      world.agents.setNotResponding(user.id, false)
      world.route()
    } else if (world.switches.routingStatusTaken === 'return') {
      throw new Refused(
        'general.bad.request',
        'An invalid routing status transition was attempted.',
      )
    }
    const standing = world.agents.of(user.id)
    return ok(standing && toRoutingStatus(user.id, standing))
  },
} satisfies Record<string, Handler>
