import type { World } from '../world'
import type { Subject } from './topics'

/** What a user may listen to depends on these; a client without a user has no permissions. */
export function subjectOf(
  userId: string | undefined,
  { org, conversations }: Pick<World, 'org' | 'conversations'>,
): Subject {
  const isIn = (id: string) =>
    conversations.get(id)?.participants.some((one) => one.userId === userId) ?? false
  return {
    ...(userId !== undefined && { userId }),
    permissions: org.userById.get(userId ?? '')?.permissions ?? [],
    hasUser: (id) => org.userById.has(id),
    hasQueue: (id) => org.queueById.has(id),
    takesPart: (id) => userId !== undefined && isIn(id),
  }
}
