import type { Conversation, Participant } from '../conversation/call'
import type { Queue } from '../org/organisation'
import type { World } from '../world'
import { waitingFor } from './waits'

/** One thing that is so now, and since when. Times are milliseconds. */
export interface Sighting {
  readonly since: number
  readonly userId?: string
  readonly conversation?: Conversation
  readonly participant?: Participant
  /** What a metric divides its count by: a routing status, or the id of a presence definition. */
  readonly qualifier?: string
}

function usersOf(queue: Queue, { agents }: World, onlyJoined: boolean) {
  return [...queue.members].flatMap(([userId, joined]) => {
    const standing = agents.of(userId)
    return standing && (joined || !onlyJoined) ? [{ userId, standing }] : []
  })
}

/** Agents on the queue's calls, in one state. */
function legsOf(queue: Queue, world: World, state: 'alerting' | 'connected'): Sighting[] {
  return world.conversations.all().flatMap((conversation) =>
    conversation.participants.flatMap((participant) => {
      const { call, userId } = participant
      if (!userId || participant.queue?.id !== queue.id || call.state !== state) return []
      const since = (state === 'alerting' ? call.startAlertingTime : call.connectedTime) ?? 0
      return [{ since, userId, conversation, participant }]
    }),
  )
}

function waiting(queue: Queue, world: World): Sighting[] {
  return waitingFor(queue.id, world).map(({ since, conversation }) => {
    const participant = conversation.participants.find(({ purpose }) => purpose === 'acd')
    return { since, conversation, ...(participant && { participant }) }
  })
}

function byStatus(queue: Queue, world: World, onQueue: boolean): Sighting[] {
  return usersOf(queue, world, true)
    .filter(({ standing }) => !onQueue || standing.status !== 'OFF_QUEUE')
    .map(({ userId, standing: { status, since } }) => ({ userId, since, qualifier: status }))
}

function byPresence(queue: Queue, world: World, offQueue: boolean): Sighting[] {
  return usersOf(queue, world, true)
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

type Look = (queue: Queue, world: World) => Sighting[]

const members =
  (onlyJoined: boolean): Look =>
  (queue, world) =>
    usersOf(queue, world, onlyJoined).map(({ userId, standing: { since } }) => ({ userId, since }))

/** Metrics of a queue's people. UNSURE in the official documents: all but `oMemberUsers` see the joined. */
export const ofPeople: Readonly<Record<string, Look>> = {
  oActiveUsers: members(true),
  oMemberUsers: members(false),
  oOnQueueUsers: (queue, world) => byStatus(queue, world, true),
  oOffQueueUsers: (queue, world) => byPresence(queue, world, true),
  oUserPresences: (queue, world) => byPresence(queue, world, false),
  oUserRoutingStatuses: (queue, world) => byStatus(queue, world, false),
}

/** Metrics of a queue's conversations, one medium at a time. */
export const ofMedia: Readonly<Record<string, Look>> = {
  oAlerting: (queue, world) => legsOf(queue, world, 'alerting'),
  oInteracting: (queue, world) => legsOf(queue, world, 'connected'),
  oWaiting: waiting,
  oLongestWaiting: (queue, world) => longest(waiting(queue, world)),
  oLongestInteracting: (queue, world) => longest(legsOf(queue, world, 'connected')),
}
