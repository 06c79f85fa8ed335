import { type Conversation, isOver } from '../conversation/call'
import { waitingIn } from '../conversation/facts'
import type { Queue } from '../org/organisation'
import type { Standing } from '../presence/agents'

/** What is counted of one queue at one moment. */
export interface Observation {
  readonly waiting: number
  readonly alerting: number
  readonly interacting: number
  /** Since when the longest of them waits, or talks. */
  readonly longestWaiting?: number
  readonly longestInteracting?: number
  readonly members: number
  readonly joined: number
  /** Routing status → those of the queue who are on it. */
  readonly onQueue: Readonly<Record<string, number>>
  /** System presence → those of the queue who are not. */
  readonly offQueue: Readonly<Record<string, number>>
}

function count(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

const earliest = (times: readonly number[]) => (times.length > 0 ? Math.min(...times) : undefined)

export function observe(
  queue: Queue,
  conversations: readonly Conversation[],
  standingOf: (userId: string) => Standing | undefined,
): Observation {
  const waiting = conversations.flatMap((conversation) => {
    const wait = waitingIn(conversation)
    return wait?.queue.id === queue.id ? [wait.since] : []
  })
  const agents = conversations
    .flatMap(({ participants }) => participants)
    .filter(({ userId, queue: of, call }) => userId && of?.id === queue.id && !isOver(call))
  const talking = agents.filter(({ call }) => call.state === 'connected')
  const joined = [...queue.members].filter(([, isJoined]) => isJoined)
  const standings = joined.flatMap(([userId]) => standingOf(userId) ?? [])
  const on = standings.filter(({ status }) => status !== 'OFF_QUEUE')
  const off = standings.filter(({ status }) => status === 'OFF_QUEUE')
  const longestWaiting = earliest(waiting)
  const longestInteracting = earliest(talking.map(({ connectedTime = 0 }) => connectedTime))
  return {
    waiting: waiting.length,
    alerting: agents.filter(({ call }) => call.state === 'alerting').length,
    interacting: talking.length,
    ...(longestWaiting !== undefined && { longestWaiting }),
    ...(longestInteracting !== undefined && { longestInteracting }),
    members: queue.members.size,
    joined: joined.length,
    onQueue: count(on.map(({ status }) => status)),
    offQueue: count(off.map(({ definition }) => definition.systemPresence)),
  }
}

function qualified(metric: string, counts: Readonly<Record<string, number>>) {
  return Object.entries(counts).map(([qualifier, count]) => ({
    metric,
    qualifier,
    stats: { count },
  }))
}

/**
 * Bodies of `v2.analytics.queues.{id}.observations`: what calls do, and what people do. UNSURE in the
 * official documents: the interval is the moment of counting.
 */
export function toStatsEvents(queueId: string, seen: Observation, at: number) {
  const moment = new Date(at).toISOString()
  const interval = `${moment}/${moment}`
  const plain = (metric: string, count: number) => ({ metric, stats: { count } })
  const calls = [
    plain('oWaiting', seen.waiting),
    plain('oAlerting', seen.alerting),
    plain('oInteracting', seen.interacting),
  ]
  const people = [
    plain('oMemberUsers', seen.members),
    plain('oActiveUsers', seen.joined),
    ...qualified('oOnQueueUsers', seen.onQueue),
    ...qualified('oOffQueueUsers', seen.offQueue),
  ]
  return [
    { group: { queueId, mediaType: 'voice' }, data: [{ interval, metrics: calls }] },
    { group: { queueId }, data: [{ interval, metrics: people }] },
  ]
}

/** Body of `v2.analytics.queues.{id}.activity`. Of the longest: for how many milliseconds. */
export function toCountEvent(seen: Observation, at: number) {
  const longest = (metric: string, since: number | undefined) =>
    since === undefined ? [] : [{ metric, count: 1, calculatedMetricValue: at - since }]
  return {
    results: [
      {
        mediaType: 'voice',
        data: [
          { metric: 'oWaiting', count: seen.waiting },
          { metric: 'oAlerting', count: seen.alerting },
          { metric: 'oInteracting', count: seen.interacting },
          ...longest('oLongestWaiting', seen.longestWaiting),
          ...longest('oLongestInteracting', seen.longestInteracting),
        ],
      },
    ],
  }
}
