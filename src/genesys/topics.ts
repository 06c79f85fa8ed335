/** Names of the notification topics the desk listens to. */

const kinds = ['conversations', 'presence', 'routingStatus', 'outofoffice', 'station'] as const

export type UserTopic = (typeof kinds)[number]

/** Every topic of one agent's own desk. */
export const topicsOf = (userId: string): string[] =>
  kinds.map((kind) => `v2.users.${userId}.${kind}`)

/**
 * Which of the user's topics a frame belongs to. Genesys Cloud does not promise the casing of a
 * topic's name, and the official samples compare it in lower case.
 */
export function userTopic(topicName: string): { userId: string; kind: UserTopic } | undefined {
  const [, userId, name] = /^v2\.users\.([0-9a-z-]+)\.([a-z]+)$/i.exec(topicName) ?? []
  const kind = kinds.find((one) => one.toLowerCase() === name?.toLowerCase())
  return userId && kind ? { userId: userId.toLowerCase(), kind } : undefined
}

/** What a colleague does: presence and routing status in one. */
export const activityOf = (userId: string) => `v2.users.${userId.toLowerCase()}.activity`

/** What a page may have itself told of, and nothing else: colleagues' activity. */
export const isWatchable = (topic: unknown): topic is string =>
  typeof topic === 'string' && /^v2\.users\.[0-9a-z-]{1,64}\.activity$/.test(topic)

/** Of one page at once: as many as are on the largest screen. */
export const mostWatched = 200
