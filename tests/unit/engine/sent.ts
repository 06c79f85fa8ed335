import type { Clock } from '~/clock'
import type { Sent } from '~/engine/meter'
import { createUsage } from '~/engine/usage'
import type { Failure } from '~/genesys/errors'
import type { Lane } from '~/genesys/operation'
import type { Use } from '~/protocol/health'

/** A request that is over: it took 100 ms, and went well unless something else is said. */
export function sent(change: Partial<Sent> = {}): Sent {
  return {
    ...{ operation: 'getConversation', lane: 'screen', attempt: 1 },
    ...{ at: 1_800_000_000_000, waited: 0, took: 100 },
    ...change,
  }
}

/** An allowance of 60 a minute, used by what is noted. */
export function countedUse(clock: Clock) {
  const usage = createUsage()
  const used = (lane: Lane) => usage.of(lane, clock.now())
  return {
    note: (lane: Lane) => usage.note(lane, clock.now()),
    use: (): Use => {
      const all = { action: used('action'), screen: used('screen'), background: used('background') }
      return {
        ...{ perMinute: 60, allowance: 60, used: all, pausedFor: 0, foreign: 0, source: 'counted' },
        left: Math.max(0, 60 - all.action - all.screen - all.background),
        waiting: { action: 0, screen: 0, background: 0 },
      }
    },
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
