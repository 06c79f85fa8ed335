/** What may follow `v2.users.{id}.`, of the official list of topics. */
const ofUser = new Set(
  [
    'activity',
    'callforwarding',
    'conversations',
    'conversations.callbacks',
    'conversations.calls',
    'conversations.cobrowseSessions',
    'conversations.emails',
    'conversations.inbound.typing.event',
    'conversations.messages',
    'conversations.screenshares',
    'conversations.socialexpressions',
    'conversations.summaries',
    'conversations.videos',
    'conversationsummary',
    'outofoffice',
    'presence',
    'routingStatus',
    'station',
    'tokens',
    'voicemail.messages',
  ].map((suffix) => suffix.toLowerCase()),
)

/** Topics that exist and that nobody here is permitted. */
const ofOthers = [
  /^v2\.routing\.queues\.[\w-]+\.[\w.]+$/i,
  /^v2\.analytics\.[\w.-]+$/i,
  /^v2\.conversations\.[\w-]+\.[\w.]+$/i,
]

/** Need no subscription, and are taken when subscribed to all the same. */
const always = /^(channel\.metadata|v2\.system\.[\w.-]+)$/i

/** A combined id must be shorter than this. */
const combinedLimit = 200

export type TopicVerdict =
  | { readonly verdict: 'permitted'; readonly topics: readonly string[] }
  | { readonly verdict: 'unauthorized' | 'invalid' }

/** `v2.users.ID?presence&routingStatus` stands for `v2.users.ID.presence` and so on. */
export function expandTopic(id: string): string[] {
  const at = id.indexOf('?')
  if (at < 0) return [id]
  const prefix = id.slice(0, at)
  return id
    .slice(at + 1)
    .split('&')
    .map((suffix) => `${prefix}.${suffix}`)
}

/**
 * Whether `userId` may subscribe to the topic, and to which single topics it comes down. A client without a
 * user may subscribe to no user's.
 */
export function judgeTopic(id: string, userId: string | undefined): TopicVerdict {
  if (id.includes('?') && id.length >= combinedLimit) return { verdict: 'invalid' }
  const topics = expandTopic(id)
  let foreign = false
  for (const topic of topics) {
    if (always.test(topic)) continue
    const [, owner, suffix] = /^v2\.users\.([\w-]+)\.(.+)$/i.exec(topic) ?? []
    if (owner && suffix && ofUser.has(suffix.toLowerCase())) {
      if (owner.toLowerCase() !== userId?.toLowerCase()) foreign = true
    } else if (ofOthers.some((pattern) => pattern.test(topic))) foreign = true
    else return { verdict: 'invalid' }
  }
  return foreign ? { verdict: 'unauthorized' } : { verdict: 'permitted', topics }
}
