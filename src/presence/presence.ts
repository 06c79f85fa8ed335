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
  const labels = wire.languageLabels ?? {}
  const label = [labels[locale], labels.en_US, wire.name, ...Object.values(labels)].find(text)
  const system = systemPresence(wire.systemPresence)
  if (!label) return undefined
  return { id, label, system, secondary: wire.type === 'User' }
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
  return {
    definitionId,
    system: systemPresence(definition?.systemPresence),
    since: time(wire.modifiedDate) ?? now,
  }
}

export function routingFromWire(wire: WireRoutingStatus, now: number): Routing | undefined {
  const status = text(wire?.status)
  if (!status) return undefined
  return { status: routingStatus(status), since: time(wire.startTime) ?? now }
}
