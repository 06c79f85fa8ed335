import type { Agent } from '../org/organisation'
import type { Standing } from './agents'
import { type Definition, inCapitals, type PresenceSpelling, spell } from './definitions'
import type { Absence } from './outofoffice'

const iso = (ms: number) => new Date(ms).toISOString()

/** REST: the system presence as the platform may spell it. */
export function toUserPresence(
  { id, name }: Pick<Agent, 'id' | 'name'>,
  standing: Standing,
  spelling: PresenceSpelling = 'words',
) {
  const { definition, message, modifiedDate, future } = standing
  const referTo = ({ id, systemPresence }: Definition) => ({
    id,
    systemPresence: spell(systemPresence, spelling),
    selfUri: `/api/v2/presence/definitions/${id}`,
  })
  return {
    id,
    name,
    source: 'PURECLOUD',
    primary: true,
    presenceDefinition: referTo(definition),
    ...(future && { futurePresenceDefinition: referTo(future) }),
    message,
    modifiedDate: iso(modifiedDate),
    selfUri: `/api/v2/users/${id}/presences/PURECLOUD`,
  }
}

/** Body of `v2.users.{id}.presence`: no user id, and the system presence in capitals. */
export function toPresenceEvent({ definition, message, modifiedDate, future }: Standing) {
  const referTo = ({ id, systemPresence }: Definition) => ({
    id,
    systemPresence: inCapitals(systemPresence),
  })
  return {
    source: 'PURECLOUD',
    presenceDefinition: referTo(definition),
    ...(future && { futurePresenceDefinition: referTo(future) }),
    primary: true,
    message,
    modifiedDate: iso(modifiedDate),
  }
}

export function toRoutingStatus(userId: string, { status, since }: Standing) {
  return { userId, status, startTime: iso(since) }
}

/** Body of `v2.users.{id}.routingStatus`. */
export function toRoutingStatusEvent(id: string, { status, since }: Standing) {
  return { id, routingStatus: { status, startTime: iso(since) } }
}

interface MoreActivity {
  readonly outOfOffice: { readonly active: boolean; readonly changedAt: number }
  /** The queues joined. */
  readonly queues: { readonly ids: readonly string[]; readonly changedAt: number }
}

/** Body of `v2.users.{id}.activity`: presence, routing status, queues and absence in one. */
export function toActivityEvent(
  id: string,
  standing: Standing,
  { outOfOffice, queues }: MoreActivity,
) {
  const { definition, message, modifiedDate, status, since } = standing
  return {
    id,
    routingStatus: { status, startTime: iso(since) },
    presence: {
      presenceDefinition: {
        id: definition.id,
        systemPresence: inCapitals(definition.systemPresence),
      },
      presenceMessage: message,
      modifiedDate: iso(modifiedDate),
    },
    outOfOffice: { active: outOfOffice.active, modifiedDate: iso(outOfOffice.changedAt) },
    activeQueueIds: queues.ids,
    dateActiveQueuesChanged: iso(queues.changedAt),
  }
}

function datesOf(absence: Absence | undefined) {
  const { indefinite = false, start, end } = absence ?? {}
  return {
    indefinite,
    ...(start !== undefined && { startDate: iso(start) }),
    ...(end !== undefined && { endDate: iso(end) }),
  }
}

export function toOutOfOffice(userId: string, absence: Absence | undefined, active: boolean) {
  const selfUri = `/api/v2/users/${userId}/outofoffice`
  return { id: userId, active, ...datesOf(absence), selfUri }
}

/** Body of `v2.users.{id}.outofoffice`. */
export function toOutOfOfficeEvent(userId: string, absence: Absence | undefined, active: boolean) {
  return { user: { id: userId }, active, ...datesOf(absence) }
}
