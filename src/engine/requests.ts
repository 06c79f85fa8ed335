/** How one sign-in's requests go out: together under one limit, and counted in one place. */
import type { RateLimits } from '~/config/ratelimit'
import { createHttp, type Http, type HttpParts } from './http'
import { createSingle, type Single } from './single'
import { createThrottle, type Throttle } from './throttle'

export interface Requests {
  readonly http: Http
  readonly single: Single
  readonly throttle: Throttle
}

export function createRequests(
  parts: Omit<HttpParts, 'throttle'> & {
    readonly limits: RateLimits
    readonly random: () => number
  },
): Requests {
  const { clock, fetch } = parts
  const throttle = createThrottle(clock, parts.limits, parts.random)
  return {
    throttle,
    http: createHttp({ ...parts, throttle }),
    single: createSingle({ clock, fetch, throttle }),
  }
}
