import { isFields, text } from '../http/json'
import { toDefinition, toRoutingStatus, toUserPresence } from '../presence/wire'
import { type Ask, fields, type Handler, ok, userFor } from './ask'
import { Refused } from './errors'

function standingOf(ask: Ask, userId: string) {
  const standing = ask.world.agents.of(userId)
  if (!standing) throw new Refused('presenceservice.usernotfound')
  return standing
}

function presence(ask: Ask) {
  const user = userFor(ask, 'presenceservice.usernotfound')
  return ok(toUserPresence(user, standingOf(ask, user.id)))
}

export const presenceHandlers = {
  getPresenceDefinitions({ world: { org } }) {
    // Not paged, unlike most lists.
    const entities = org.definitions.map(toDefinition)
    return ok({ entities, total: entities.length, selfUri: '/api/v2/presence/definitions' })
  },

  getUserPresencesPurecloud: presence,

  patchUserPresencesPurecloud(ask) {
    const { world, user } = ask
    if (userFor(ask, 'presenceservice.usernotfound').id !== user.id) {
      throw new Refused('presence.not.authorized.update.other.user.presence')
    }
    const body = fields(ask)
    const wanted = isFields(body.presenceDefinition)
      ? text(body.presenceDefinition, 'id')
      : undefined
    const message = text(body, 'message')
    const definition =
      wanted === undefined
        ? standingOf(ask, user.id).definition
        : world.org.definitions.find(({ id }) => id === wanted)
    if (!definition) {
      throw new Refused(
        'invalid.value',
        wanted ?? '',
        'presenceDefinition.id',
        'ids of presence definitions',
      )
    }
    if (wanted === undefined && message === undefined && body.primary !== true) {
      throw new Refused('bad.request')
    }
    const onQueue = definition.systemPresence === 'OnQueue'
    if (onQueue && !user.permissions.includes('routing:agent:onqueue')) {
      throw new Refused('presence.not.authorized.update.on.queue')
    }
    world.agents.setPresence(user.id, definition, message)
    return presence(ask)
  },

  getUserRoutingstatus(ask) {
    const { id } = userFor(ask, 'resource.not.found')
    return ok(toRoutingStatus(id, standingOf(ask, id)))
  },

  /**
   * UNSURE in the official documents, which list no accepted values: the one known use is coming
   * back from NOT_RESPONDING, so only that is taken.
   */
  putUserRoutingstatus(ask) {
    const { world, user } = ask
    if (userFor(ask, 'resource.not.found').id !== user.id) throw new Refused('not.authorized')
    const status = text(fields(ask), 'status') ?? ''
    if (status !== 'IDLE' || standingOf(ask, user.id).status !== 'NOT_RESPONDING') {
      throw new Refused('invalid.value', status, 'status', 'IDLE, when NOT_RESPONDING')
    }
    world.agents.setNotResponding(user.id, false)
    world.route()
    return ok(toRoutingStatus(user.id, standingOf(ask, user.id)))
  },
} satisfies Record<string, Handler>
