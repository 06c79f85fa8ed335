/** How one sign-in's requests go out: together under one limit, and counted in one place. */
import type { Config } from '~/config/config'
import { type Circuit, createCircuit } from './circuit'
import { createHealth, type HealthWatch } from './health'
import { createHttp, type Http, type HttpParts } from './http'
import { createSingle, type Single } from './single'
import { createThrottle } from './throttle'

export interface Requests {
  readonly http: Http
  readonly single: Single
  readonly health: HealthWatch
  /** Forgets what waits for its turn. */
  clear(): void
  /** The network is back. */
  online(): void
}

export function createRequests(
  parts: Omit<HttpParts, 'throttle' | 'circuit' | 'onSent'> & { readonly config: Config },
): Requests {
  const { clock, random, config } = parts
  const throttle = createThrottle(clock, config.limits, random)
  const circuits = new Map<string, Circuit>()
  const circuit = (api: string) => {
    const one = circuits.get(api) ?? createCircuit(clock, random)
    circuits.set(api, one)
    return one
  }
  const health = createHealth({
    clock,
    use: throttle.use,
    circuit: () => circuit(parts.api()).state(),
  })
  const fetch = health.fetching(parts.fetch)
  const means = {
    clock,
    fetch,
    random,
    throttle,
    circuit,
    onSent: health.note,
    onUnsent: health.unsent,
  }
  return {
    health,
    clear: throttle.clear,
    http: createHttp({ ...parts, ...means }),
    single: createSingle(means),
    online() {
      for (const one of circuits.values()) one.tryNow()
    },
  }
}
