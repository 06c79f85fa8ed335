import type { Clock } from '~/clock'
import type { Organisation } from './organisation'

/** Who works for which queue. Queues are read everywhere; only here is it changed. */
export interface Membership {
  /** When the queues somebody is joined to last changed. */
  changedAt(userId: string): number
  /** Joins or leaves a queue one belongs to; false when one does not. */
  join(userId: string, queueId: string, joined: boolean): boolean
  /** Makes somebody a member, joined from the start. */
  add(userId: string, queueId: string): void
  remove(userId: string, queueId: string): boolean
}

interface Options {
  readonly clock: Clock
  readonly org: Organisation
  readonly changed: (userId: string, queueId: string) => void
}

export function createMembership({ clock, org, changed }: Options): Membership {
  const start = clock.now()
  const changes = new Map<string, number>()

  function membersOf(queueId: string): Map<string, boolean> {
    const members = org.queueById.get(queueId)?.members
    if (!(members instanceof Map)) throw new Error(`No queue ${queueId}`)
    return members
  }

  function tell(userId: string, queueId: string): void {
    changes.set(userId, clock.now())
    changed(userId, queueId)
  }

  function join(userId: string, queueId: string, joined: boolean): boolean {
    const members = membersOf(queueId)
    if (!members.has(userId)) return false
    if (members.get(userId) !== joined) {
      members.set(userId, joined)
      tell(userId, queueId)
    }
    return true
  }

  return {
    changedAt: (userId) => changes.get(userId) ?? start,
    join,
    add(userId, queueId) {
      const members = membersOf(queueId)
      if (members.has(userId)) return
      members.set(userId, true)
      org.membersChanged()
      tell(userId, queueId)
    },
    remove(userId, queueId) {
      const joined = membersOf(queueId).get(userId)
      if (!membersOf(queueId).delete(userId)) return false
      org.membersChanged()
      if (joined) tell(userId, queueId)
      else changed(userId, queueId)
      return true
    },
  }
}
