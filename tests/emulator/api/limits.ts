import { bytesMax } from '../http/intake'
import { type LimitSettings, officialLimits } from '../limits/settings'
import { type Ask, type Handler, ok, param } from './ask'
import { Refused } from './errors'

const namespace = 'platform.api'

/** UNSURE in the official documents: which namespaces can be seen; here, the one that is kept to. */
function listing(ask: Ask, { token, userApp }: LimitSettings) {
  const wanted = param(ask, 'namespaceName')
  if (wanted !== namespace) throw new Refused('invalid.value', wanted, 'namespaceName', namespace)
  const values = {
    'client.credentials.token.rate.per.minute': token,
    'org.app.user.rate.per.minute': userApp,
    'request.bytes.max': bytesMax,
    'token.rate.per.minute': token,
  }
  const entities = Object.entries(values).flatMap(([key, value]) =>
    value === null ? [] : [{ key, namespace, value }],
  )
  return ok({ entities })
}

/** The limits of the organisation, as clients may ask for them. */
export const limitHandlers = {
  getOrganizationsLimitsNamespace: (ask) => listing(ask, ask.world.limits.settings),
  getOrganizationsLimitsNamespaceDefaults: (ask) => listing(ask, officialLimits),
} satisfies Record<string, Handler>
