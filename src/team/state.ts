/** What a colleague does, for finding and sorting: presence and routing status are two facts, and stay so. */
import type { RoutingStatus, SystemPresence } from '~/genesys/presence'
import type { Doing } from '~/transfer/destination'

export type Show = 'anybody' | SystemPresence
export type Sort = 'name' | 'state' | 'time'

/** Whoever is nearest to a call first. */
const routings: readonly RoutingStatus[] = [
  'IDLE',
  'INTERACTING',
  'COMMUNICATING',
  'NOT_RESPONDING',
]
const presences: readonly SystemPresence[] = [
  'onqueue',
  'available',
  'busy',
  'meeting',
  'training',
  'away',
  'break',
  'meal',
  'idle',
  'other',
  'offline',
]

/** It says more than the presence: a call is near, or here. */
export const isEngaged = ({ presence, routing }: Doing) =>
  presence !== 'offline' && routings.includes(routing)

/** Milliseconds since the epoch: since when it is as it is. */
export const sinceOf = (doing: Doing): number | undefined =>
  isEngaged(doing) ? (doing.routingSince ?? doing.presenceSince) : doing.presenceSince

export const fits = (doing: Doing | undefined, show: Show) =>
  show === 'anybody' || doing?.presence === show

/** The smaller, the nearer to the top; of equal ones the order of names decides. Nothing known: last of all. */
export function keyOf(doing: Doing | undefined, sort: Sort): number {
  if (sort === 'name') return 0
  if (!doing) return Number.POSITIVE_INFINITY
  const since = sinceOf(doing) ?? latest
  // How long somebody has been gone is of no use to anybody: they come last.
  if (sort === 'time') return doing.presence === 'offline' ? latest + since : since
  return isEngaged(doing)
    ? routings.indexOf(doing.routing)
    : routings.length + presences.indexOf(doing.presence)
}

/** Milliseconds since the epoch that are later than any. */
const latest = 10 ** 14
