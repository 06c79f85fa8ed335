import type { World } from '../world'
import type { Subject } from './topics'

interface Owner {
  readonly userId?: string
  readonly clientId: string
}

/** What an owner may listen to depends on these; a client without a user has permissions of its own. */
export function subjectOf(
  { userId, clientId }: Owner,
  { org, conversations, clients }: Pick<World, 'org' | 'conversations' | 'clients'>,
): Subject {
  const holder =
    userId === undefined ? clients.find(({ id }) => id === clientId) : org.userById.get(userId)
  const isIn = (id: string) =>
    conversations.get(id)?.participants.some((one) => one.userId === userId) ?? false
  return {
    ...(userId !== undefined && { userId }),
    permissions: holder?.permissions ?? [],
    hasUser: (id) => org.userById.has(id),
    hasQueue: (id) => org.queueById.has(id),
    takesPart: (id) => userId !== undefined && isIn(id),
  }
}
