import { byName } from '../org/names'
import type { Queue } from '../org/organisation'
import type { World } from '../world'
import { type Ask, type Handler, ok, param, queueFor, userFor } from './ask'
import { Refused } from './errors'
import { fitsName, isDescending, isId, type Limits, listOf, page } from './paging'

export function toQueue(queue: Queue, { org }: World) {
  const { id, name, description, members, wrapupPrompt, wrapupTimeoutMs, alertingTimeoutMs } = queue
  return {
    id,
    name,
    division: { ...org.division, selfUri: `/api/v2/authorization/divisions/${org.division.id}` },
    description,
    memberCount: members.size,
    userMemberCount: members.size,
    joinedMemberCount: [...members.values()].filter(Boolean).length,
    mediaSettings: {
      call: {
        enableAutoAnswer: false,
        alertingTimeoutSeconds: alertingTimeoutMs / 1000,
        serviceLevel: { percentage: 0.8, durationMs: 20_000 },
      },
    },
    acwSettings: {
      wrapupPrompt,
      ...(wrapupTimeoutMs !== undefined && { timeoutMs: wrapupTimeoutMs }),
    },
    skillEvaluationMethod: 'ALL',
    callingPartyName: name,
    callingPartyNumber: queue.number,
    selfUri: `/api/v2/routing/queues/${id}`,
  }
}

export function toUserQueue(queue: Queue, userId: string, world: World) {
  return { ...toQueue(queue, world), joined: queue.members.get(userId) ?? false }
}

/** The queue of the path, whose id has to look like one. */
export function queueById(ask: Ask): Queue {
  if (!isId(param(ask, 'queueId'))) throw new Refused('invalid.id')
  return queueFor(ask)
}

/** Everything here belongs to the one division there is. */
export function isInDivision({ world, query }: Ask): boolean {
  const divisions = listOf(query, 'divisionId')
  const ours = ['*', world.org.division.id]
  return divisions.length === 0 || divisions.some((id) => ours.includes(id))
}

function inOrder({ world: { org }, query }: Ask): readonly Queue[] {
  const down = isDescending(query)
  if (query.get('sortBy') !== 'id') return byName(org.queues, down)
  return [...org.queues].sort((a, b) => a.id.localeCompare(b.id) * (down ? -1 : 1))
}

function search(ask: Ask, limits: Limits = {}) {
  const { world, query, path } = ask
  const ids = listOf(query, 'id')
  if (!ids.every(isId)) throw new Refused('invalid.id')
  // No queue here has a peer, or a library of its own.
  const asksForNone = query.has('peerId') || query.has('cannedResponseLibraryId')
  const visible = isInDivision(ask) && !asksForNone && query.get('hasPeer') !== 'true'
  const found = inOrder(ask).filter(
    ({ id, name }) =>
      visible && fitsName(query.get('name'), name) && (ids.length === 0 || ids.includes(id)),
  )
  return ok(page(found, path, query, (queue) => toQueue(queue, world), limits))
}

/** Those somebody belongs to, joined or not, or only one of the two. */
export function queuesOf(userId: string, ask: Ask, joined: string | null) {
  const { world, path, query } = ask
  const own = inOrder(ask).filter(({ members }) => {
    const membership = members.get(userId)
    return membership !== undefined && (joined === null || String(membership) === joined)
  })
  return ok(page(own, path, query, (queue) => toUserQueue(queue, userId, world)))
}

export const queueHandlers = {
  getRoutingQueues: (ask) => search(ask),
  getRoutingQueuesDivisionviews: (ask) => search(ask, { sizeMax: 100, numberMax: 5 }),
  getRoutingQueuesDivisionviewsAll: (ask) => search(ask, { sizeMax: 500 }),
  getRoutingQueuesMe: (ask) => queuesOf(ask.user.id, ask, ask.query.get('joined')),
  // Unlike `/routing/queues/me`, this one leaves out what has not been joined.
  getUserQueues(ask) {
    const { id } = userFor(ask)
    if (!isInDivision(ask)) return ok(page([], ask.path, ask.query))
    return queuesOf(id, ask, ask.query.get('joined') ?? 'true')
  },
  getRoutingQueue: (ask) => ok(toQueue(queueById(ask), ask.world)),
} satisfies Record<string, Handler>
