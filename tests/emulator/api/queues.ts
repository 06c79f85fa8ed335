import { byName } from '../org/names'
import type { Queue } from '../org/organisation'
import type { World } from '../world'
import { type Ask, type Handler, ok, queueFor, userFor } from './ask'
import { nameTest, page } from './paging'

function toQueue(queue: Queue, { org }: World) {
  const { id, name, description, members, wrapupPrompt, wrapupTimeoutMs, alertingTimeoutMs } = queue
  return {
    id,
    name,
    division: { ...org.division, selfUri: `/api/v2/authorization/divisions/${org.division.id}` },
    description,
    memberCount: members.size,
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

export function toWrapupCode({ id, name }: { id: string; name: string }, { org }: World) {
  return { id, name, division: org.division, selfUri: `/api/v2/routing/wrapupcodes/${id}` }
}

function isDown(query: URLSearchParams): boolean {
  return query.get('sortOrder')?.toLowerCase().startsWith('desc') ?? false
}

function search({ world, query, path }: Ask) {
  const ids = query.getAll('id').flatMap((value) => value.split(','))
  const fits = nameTest(query.get('name'))
  const isMeant = (id: string) => ids.length === 0 || ids.includes(id)
  const found = byName(world.org.queues, isDown(query)).filter(
    ({ id, name }) => fits(name) && isMeant(id),
  )
  return ok(page(found, path, query, (queue) => toQueue(queue, world)))
}

function queuesOf(userId: string, { world, query, path }: Ask, joinedByDefault: string | null) {
  const joined = query.get('joined') ?? joinedByDefault
  const own = byName(world.org.queuesOf(userId), isDown(query)).flatMap((queue) => {
    const membership = queue.members.get(userId)
    if (membership === undefined || (joined !== null && String(membership) !== joined)) return []
    return [{ queue, membership }]
  })
  const toWire = ({ queue, membership }: (typeof own)[number]) => ({
    ...toQueue(queue, world),
    joined: membership,
  })
  return ok(page(own, path, query, toWire))
}

export const queueHandlers = {
  getRoutingQueues: search,
  getRoutingQueuesDivisionviews: search,
  getRoutingQueuesMe: (ask) => queuesOf(ask.user.id, ask, null),
  // Unlike `/routing/queues/me`, this one leaves out what has not been joined.
  getUserQueues: (ask) => queuesOf(userFor(ask).id, ask, 'true'),
  getRoutingQueue: (ask) => ok(toQueue(queueFor(ask), ask.world)),
  getRoutingQueueWrapupcodes(ask) {
    const { world, query, path } = ask
    const fits = nameTest(query.get('name'))
    const codes = queueFor(ask).codes.filter(({ name }) => fits(name))
    return ok(
      page(
        codes.map((code) => toWrapupCode(code, world)),
        path,
        query,
      ),
    )
  },
} satisfies Record<string, Handler>
