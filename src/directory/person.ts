/** A colleague, as the directory knows one, and as a topic tells. */
import type { UserId } from '~/genesys/ids'
import {
  type RoutingStatus,
  routingStatus,
  type SystemPresence,
  systemPresence,
} from '~/genesys/presence'
import { text, time } from '~/genesys/values'
import type { AgentActivity, User } from '~/genesys/wire'

/** What somebody is doing. Times are milliseconds since the epoch, by Genesys Cloud's clock. */
export interface Doing {
  readonly presence: SystemPresence
  /** Names the organization's own word for the presence. */
  readonly definitionId?: string
  readonly presenceSince?: number
  readonly routing: RoutingStatus
  readonly routingSince?: number
  /** They have said that they are away for longer. */
  readonly outOfOffice: boolean
}

export interface Person extends Doing {
  readonly id: UserId
  readonly name: string
  readonly department: string
}

/** Undefined when there is nobody to speak of. */
export function personFromWire(wire: User): Person | undefined {
  const id = text(wire.id)
  const name = text(wire.name)
  if (!id || !name) return undefined
  const { presence, routingStatus: routing, outOfOffice } = wire
  const doing = doingFromWire({ ...wire, presence, routingStatus: routing, outOfOffice })
  return { id, name, department: text(wire.department) ?? '', ...doing }
}

/** Of the directory, or of `v2.users.{id}.activity`. */
export function doingFromWire({
  presence,
  routingStatus: routing,
  outOfOffice,
}: AgentActivity): Doing {
  const definition = presence?.presenceDefinition
  const definitionId = text(definition?.id)
  const presenceSince = time(presence?.modifiedDate)
  const routingSince = time(routing?.startTime)
  return {
    presence: systemPresence(definition?.systemPresence),
    ...(definitionId ? { definitionId } : {}),
    ...(presenceSince === undefined ? {} : { presenceSince }),
    routing: routingStatus(text(routing?.status) ?? ''),
    ...(routingSince === undefined ? {} : { routingSince }),
    outOfOffice: outOfOffice?.active === true,
  }
}
