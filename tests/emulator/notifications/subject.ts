import type { World } from '../world'
import type { Subject } from './topics'

/** What a user may listen to depends on these. */
export function subjectOf(
  userId: string,
  { org, conversations }: Pick<World, 'org' | 'conversations'>,
): Subject | undefined {
  const user = org.userById.get(userId)
  if (!user) return undefined
  return {
    userId,
    permissions: user.permissions,
    hasUser: (id) => org.userById.has(id),
    hasQueue: (id) => org.queueById.has(id),
    takesPart: (id) =>
      conversations.get(id)?.participants.some((one) => one.userId === userId) ?? false,
  }
}
