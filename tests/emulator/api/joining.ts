import { type Fields, isFields, text } from '../http/json'
import { type Ask, fields, type Handler, ok, param, userFor } from './ask'
import { Refused } from './errors'
import { page } from './paging'
import { queueById, toUserQueue } from './queues'

/** Everybody joins and leaves for themselves; for others it takes more. */
function memberFor(ask: Ask): string {
  const { id } = userFor(ask)
  const mayManage = ask.permissions.includes('routing:queueMember:manage')
  if (id !== ask.token.userId && !mayManage) {
    throw new Refused('missing.any.permissions', 'routing:queueMember:manage')
  }
  return id
}

function joinedIn(body: Fields): boolean {
  if (typeof body.joined === 'boolean') return body.joined
  throw new Refused('general.bad.request', 'The request could not be processed: joined is missing.')
}

/** Milliseconds. */
const later = 1_500

export const joiningHandlers = {
  /**
   * Joins and leaves several queues. Pairs without a membership are passed over. The platform works on
   * it after it has answered: what is answered here is what was before, and for a while what is read, if the
   * emulator is told so.
   */
  patchUserQueues(ask) {
    const { world, body, path, query } = ask
    const userId = memberFor(ask)
    if (!Array.isArray(body)) throw new Refused('bad.request')
    const wanted = body.filter(isFields).flatMap((one) => {
      const queue = world.org.queueById.get(text(one, 'id') ?? '')
      return queue?.members.has(userId) ? [{ queue, joined: joinedIn(one) }] : []
    })
    const stale = wanted.map(({ queue }) => toUserQueue(queue, userId, world))
    const change = () => {
      for (const { queue, joined } of wanted) world.membership.join(userId, queue.id, joined)
    }
    if (world.switches.joining === 'later') world.clock.after(later, change)
    else change()
    return ok(page(stale, path, query))
  },

  patchUserQueue(ask) {
    const userId = memberFor(ask)
    const queue = ask.world.org.queueById.get(param(ask, 'queueId'))
    if (!queue?.members.has(userId)) throw new Refused('resource.not.found')
    ask.world.membership.join(userId, queue.id, joinedIn(fields(ask)))
    return ok(toUserQueue(queueById(ask), userId, ask.world))
  },
} satisfies Record<string, Handler>
