/** A colleague, as the directory knows one. */
import type { UserId } from '~/genesys/ids'
import {
  type RoutingStatus,
  routingStatus,
  type SystemPresence,
  systemPresence,
} from '~/genesys/presence'
import { text } from '~/genesys/values'
import type { User } from '~/genesys/wire'

export interface Person {
  readonly id: UserId
  readonly name: string
  readonly department: string
  readonly presence: SystemPresence
  /** Names the organization's own word for the presence. */
  readonly definitionId?: string
  readonly routing: RoutingStatus
}

/** Undefined when there is nobody to speak of. */
export function personFromWire(wire: User): Person | undefined {
  const id = text(wire.id)
  const name = text(wire.name)
  if (!id || !name) return undefined
  const definition = wire.presence?.presenceDefinition
  const definitionId = text(definition?.id)
  return {
    id,
    name,
    department: text(wire.department) ?? '',
    presence: systemPresence(definition?.systemPresence),
    ...(definitionId ? { definitionId } : {}),
    routing: routingStatus(text(wire.routingStatus?.status) ?? ''),
  }
}
