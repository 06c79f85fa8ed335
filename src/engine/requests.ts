/** How one sign-in's requests go out: together under one limit, and counted in one place. */
import { createHealth, type HealthWatch } from './health'
import { createHttp, type Http, type HttpParts } from './http'
import { countedUse } from './meteruse'
import { createSingle, type Single } from './single'
import { createThrottle, type Throttle } from './throttle'

export interface Requests {
  readonly http: Http
  readonly single: Single
  readonly throttle: Throttle
  readonly health: HealthWatch
}

export function createRequests(
  parts: Omit<HttpParts, 'throttle'> & { readonly perMinute: number },
): Requests {
  const { clock } = parts
  const throttle = createThrottle(clock, parts.perMinute)
  const health = createHealth({
    clock,
    use: (used) => countedUse(parts.perMinute, used, throttle.paused()),
  })
  const fetch = health.fetching(parts.fetch)
  return {
    ...{ throttle, health },
    http: createHttp({ ...parts, fetch, throttle, onSent: health.note }),
    single: createSingle({ clock, fetch, throttle }),
  }
}
