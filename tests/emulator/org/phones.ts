import type { Clock } from '~/clock'
import type { Agent } from './organisation'
import { answerableByApi, type Station, type StationKind } from './stations'

/** A station in somebody's use. */
export interface Association {
  readonly station: Station
  readonly userId: string
  readonly since: number
}

export type PhoneRefusal =
  | 'userservice.station.notfound'
  | 'userservice.stationalreadyassociated'
  | 'userservice.stationalreadyhasdefaultuser'

/** Calls of queues are taken by the phone, all calls by Genesys Cloud's own desktop, or none. */
export const autoAnswers = ['off', 'phone', 'desktop'] as const
export type AutoAnswer = (typeof autoAnswers)[number]

/** Which phone everybody uses, and which of them a persistent connection holds open. */
export interface Phones {
  all(): readonly Station[]
  get(stationId: string): Station | undefined
  /** The station somebody uses now, and since when. */
  associationOf(userId: string): Association | undefined
  lastOf(userId: string): Station | undefined
  defaultOf(userId: string): Station | undefined
  /** Who uses the station now. */
  userOf(stationId: string): string | undefined
  defaultUserOf(stationId: string): string | undefined
  isConnected(stationId: string): boolean
  associate(userId: string, stationId: string): PhoneRefusal | undefined
  disassociate(userId: string): void
  setDefault(userId: string, stationId: string): PhoneRefusal | undefined
  clearDefault(userId: string): void
  /** The persistent connection comes up, or goes. */
  connect(stationId: string, connected: boolean): void
  /** Whether a WebRTC phone is set up to keep a persistent connection at all. */
  isPersistent(stationId: string): boolean
  setPersistent(stationId: string, persistent: boolean): void
  /** Who answers a user's calls without being asked. */
  autoAnswerOf(userId: string): AutoAnswer
  setAutoAnswer(userId: string, by: AutoAnswer): void
  /** Gives a user a free phone of a kind, or none at all; false when all are taken. */
  give(userId: string, kind: StationKind | 'none'): boolean
}

interface Options {
  readonly clock: Clock
  readonly users: readonly Agent[]
  readonly stations: readonly Station[]
  readonly changed: (userId: string) => void
}

export function createPhones({ clock, users, stations, changed }: Options): Phones {
  const byId = new Map(stations.map((station) => [station.id, station]))
  const associations = new Map<string, Association>()
  const last = new Map<string, Station>()
  const defaults = new Map<string, Station>()
  /** Station id → user id. */
  const usedBy = new Map<string, string>()
  const defaultOf = new Map<string, string>()
  const connected = new Set<string>()
  const passing = new Set<string>()
  const takers = new Map<string, AutoAnswer>()

  // Everybody comes to work with the own phone, ready to be answered by API.
  for (const { id: userId, stationId } of users) {
    const station = byId.get(stationId)
    if (!station) continue
    associations.set(userId, { station, userId, since: clock.now() })
    usedBy.set(stationId, userId)
    defaults.set(userId, station)
    defaultOf.set(stationId, userId)
    connected.add(stationId)
  }

  function release(userId: string): void {
    const held = associations.get(userId)
    if (!held) return
    associations.delete(userId)
    usedBy.delete(held.station.id)
    last.set(userId, held.station)
  }

  function associate(userId: string, stationId: string): PhoneRefusal | undefined {
    const station = byId.get(stationId)
    if (!station) return 'userservice.station.notfound'
    const owner = station.webRtcUserId ?? userId
    if (owner !== userId || (usedBy.get(stationId) ?? userId) !== userId) {
      return 'userservice.stationalreadyassociated'
    }
    if (associations.get(userId)?.station === station) return undefined
    release(userId)
    associations.set(userId, { station, userId, since: clock.now() })
    usedBy.set(stationId, userId)
    changed(userId)
    return undefined
  }

  function disassociate(userId: string): void {
    if (!associations.has(userId)) return
    release(userId)
    changed(userId)
  }

  function clearDefault(userId: string): void {
    const station = defaults.get(userId)
    if (station) defaultOf.delete(station.id)
    defaults.delete(userId)
  }

  return {
    all: () => stations,
    get: (stationId) => byId.get(stationId),
    associationOf: (userId) => associations.get(userId),
    lastOf: (userId) => last.get(userId),
    defaultOf: (userId) => defaults.get(userId),
    userOf: (stationId) => usedBy.get(stationId),
    defaultUserOf: (stationId) => defaultOf.get(stationId),
    isConnected: (stationId) => connected.has(stationId),
    associate,
    disassociate,
    setDefault(userId, stationId) {
      const station = byId.get(stationId)
      if (!station) return 'userservice.station.notfound'
      if ((defaultOf.get(stationId) ?? userId) !== userId) {
        return 'userservice.stationalreadyhasdefaultuser'
      }
      clearDefault(userId)
      defaults.set(userId, station)
      defaultOf.set(stationId, userId)
      return undefined
    },
    clearDefault,
    connect(stationId, up) {
      if (up) connected.add(stationId)
      else connected.delete(stationId)
    },
    isPersistent: (stationId) => !passing.has(stationId),
    setPersistent(stationId, persistent) {
      if (persistent) passing.delete(stationId)
      else {
        passing.add(stationId)
        connected.delete(stationId)
      }
    },
    autoAnswerOf: (userId) => takers.get(userId) ?? 'off',
    setAutoAnswer: (userId, by) => void takers.set(userId, by),
    give(userId, kind) {
      if (kind === 'none') {
        clearDefault(userId)
        disassociate(userId)
        return true
      }
      if (associations.get(userId)?.station.kind === kind) return true
      const free = stations.find(
        ({ id, kind: have, webRtcUserId = userId }) =>
          have === kind && webRtcUserId === userId && !usedBy.has(id),
      )
      return free !== undefined && associate(userId, free.id) === undefined
    },
  }
}

/** The phone a user's calls ring on: the one chosen, else the default one. */
export function stationOf(world: { readonly phones: Phones }, userId: string): Station | undefined {
  return world.phones.associationOf(userId)?.station ?? world.phones.defaultOf(userId)
}

/** Whether the user's phone would take an answer by API now. */
export function canAnswerByApi(world: { readonly phones: Phones }, userId: string): boolean {
  const station = stationOf(world, userId)
  return station !== undefined && answerableByApi(station, world.phones.isConnected(station.id))
}

/** Whether there is a phone to place calls with. */
export function hasStation(world: { readonly phones: Phones }, userId: string): boolean {
  return stationOf(world, userId) !== undefined
}
