/** Words of the platform for what somebody is doing, whoever it is. */
import { text } from './values'

export type SystemPresence =
  | 'onqueue'
  | 'available'
  | 'busy'
  | 'away'
  | 'break'
  | 'meal'
  | 'meeting'
  | 'training'
  | 'idle'
  | 'offline'
  | 'other'

export type RoutingStatus =
  | 'OFF_QUEUE'
  | 'IDLE'
  | 'INTERACTING'
  | 'NOT_RESPONDING'
  | 'COMMUNICATING'
  | 'other'

/** Those an agent may choose, in the order in which agents look for them. */
export const presenceOrder: readonly SystemPresence[] = [
  'onqueue',
  'available',
  'busy',
  'away',
  'break',
  'meal',
  'meeting',
  'training',
  'offline',
]

/** REST says "On Queue" or "OnQueue", events "ON_QUEUE": they are the same. */
export function systemPresence(word: unknown): SystemPresence {
  const plain = (text(word) ?? '').toLowerCase().replace(/[\s_]/g, '')
  if (plain === 'idle') return 'idle'
  return presenceOrder.find((one) => one === plain) ?? 'other'
}

export function routingStatus(word: string): RoutingStatus {
  switch (word) {
    case 'OFF_QUEUE':
    case 'IDLE':
    case 'INTERACTING':
    case 'NOT_RESPONDING':
    case 'COMMUNICATING':
      return word
    default:
      return 'other'
  }
}
