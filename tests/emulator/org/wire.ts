import type { Association, Phones } from './phones'
import { stationOf } from './phones'
import type { Station, StationKind } from './stations'

/** UNSURE in the official documents, of which only the first is certain. */
const types: Readonly<Record<StationKind, string>> = {
  webrtc: 'inin_webrtc_softphone',
  sip: 'inin_physical',
  plainSip: 'inin_physical',
  remote: 'inin_remote',
}

const appearances = 8
/** The class of service that voice is marked with on its way: "expedited forwarding". */
const expeditedForwarding = 46

/** `GET /stations`: a station by itself. */
export function toStation(station: Station, phones: Phones) {
  const { id, name, description, kind, webRtcUserId } = station
  const userId = phones.userOf(id)
  return {
    id,
    name,
    description,
    status: userId === undefined ? 'AVAILABLE' : 'ASSOCIATED',
    ...(userId !== undefined && { userId }),
    ...(webRtcUserId !== undefined && { webRtcUserId }),
    type: types[kind],
    ...(kind === 'webrtc' && {
      webRtcMediaDscp: expeditedForwarding,
      webRtcPersistentEnabled: phones.isPersistent(id),
      webRtcForceTurn: false,
      webRtcRequireMediaHelper: false,
    }),
    webRtcCallAppearances: kind === 'webrtc' ? appearances : 1,
    selfUri: `/api/v2/stations/${id}`,
  }
}

/** How the wire names a user in passing. */
export type UserRef = (userId: string) => unknown

function toUserStation(
  { id, name, kind }: Station,
  phones: Phones,
  ref: UserRef,
  association?: Association,
) {
  const defaultUserId = phones.defaultUserOf(id)
  return {
    id,
    name,
    type: types[kind],
    ...(association && {
      associatedUser: ref(association.userId),
      associatedDate: new Date(association.since).toISOString(),
    }),
    ...(defaultUserId !== undefined && { defaultUser: ref(defaultUserId) }),
    webRtcCallAppearances: kind === 'webrtc' ? appearances : 1,
  }
}

/** `GET /users/{id}/station`: the stations of one user. */
export function toUserStations(userId: string, phones: Phones, ref: UserRef) {
  const association = phones.associationOf(userId)
  const form = (station: Station | undefined) =>
    station &&
    toUserStation(station, phones, ref, association?.station === station ? association : undefined)
  const all = {
    associatedStation: form(association?.station),
    effectiveStation: form(stationOf({ phones }, userId)),
    defaultStation: form(phones.defaultOf(userId)),
    lastAssociatedStation: form(phones.lastOf(userId)),
  }
  return Object.fromEntries(Object.entries(all).filter(([, station]) => station !== undefined))
}

/** Body of `v2.users.{id}.station`: empty when the user has left every station. */
export function toStationEvent(association: Association | undefined) {
  if (!association) return {}
  const { station, userId } = association
  const { id, name } = station
  return { associatedStation: { id, name, associatedUser: { id: userId } } }
}
