import { isRinging, waitingIn } from '../conversation/facts'
import type { World } from '../world'
import { inOrder } from './offering'

/** What a call takes, as a simple prediction has it. */
const handleSeconds = 180

/** The calls that wait in a queue, in the order they are served. */
export function waitingFor(queueId: string, { conversations }: World) {
  const waiting = conversations.waitingIn(queueId).flatMap((conversation) => {
    const wait = waitingIn(conversation)
    const { id, priority } = conversation
    return wait ? [{ id, priority, since: wait.since }] : []
  })
  return inOrder(waiting)
}

/** The joined members of a queue who are on queue, and how many of them could take a call now. */
export function staffOf(queueId: string, { org, agents, conversations }: World) {
  const members = [...(org.queueById.get(queueId)?.members ?? [])]
  const onQueue = members.flatMap(([userId, joined]) => {
    const standing = agents.of(userId)
    return joined && standing && standing.status !== 'OFF_QUEUE' ? [{ userId, standing }] : []
  })
  const free = onQueue.filter(
    ({ userId, standing }) =>
      standing.status === 'IDLE' &&
      !conversations.ofUser(userId).some((one) => isRinging(userId, one)),
  )
  return { onQueue: onQueue.length, free: free.length }
}

/**
 * How long a call would wait: nothing while somebody is free, else as long as those before it take.
 * Nobody on queue: nobody knows.
 */
export function estimatedWait(queueId: string, ahead: number, world: World): number | undefined {
  const { onQueue, free } = staffOf(queueId, world)
  if (onQueue === 0) return undefined
  if (free > ahead) return 0
  return Math.ceil(((ahead + 1 - free) * handleSeconds) / onQueue)
}
