import type { Agent } from '../org/organisation'
import type { Standing } from './agents'
import { type Definition, inCapitals, inWords } from './definitions'

const iso = (ms: number) => new Date(ms).toISOString()

export function toDefinition({ id, label, type, systemPresence }: Definition) {
  return {
    id,
    name: label,
    type,
    languageLabels: { en_US: label },
    systemPresence,
    divisionId: '*',
    deactivated: false,
    selfUri: `/api/v2/presence/definitions/${id}`,
  }
}

/** REST: the system presence in words. */
export function toUserPresence({ id, name }: Agent, standing: Standing) {
  const { definition, message, modifiedDate } = standing
  return {
    id,
    name,
    source: 'PURECLOUD',
    primary: true,
    presenceDefinition: {
      id: definition.id,
      systemPresence: inWords(definition.systemPresence),
      selfUri: `/api/v2/presence/definitions/${definition.id}`,
    },
    message,
    modifiedDate: iso(modifiedDate),
    selfUri: `/api/v2/users/${id}/presences/PURECLOUD`,
  }
}

/** Body of `v2.users.{id}.presence`: no user id, and the system presence in capitals. */
export function toPresenceEvent({ definition, message, modifiedDate }: Standing) {
  const { id, systemPresence } = definition
  return {
    source: 'PURECLOUD',
    presenceDefinition: { id, systemPresence: inCapitals(systemPresence) },
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

/** Body of `v2.users.{id}.activity`: presence and routing status in one. */
export function toActivityEvent(id: string, standing: Standing, activeQueueIds: readonly string[]) {
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
    outOfOffice: { active: false, modifiedDate: iso(modifiedDate) },
    activeQueueIds,
    dateActiveQueuesChanged: iso(modifiedDate),
  }
}
