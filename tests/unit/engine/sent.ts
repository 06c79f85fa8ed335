import type { Sent } from '~/engine/http'
import type { Failure } from '~/genesys/errors'

/** A request that is over: it took 100 ms, and went well unless something else is said. */
export function sent(change: Partial<Sent> = {}): Sent {
  return {
    ...{ operation: 'getConversation', lane: 'screen', attempt: 1 },
    ...{ at: 1_800_000_000_000, waited: 0, took: 100 },
    ...change,
  }
}

export const refused = (status: number, code = 'some.code', message = 'Some words.'): Failure => ({
  ...{ kind: 'refused', outcome: 'refused', operation: 'getConversation', status, code, message },
})
export const limited: Failure = {
  ...{ kind: 'rate-limited', outcome: 'refused', status: 429, retryAfter: 30 },
  operation: 'getConversation',
}
export const unauthorized: Failure = {
  ...{ kind: 'signed-out', outcome: 'refused', refused: true, operation: 'getConversation' },
}
export const down = (status?: number): Failure => ({
  ...{ kind: 'unreachable', outcome: 'unknown', cause: status ? 'server' : 'network' },
  ...{ operation: 'getConversation', ...(status ? { status } : {}) },
})
