import { isFields, text } from '../http/json'
import { byName } from '../org/names'
import type { Agent, Queue } from '../org/organisation'
import { systemDefinition } from '../presence/definitions'
import { toRoutingStatus } from '../presence/wire'
import { type Answer, type Ask, accepted, fields, type Handler, ok, param } from './ask'
import { Refused } from './errors'
import { isDescending, listOf, page, pageWithoutTotal } from './paging'
import { toUser } from './person'
import { queueById } from './queues'

/** How many members one request may list, add, change or delete. */
const limits = { sizeMax: 100 }

function toMember(user: Agent, queue: Queue, ask: Ask) {
  const { world, query } = ask
  const standing = world.agents.of(user.id)
  return {
    id: user.id,
    name: user.name,
    user: toUser(user, world, listOf(query, 'expand')),
    ringNumber: 1,
    joined: queue.members.get(user.id) ?? false,
    memberBy: 'user',
    ...(standing && { routingStatus: toRoutingStatus(user.id, standing) }),
    selfUri: `/api/v2/routing/queues/${queue.id}/members/${user.id}`,
  }
}

/** What the query asks of a member's state; nothing asked is nothing refused. */
function stands({ world, query }: Ask, userId: string): boolean {
  const standing = world.agents.of(userId)
  const statuses = listOf(query, 'routingStatus').map((status) => status.toUpperCase())
  const presences = listOf(query, 'presence').map(
    (wanted) => systemDefinition(world.org.definitions, wanted)?.systemPresence ?? wanted,
  )
  const { definition, status } = standing ?? {}
  return (
    (statuses.length === 0 || statuses.includes(status ?? 'OFF_QUEUE')) &&
    (presences.length === 0 ||
      presences.some(
        (wanted) => wanted === definition?.systemPresence || wanted === definition?.id,
      ))
  )
}

/** UNSURE in the official documents, which say "contains-style": any of them, by a part of its name. */
function hasSkill({ query }: Ask, { skills }: Agent): boolean {
  const wanted = listOf(query, 'skills').map((name) => name.toLowerCase())
  const has = (part: string) => skills.some(({ name }) => name.toLowerCase().includes(part))
  return wanted.length === 0 || wanted.some(has)
}

function membersOf(ask: Ask, queue: Queue): readonly Agent[] {
  const { world, query } = ask
  const [name, joined] = [query.get('name')?.toLowerCase() ?? '', query.get('joined')]
  // Nobody here has a language, or is a member by way of a group.
  const none = ['languages', 'profileSkills'].some((field) => query.has(field))
  if (none || query.get('memberBy') === 'group') return []
  const found = [...queue.members].flatMap(([userId, isJoined]) => {
    const user = world.org.userById.get(userId)
    const fits = user?.name.toLowerCase().includes(name) && stands(ask, userId)
    return user && fits && hasSkill(ask, user) && (joined === null || String(isJoined) === joined)
      ? [user]
      : []
  })
  return byName(found, isDescending(query))
}

function list(ask: Ask, paged: typeof page | typeof pageWithoutTotal): Answer {
  const queue = queueById(ask)
  const members = membersOf(ask, queue)
  return ok(paged(members, ask.path, ask.query, (user) => toMember(user, queue, ask), limits))
}

function changesIn(body: unknown) {
  if (!Array.isArray(body) || body.length > limits.sizeMax) throw new Refused('bad.request')
  return body.filter(isFields).map((change) => ({
    id: text(change, 'id') ?? '',
    joined: change.joined,
  }))
}

/** Adds members, or deletes them: `?delete=true`. */
function addOrDelete(ask: Ask): Answer {
  const { world, query } = ask
  const { id: queueId } = queueById(ask)
  const changes = changesIn(ask.body)
  if (!changes.every(({ id }) => world.org.userById.has(id)))
    throw new Refused('resource.not.found')
  for (const { id } of changes) {
    if (query.get('delete') === 'true') world.membership.remove(id, queueId)
    else world.membership.add(id, queueId)
  }
  return { status: 204 }
}

function joinSeveral(ask: Ask, paged: typeof page | typeof pageWithoutTotal): Answer {
  const queue = queueById(ask)
  for (const { id, joined } of changesIn(ask.body)) {
    if (typeof joined === 'boolean') ask.world.membership.join(id, queue.id, joined)
  }
  return list(ask, paged)
}

function joinOne(ask: Ask): Answer {
  const { id: queueId } = queueById(ask)
  const { joined } = fields(ask)
  // The ring number may be changed as well; here everybody's is 1.
  const isMember = ask.world.org.queueById.get(queueId)?.members.has(param(ask, 'memberId'))
  if (!isMember) throw new Refused('resource.not.found')
  if (typeof joined === 'boolean') {
    ask.world.membership.join(param(ask, 'memberId'), queueId, joined)
  }
  return accepted
}

function remove(ask: Ask, status: number): Answer {
  const { id } = queueById(ask)
  if (!ask.world.membership.remove(param(ask, 'memberId'), id))
    throw new Refused('resource.not.found')
  return { status }
}

/** The members of a queue; `…/users` is the deprecated form, whose pages tell a total. */
export const memberHandlers = {
  getRoutingQueueMembers: (ask) => list(ask, pageWithoutTotal),
  getRoutingQueueUsers: (ask) => list(ask, page),
  postRoutingQueueMembers: addOrDelete,
  postRoutingQueueUsers: addOrDelete,
  patchRoutingQueueMembers: (ask) => joinSeveral(ask, pageWithoutTotal),
  patchRoutingQueueUsers: (ask) => joinSeveral(ask, page),
  patchRoutingQueueMember: joinOne,
  patchRoutingQueueUser: joinOne,
  deleteRoutingQueueMember: (ask) => remove(ask, 204),
  deleteRoutingQueueUser: (ask) => remove(ask, 200),
} satisfies Record<string, Handler>
