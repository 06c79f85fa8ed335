import type { Conversation, Participant } from '../conversation/call'
import { waitingIn } from '../conversation/facts'
import type { Queue } from '../org/organisation'
import type { Standing } from '../presence/agents'
import type { World } from '../world'
import { inOrder } from './offering'

/** One thing that is so now, and since when. Times are milliseconds. */
export interface Sighting {
  readonly since: number
  readonly userId?: string
  readonly conversation?: Conversation
  readonly participant?: Participant
  /** What a metric divides its count by: a routing status, or the id of a presence definition. */
  readonly qualifier?: string
}

/** What is looked at: where people stand, and the conversations of each queue. */
export interface View {
  standingOf(userId: string): Standing | undefined
  conversationsOf(queueId: string): readonly Conversation[]
}

function byQueue(conversations: readonly Conversation[]): ReadonlyMap<string, Conversation[]> {
  const found = new Map<string, Conversation[]>()
  for (const conversation of conversations) {
    for (const id of new Set(conversation.participants.flatMap(({ queue }) => queue?.id ?? []))) {
      const own = found.get(id)
      if (own) own.push(conversation)
      else found.set(id, [conversation])
    }
  }
  return found
}

/** A view of this moment: conversations are gone through once, however many queues are looked at. */
export function viewOf({ agents, conversations }: Pick<World, 'agents' | 'conversations'>): View {
  let ofQueues: ReturnType<typeof byQueue> | undefined
  return {
    standingOf: agents.of,
    conversationsOf(queueId) {
      ofQueues ??= byQueue(conversations.live())
      return ofQueues.get(queueId) ?? []
    },
  }
}

function usersOf(queue: Queue, { standingOf }: View, onlyJoined: boolean) {
  return [...queue.members].flatMap(([userId, joined]) => {
    const standing = joined || !onlyJoined ? standingOf(userId) : undefined
    return standing ? [{ userId, standing }] : []
  })
}

/** Agents on the queue's calls, in one state. */
function legsOf(queue: Queue, view: View, state: 'alerting' | 'connected'): Sighting[] {
  return view.conversationsOf(queue.id).flatMap((conversation) =>
    conversation.participants.flatMap((participant) => {
      const { call, userId } = participant
      if (!userId || participant.queue?.id !== queue.id || call.state !== state) return []
      const since = (state === 'alerting' ? call.startAlertingTime : call.connectedTime) ?? 0
      return [{ since, userId, conversation, participant }]
    }),
  )
}

function waiting(queue: Queue, view: View): Sighting[] {
  const found = view.conversationsOf(queue.id).flatMap((conversation) => {
    const wait = waitingIn(conversation)
    if (wait?.queue.id !== queue.id) return []
    const participant = conversation.participants.find(({ purpose }) => purpose === 'acd')
    const { since } = wait
    const { priority } = conversation
    return [{ since, priority, conversation, ...(participant && { participant }) }]
  })
  return inOrder(found)
}

function byStatus(queue: Queue, view: View, onQueue: boolean): Sighting[] {
  return usersOf(queue, view, true)
    .filter(({ standing }) => !onQueue || standing.status !== 'OFF_QUEUE')
    .map(({ userId, standing: { status, since } }) => ({ userId, since, qualifier: status }))
}

function byPresence(queue: Queue, view: View, offQueue: boolean): Sighting[] {
  return usersOf(queue, view, true)
    .filter(({ standing }) => !offQueue || standing.status === 'OFF_QUEUE')
    .map(({ userId, standing: { definition, modifiedDate } }) => ({
      userId,
      since: modifiedDate,
      qualifier: definition.id,
    }))
}

function longest(sightings: readonly Sighting[]): Sighting[] {
  return [...sightings].sort((a, b) => a.since - b.since).slice(0, 1)
}

type Look = (queue: Queue, view: View) => Sighting[]

const members =
  (onlyJoined: boolean): Look =>
  (queue, view) =>
    usersOf(queue, view, onlyJoined).map(({ userId, standing: { since } }) => ({ userId, since }))

/** Metrics of a queue's people. UNSURE in the official documents: all but `oMemberUsers` see the joined. */
export const ofPeople: Readonly<Record<string, Look>> = {
  oActiveUsers: members(true),
  oMemberUsers: members(false),
  oOnQueueUsers: (queue, view) => byStatus(queue, view, true),
  oOffQueueUsers: (queue, view) => byPresence(queue, view, true),
  oUserPresences: (queue, view) => byPresence(queue, view, false),
  oUserRoutingStatuses: (queue, view) => byStatus(queue, view, false),
}

/** Metrics of a queue's conversations, one medium at a time. */
export const ofMedia: Readonly<Record<string, Look>> = {
  oAlerting: (queue, view) => legsOf(queue, view, 'alerting'),
  oInteracting: (queue, view) => legsOf(queue, view, 'connected'),
  oWaiting: waiting,
  oLongestWaiting: (queue, view) => longest(waiting(queue, view)),
  oLongestInteracting: (queue, view) => longest(legsOf(queue, view, 'connected')),
}

/** What a metric is divided into: its qualifiers, or nothing that has none. */
export function byQualifier(
  sightings: readonly Sighting[],
): ReadonlyMap<string | undefined, readonly Sighting[]> {
  const found = new Map<string | undefined, Sighting[]>()
  for (const sighting of sightings) {
    const own = found.get(sighting.qualifier)
    if (own) own.push(sighting)
    else found.set(sighting.qualifier, [sighting])
  }
  return found.size > 0 ? found : new Map([[undefined, []]])
}
