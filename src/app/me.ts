/** Who is signed in. */

import type { UserId } from '~/genesys/ids'
import { text } from '~/genesys/values'
import type { User } from '~/genesys/wire'
import { t } from '~/language'

export interface Me {
  readonly id: UserId
  readonly name: string
  readonly organization: string
  readonly organizationId: string
  /** The organization's own, such as `DE`; empty when it does not say. */
  readonly country: string
  /** None at all: they were not told, and nothing is known of what they forbid. */
  readonly permissions: ReadonlySet<string>
}

export function meFromWire(wire: User): Me | undefined {
  const id = text(wire?.id)
  if (!id) return undefined
  const permissions = wire.authorization?.permissions
  return {
    id,
    name: text(wire.name) ?? t`Unnamed agent`,
    organization: text(wire.organization?.name) ?? '',
    organizationId: text(wire.organization?.id) ?? '',
    country: text(wire.organization?.defaultCountryCode) ?? '',
    permissions: new Set(Array.isArray(permissions) ? permissions : []),
  }
}
