/** How many requests may go out: `rateLimit` of config.json. */
import { isOperationName, type OperationName } from '~/genesys/operations'
import { checkNumber, isObject, refuseUnknown, type Wrong } from './check'

/** Requests in any 60 seconds. */
export interface RateLimits {
  /** Of this browser's token. */
  readonly perMinute: number
  /** Of the user with this OAuth client, whatever the token. */
  readonly perUser: number
  /** Of single operations that have a limit of their own. */
  readonly endpoints: readonly EndpointLimit[]
}

export interface EndpointLimit {
  readonly operation: OperationName
  readonly perMinute: number
}

const standard: RateLimits = { perMinute: 60, perUser: 3000, endpoints: [] }

export function checkRateLimit(value: unknown, wrong: Wrong): RateLimits {
  if (value === undefined) return standard
  if (!isObject(value)) return wrong('rateLimit', 'must be { "perMinute": 60 }') ?? standard
  refuseUnknown(value, ['perMinute', 'perUser', 'endpoints'], 'rateLimit.', wrong)
  const many = (key: 'perMinute' | 'perUser') =>
    checkNumber(value[key], `rateLimit.${key}`, [10, 3000], wrong, standard[key])
  return {
    perMinute: many('perMinute'),
    perUser: many('perUser'),
    endpoints: checkEndpoints(value.endpoints, wrong),
  }
}

function checkEndpoints(value: unknown, wrong: Wrong): EndpointLimit[] {
  const where = 'rateLimit.endpoints'
  if (value === undefined) return []
  if (!Array.isArray(value))
    return wrong(where, 'must be a list: [ { "operation", "perMinute" } ]') ?? []
  const endpoints = value.flatMap((one: unknown, index) => {
    const { operation, perMinute, ...rest } = { ...Object(one) } as Record<string, unknown>
    const own = `${where}[${index}].`
    refuseUnknown(rest, [], own, wrong)
    if (perMinute === undefined) return wrong(`${own}perMinute`, 'is missing') ?? []
    const most = checkNumber(perMinute, `${own}perMinute`, [1, 3000], wrong, 1)
    if (isOperationName(operation)) return { operation, perMinute: most }
    return wrong(`${own}operation`, 'must be an operation of docs/scopes.md') ?? []
  })
  if (new Set(endpoints.map(({ operation }) => operation)).size < endpoints.length)
    wrong(where, 'must name each operation once')
  return endpoints
}
