/** How it goes in queues: who is there and who waits. */
import type { QueueId } from '~/genesys/ids'
import { objects } from '~/genesys/values'
import type { ObservationMetricData, QueueObservations } from '~/genesys/wirefigures'
import type { Ask, AskOptions } from '~/protocol/protocol'

/** What is not told is not known: it is not nobody. */
export interface Figures {
  /** Agents on queue, whatever they are doing there. */
  readonly onQueue?: number | undefined
  /** Calls that wait. */
  readonly waiting?: number | undefined
  /** Since when the one waits that has waited longest, in milliseconds since the epoch. */
  readonly longest?: number | undefined
}

/**
 * All of them in one question; those of which nothing is told are missing. `now`: by Genesys Cloud's clock, where it
 * is asked for how long somebody waits. Rejects with `Failed`.
 */
export async function observe(
  ask: Ask,
  ids: readonly QueueId[],
  options?: AskOptions,
  now?: () => number,
): Promise<ReadonlyMap<QueueId, Figures>> {
  const matches = (dimension: string, value: string) =>
    ({ type: 'dimension', dimension, operator: 'matches', value }) as const
  const queues = ids.map((id) => matches('queueId', id))
  const answer = await ask(
    'observeQueues',
    {},
    {
      filter: { type: 'or', predicates: queues },
      metrics: ['oOnQueueUsers', 'oWaiting', ...(now ? ['oLongestWaiting'] : [])],
    },
    options,
  )
  return figuresFromWire(answer, now?.())
}

/**
 * Who is on queue is told apart by routing status, which are added up, and for the queue as a whole; who waits
 * is told for each medium, of which only calls count here.
 */
export function figuresFromWire(
  answer: QueueObservations,
  now?: number,
): ReadonlyMap<QueueId, Figures> {
  const found = new Map<QueueId, Figures>()
  for (const { group, data } of objects(answer?.results)) {
    const { queueId, mediaType } = group ?? {}
    if (!queueId || (mediaType && mediaType !== 'voice')) continue
    const sum = (metric: string) => {
      const counts = objects(data)
        .filter((one) => one.metric === metric)
        .flatMap(({ stats }) => (typeof stats?.count === 'number' ? stats.count : []))
      return counts.length > 0 ? counts.reduce((total, count) => total + count) : undefined
    }
    const before = found.get(queueId)
    const onQueue = sum('oOnQueueUsers')
    found.set(queueId, {
      // Told for calls as well, they are the same people once more.
      onQueue: mediaType ? (before?.onQueue ?? onQueue) : (onQueue ?? before?.onQueue),
      waiting: before?.waiting ?? sum('oWaiting'),
      ...(now !== undefined && { longest: before?.longest ?? longestOf(data, now) }),
    })
  }
  return found
}

/** What is more than this, in milliseconds, is no time that anybody has waited: it is a moment. */
const moments = 1e12

/** The platform tells a moment, the documents read as if it were how long: both are understood. */
function longestOf(
  data: readonly ObservationMetricData[] | undefined,
  now: number,
): number | undefined {
  const told = objects(data).find(({ metric }) => metric === 'oLongestWaiting')?.stats
  const value = told?.calculatedMetricValue
  if (typeof value !== 'number' || value < 0 || told?.count === 0) return undefined
  return value > moments ? value : now - value
}

/** How long a call would wait, in seconds; undefined when Genesys Cloud cannot tell. Rejects with `Failed`. */
export async function estimate(
  ask: Ask,
  queueId: QueueId,
  options?: AskOptions,
): Promise<number | undefined> {
  const answer = await ask('estimateWait', { queueId, mediaType: 'call' }, undefined, options)
  const [first] = objects(answer?.results)
  const seconds = first?.estimatedWaitTimeSeconds
  return typeof seconds === 'number' && seconds >= 0 ? seconds : undefined
}
