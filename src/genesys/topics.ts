/** Names of the notification topics the desk listens to. */

export type UserTopic = 'conversations' | 'presence' | 'routingStatus'

/** Every topic of one agent's own desk. */
export function topicsOf(userId: string): string[] {
  const kinds: UserTopic[] = ['conversations', 'presence', 'routingStatus']
  return kinds.map((kind) => `v2.users.${userId}.${kind}`)
}

/**
 * Which of the user's topics a frame belongs to. Genesys Cloud does not promise the casing of a
 * topic's name, and the official samples compare it in lower case.
 */
export function userTopic(topicName: string): { userId: string; kind: UserTopic } | undefined {
  const match = /^v2\.users\.([0-9a-z-]+)\.(conversations|presence|routingstatus)$/i.exec(topicName)
  if (!match?.[1] || !match[2]) return undefined
  const kind = match[2].toLowerCase()
  return {
    userId: match[1].toLowerCase(),
    kind:
      kind === 'conversations'
        ? 'conversations'
        : kind === 'presence'
          ? 'presence'
          : 'routingStatus',
  }
}
