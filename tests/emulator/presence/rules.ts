import type { SystemPresence } from './definitions'

export type RoutingStatus =
  | 'OFF_QUEUE'
  | 'IDLE'
  | 'INTERACTING'
  | 'NOT_RESPONDING'
  | 'COMMUNICATING'

/** What an agent is busy with. */
export interface Work {
  /** ACD conversations connected or in after-call work. */
  readonly acd: number
  /** Connected conversations that came by no queue. */
  readonly direct: number
}

/**
 * The routing status that follows from the facts: agents choose a presence, never a routing status.
 * Only `On Queue` takes part in routing; a call survives its agent's going off queue, unseen here.
 * `COMMUNICATING` is what the organisation setting "block calls when on a non-ACD call" shows.
 */
export function routingStatusOf(
  presence: SystemPresence,
  work: Work,
  notResponding: boolean,
): RoutingStatus {
  if (presence !== 'OnQueue') return 'OFF_QUEUE'
  if (work.acd > 0) return 'INTERACTING'
  if (notResponding) return 'NOT_RESPONDING'
  return work.direct > 0 ? 'COMMUNICATING' : 'IDLE'
}

/** Whether an agent who let a call ring still counts as not responding after choosing `presence`. */
export function staysNotResponding(notResponding: boolean, presence: SystemPresence): boolean {
  return notResponding && presence === 'OnQueue'
}
