import { type JudgedTopic, judgeTopic, type Subject, type TopicVerdict } from './topics'

/** Single topics of one channel. */
const topicsMax = 1000

export interface Judged extends JudgedTopic {
  readonly id: string
}

const refusals = {
  invalid: 'notification.invalid.topic',
  unauthorized: 'notification.unauthorized.topic',
  undivisioned: 'notification.unauthorized.divisioned.topic',
} as const satisfies Record<Exclude<TopicVerdict, 'permitted'>, string>

export type SubscriptionRefusal =
  | (typeof refusals)[keyof typeof refusals]
  | 'notification.subscription.too.many.subscriptions'

/** What a rejected topic would be refused with. */
export function refusalOf({ verdict }: JudgedTopic): SubscriptionRefusal | undefined {
  return verdict === 'permitted' ? undefined : refusals[verdict]
}

/** What a channel would be subscribed to. */
export interface Subscription {
  readonly judged: readonly Judged[]
  /** As asked for, single or combined. */
  readonly subscriptions: readonly string[]
  /** Single ones. */
  readonly topics: readonly string[]
}

/** One topic refused refuses them all, unless the asker is `lenient`: then it is left out. */
export function judgeSubscription(
  ids: readonly string[],
  subject: Subject,
  lenient: boolean,
): Subscription | SubscriptionRefusal {
  const wanted = new Map(ids.map((id) => [id.toLowerCase(), id]))
  const judged = [...wanted.values()].map((id) => ({ id, ...judgeTopic(id, subject) }))
  const refused = lenient ? undefined : judged.map(refusalOf).find((refusal) => refusal)
  if (refused) return refused
  const permitted = judged.filter(({ verdict }) => verdict === 'permitted')
  const topics = permitted.flatMap((topic) => topic.topics)
  if (topics.length > topicsMax) return 'notification.subscription.too.many.subscriptions'
  return { judged, subscriptions: permitted.map(({ id }) => id), topics }
}
