import type { Queue } from '../org/organisation'
import { byQualifier, ofMedia, ofPeople, type View } from '../routing/observations'

/** What one metric comes to; of some there are several, one for each qualifier. */
export interface Figure {
  readonly metric: string
  readonly qualifier?: string
  readonly count: number
}

/** What is counted of one queue at one moment. */
export interface Observation {
  readonly calls: readonly Figure[]
  readonly people: readonly Figure[]
  /** Since when the longest of them waits, or talks. */
  readonly longest: readonly { readonly metric: string; readonly since: number }[]
}

const ofCalls = ['oWaiting', 'oAlerting', 'oInteracting']
const ofMembers = ['oMemberUsers', 'oActiveUsers', 'oOnQueueUsers', 'oOffQueueUsers']
const ofLongest = ['oLongestWaiting', 'oLongestInteracting']

/** Counts as the queries for observations do. */
export function observe(queue: Queue, view: View): Observation {
  const seen = (metric: string) => (ofMedia[metric] ?? ofPeople[metric])?.(queue, view) ?? []
  const figures = (metric: string): Figure[] =>
    [...byQualifier(seen(metric))].map(([qualifier, own]) => ({
      metric,
      ...(qualifier !== undefined && { qualifier }),
      count: own.length,
    }))
  return {
    calls: ofCalls.flatMap(figures),
    people: ofMembers.flatMap(figures),
    longest: ofLongest.flatMap((metric) => seen(metric).map(({ since }) => ({ metric, since }))),
  }
}

/** The figures, and a zero for every qualifier told before that counts nobody any more. */
export function withZeros(now: readonly Figure[], before: readonly Figure[]): readonly Figure[] {
  const gone = before.filter(
    ({ metric, qualifier }) =>
      qualifier !== undefined &&
      !now.some((figure) => figure.metric === metric && figure.qualifier === qualifier),
  )
  return [...now, ...gone.map((figure) => ({ ...figure, count: 0 }))]
}

const toMetric = ({ count, ...named }: Figure) => ({ ...named, stats: { count } })

/**
 * Bodies of `v2.analytics.queues.{id}.observations`: what calls do, and what people do. UNSURE in the
 * official documents: the interval is the moment of counting.
 */
export function toStatsEvents(queueId: string, { calls, people }: Observation, at: number) {
  const moment = new Date(at).toISOString()
  const interval = `${moment}/${moment}`
  return [
    {
      group: { queueId, mediaType: 'voice' },
      data: [{ interval, metrics: calls.map(toMetric) }],
    },
    { group: { queueId }, data: [{ interval, metrics: people.map(toMetric) }] },
  ]
}

/** Body of `v2.analytics.queues.{id}.activity`. Of the longest: for how many milliseconds. */
export function toCountEvent({ calls, longest }: Observation, at: number) {
  const lasting = longest.map(({ metric, since }) => ({
    metric,
    count: 1,
    calculatedMetricValue: at - since,
  }))
  return { results: [{ mediaType: 'voice', data: [...calls, ...lasting] }] }
}
