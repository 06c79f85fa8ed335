import type { Organisation, Queue } from '../org/organisation'
import type { Channels } from './channels'

/** Body of `v2.routing.queues.{id}.users`; whoever is no member any more has not joined. */
function toMemberEvent(userId: string, queueId: string, joined: boolean) {
  return { id: userId, user: { id: userId }, queueId, joined }
}

interface Options {
  readonly org: Pick<Organisation, 'queues'>
  readonly channels: Pick<Channels, 'announce'>
}

/** Tells those who listen to a queue who of it has come, gone, joined or unjoined. */
export function createMemberships({ org, channels }: Options) {
  /** User → queue → joined, as last told. */
  const told = new Map<string, ReadonlyMap<string, boolean>>()

  function now(userId: string, queues: readonly Queue[]): Map<string, boolean> {
    return new Map(queues.map(({ id, members }) => [id, members.get(userId) ?? false]))
  }

  for (const { id, members } of org.queues) {
    for (const [userId, joined] of members) {
      told.set(userId, new Map([...(told.get(userId) ?? []), [id, joined]]))
    }
  }

  return {
    /** Something about the user has changed; `queues` are those of which the user is a member. */
    look(userId: string, queues: readonly Queue[]): void {
      const before = told.get(userId) ?? new Map<string, boolean>()
      const after = now(userId, queues)
      told.set(userId, after)
      for (const id of new Set([...before.keys(), ...after.keys()])) {
        const joined = after.get(id) ?? false
        if (before.get(id) === joined && after.has(id)) continue
        channels.announce([`v2.routing.queues.${id}.users`], () =>
          toMemberEvent(userId, id, joined),
        )
      }
    },
  }
}
