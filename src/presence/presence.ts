/** Presence (what the agent chose) and routing status (what the platform makes of it): two facts. */
import {
  presenceOrder,
  type RoutingStatus,
  routingStatus,
  type SystemPresence,
  systemPresence,
} from '~/genesys/presence'
import { text, time } from '~/genesys/values'
import type {
  PresenceDefinition,
  UserPresence,
  RoutingStatus as WireRoutingStatus,
} from '~/genesys/wire'
import type { OutOfOffice } from '~/genesys/wirepeople'

/** A status the organization offers. */
export interface Definition {
  readonly id: string
  readonly label: string
  readonly system: SystemPresence
  /** Defined by the organization, under a system presence. */
  readonly secondary: boolean
}

export interface Presence {
  readonly definitionId: string
  readonly system: SystemPresence
  /** Milliseconds since the epoch. */
  readonly since: number
  /** What Genesys Cloud makes of it once the work of now is done, where it lets nobody off the queue before. */
  readonly nextId?: string
  /** Genesys Cloud answered an order of this page with it. */
  readonly here?: boolean | undefined
  /** Another system that set it, as Genesys Cloud calls that: nobody at a desk of Genesys Cloud did. */
  readonly source?: string
}

export interface Routing {
  readonly status: RoutingStatus
  readonly since: number
}

export function definitionFromWire(
  wire: PresenceDefinition,
  locale: string,
): Definition | undefined {
  const id = text(wire?.id)
  if (!id || wire.deactivated) return undefined
  const label = labelFor(wire, locale)
  const system = systemPresence(wire.systemPresence)
  if (!label) return undefined
  return { id, label, system, secondary: wire.type === 'User' }
}

/** In that language and country, in that language, in English, or whatever there is: `pt_BR`, `de`, `en_US`. */
function labelFor({ languageLabels, name }: PresenceDefinition, locale: string) {
  const labels = Object(languageLabels)
  const languageOf = (one: string) => one.split(/[-_]/)[0]
  const language = languageOf(locale) ?? ''
  const kin = Object.keys(labels).find((one) => languageOf(one) === language) ?? ''
  const wanted = [locale, language, kin, 'en_US'].map((one) => labels[one])
  return [...wanted, name, ...Object.values(labels)].find(text)
}

/** What the menu offers: by system presence, the organization's own under theirs. */
export function choices(definitions: readonly Definition[]): Definition[] {
  return definitions
    .filter(({ system }) => presenceOrder.includes(system))
    .sort(
      (a, b) =>
        presenceOrder.indexOf(a.system) - presenceOrder.indexOf(b.system) ||
        Number(a.secondary) - Number(b.secondary) ||
        a.label.localeCompare(b.label),
    )
}

export function presenceFromWire(wire: UserPresence, now: number): Presence | undefined {
  const definition = wire?.presenceDefinition
  const definitionId = text(definition?.id)
  if (!definitionId) return undefined
  const nextId = text(wire.futurePresenceDefinition?.id)
  const source = text(wire.source)
  return {
    definitionId,
    ...(nextId && { nextId }),
    ...(source && source.toUpperCase() !== 'PURECLOUD' && { source }),
    system: systemPresence(definition?.systemPresence),
    since: time(wire.modifiedDate) ?? now,
  }
}

/**
 * What is told of the same status again, or with another one to follow, is no change of it: it lasts as long as it
 * did, and whoever ordered it. `isDated`: Genesys Cloud says since when.
 */
export function following(
  before: Presence | undefined,
  next: Presence,
  isDated: boolean,
): Presence {
  if (before?.definitionId !== next.definitionId) return next
  const isSame = before.nextId === next.nextId
  if (isSame && isDated && before.since !== next.since) return next
  return { ...next, since: before.since, here: before.here || (isSame && next.here) }
}

export function routingFromWire(wire: WireRoutingStatus, now: number): Routing | undefined {
  const status = text(wire?.status)
  if (!status) return undefined
  return { status: routingStatus(status), since: time(wire.startTime) ?? now }
}

/** Which absence it is: until when, in milliseconds since the epoch; empty for none. */
export const awayKey = (wire: OutOfOffice | undefined): string =>
  wire?.active ? String((!wire.indefinite && time(wire.endDate)) || 'indefinite') : ''
