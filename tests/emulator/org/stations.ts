import type { Random } from '../random'
import type { Agent } from './organisation'

/**
 * What stands on an agent's desk: a WebRTC phone in the browser, a SIP phone that understands talk and
 * hold events, one that does not, or a remote number that is rung from outside.
 */
export const stationKinds = ['webrtc', 'sip', 'plainSip', 'remote'] as const
export type StationKind = (typeof stationKinds)[number]

export interface Station {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly kind: StationKind
  /** Whose WebRTC phone it is: nobody else may use it. */
  readonly webRtcUserId?: string
}

/**
 * Whether a ringing call on this phone can be answered by API. A WebRTC phone and a remote number have to
 * be held open by a persistent connection; a SIP phone has to understand the talk event.
 */
export function answerableByApi(station: Pick<Station, 'kind'>, connected: boolean): boolean {
  if (station.kind === 'sip') return true
  return station.kind !== 'plainSip' && connected
}

/** Phones that anybody may choose, as many of each kind as there are rooms to sit in. */
const shared: readonly Omit<Station, 'id'>[] = [
  { name: 'Meeting room', description: 'With talk and hold events', kind: 'sip' },
  { name: 'Reception', description: 'With talk and hold events', kind: 'sip' },
  { name: 'Warehouse', description: 'Without talk and hold events', kind: 'plainSip' },
  { name: 'Workshop', description: 'Without talk and hold events', kind: 'plainSip' },
  { name: 'Home office 1', description: 'Remote number', kind: 'remote' },
  { name: 'Home office 2', description: 'Remote number', kind: 'remote' },
]

/** Every agent's own WebRTC phone, and those that are shared. */
export function makeStations(random: Random, users: readonly Agent[]): Station[] {
  const own = users.map(({ id, stationId, name }) => ({
    id: stationId,
    name: `${name} WebRTC`,
    description: 'In the browser',
    kind: 'webrtc' as const,
    webRtcUserId: id,
  }))
  return [...own, ...shared.map((station) => ({ id: random.uuid(), ...station }))]
}
