/**
 * Leave to send: never more than the platform takes, and an agent's action first. What may be sent is
 * counted in limits.ts, who is next stands in waiting.ts, and reserve.ts says when; here they meet a clock.
 */
import type { Clock } from '~/clock'
import type { RateLimits } from '~/config/ratelimit'
import type { Lane } from '~/genesys/operation'
import type { OperationName } from '~/genesys/operations'
import type { Use } from '~/protocol/health'
import { createLimits, type Told } from './limits'
import { type Count, free, fullyKept, keptOf, minute, minutesFor, placeAt, readAt } from './reserve'
import { createUsage } from './usage'
import { createWaiting, lanes, type Waiter } from './waiting'

export type { Told } from './limits'

export interface Wish {
  readonly operation: OperationName
  readonly lane: Lane
  /** Milliseconds it may wait. */
  readonly patience: number
  /** Who asks: those of one lane take turns. */
  readonly source?: unknown
  /** Nobody waits for it any more: it leaves the queue. */
  readonly signal?: AbortSignal | undefined
}

/** One of the two is to be called, once. */
export interface Leave {
  /** The request is over. */
  done(told?: Told): void
  /** It did not go out after all. */
  unused(): void
}

export interface Throttle {
  /**
   * Resolves with leave to send one request now. Undefined: patience ran out, nobody waits, or it was
   * cleared; it must not be sent.
   */
  enter(wish: Wish): Promise<Leave | undefined>
  /** Milliseconds until the platform listens (to this operation) again. */
  paused(operation?: OperationName): number
  /** Forgets who waits: each is told not to send. */
  clear(): void
  /** For the health view. */
  use(): Use
}

/** Of the allowance: what goes out without waiting for answers, where there is no hurry or others use it too. */
const unasked = 0.6
/** Reads on their way beyond that: so many at most are refused before the first refusal is known. */
const fewest = 2
/** Reads on their way beyond that where two minutes are needed; fewer the less a second matters. */
const hurry = 8
/** Milliseconds after a pause within which reads begin, not all clients at one moment, and how long slowly. */
const jitter = 1_000
const slowly = 5_000

export function createThrottle(
  clock: Clock,
  rateLimits: RateLimits,
  random: () => number = () => 0.5,
): Throttle {
  const limits = createLimits(rateLimits)
  const waiting = createWaiting()
  const usage = createUsage()
  const leaves = new Map<Waiter, (leave: Leave | undefined) => void>()
  let cancelWake = () => {}
  let isDue = false
  /** When reads begin again after the last pause. */
  let readsFrom = 0

  function settle(waiter: Waiter, leave?: Leave) {
    waiting.drop(waiter)
    const resolve = leaves.get(waiter)
    leaves.delete(waiter)
    resolve?.(leave)
  }

  function grant(waiter: Waiter, now: number) {
    const taken = limits.take(waiter.operation)
    usage.note(waiter.lane, now)
    let isOver = false
    const once = (end: () => void) => {
      if (isOver) return
      isOver = true
      end()
    }
    settle(waiter, {
      done: (told = {}) => once(() => answered(limits.answered(taken, told, clock.now()), told)),
      unused: () =>
        once(() => {
          limits.giveBack(taken)
          soon()
        }),
    })
  }

  function answered(alone: OperationName | undefined, { status }: Told) {
    if (status === 429) {
      if (!alone) readsFrom = limits.pausedUntil() + random() * jitter
      // What the pause outlasts need not wait for its end.
      const until = limits.pausedUntil(alone)
      for (const waiter of waiting.all(alone)) if (waiter.until <= until) settle(waiter)
    }
    soon()
  }

  /** How many may be on their way before a further read goes. */
  function mayPend({ limit, pending, returns }: Count, demand: number, now: number): number {
    if (now < readsFrom + slowly) return fewest
    if (pending + returns.length < Math.max(unasked * limit, limits.proven(now))) return limit
    if (limits.foreign(now) > 0) return fewest
    const minutes = minutesFor(limit, demand)
    return minutes > 1 ? Math.max(fewest, Math.floor(hurry / (minutes - 1))) : limit
  }

  /** When the next of this lane may go, as far as what all share is concerned. */
  function laneAt(lane: Lane, count: Count, now: number): number {
    if (lane === 'action') return Math.max(limits.pausedUntil(), placeAt(count, now))
    if (now < readsFrom) return readsFrom
    const { limit, pending, returns } = count
    const demand = pending + returns.length + waiting.count('action') + waiting.count('screen')
    if (pending >= mayPend(count, demand, now))
      return now < readsFrom + slowly ? readsFrom + slowly : Number.POSITIVE_INFINITY
    return readAt(count, lane === 'screen' ? keptOf(limit, demand) : fullyKept(limit), now)
  }

  function expire(now: number) {
    // A timer may come later than this, on a machine that has just woken up.
    const over = Math.max(now, limits.pausedUntil())
    for (let first = waiting.soonest(); first; first = waiting.soonest()) {
      if (first.until > over) return
      settle(first)
    }
  }

  /** Lets everybody go who may, and answers when to look again. */
  function pump(now: number): number {
    let again = waiting.soonest()?.until ?? Number.POSITIVE_INFINITY
    for (const lane of lanes) {
      const isFree = (operation: OperationName) => {
        const at = limits.ownAt(operation, now)
        if (at > now) again = Math.min(again, at)
        return at <= now
      }
      for (let first = waiting.first(lane, isFree); first; first = waiting.first(lane, isFree)) {
        const at = laneAt(lane, limits.shared(now), now)
        if (at > now) return Math.min(again, at, limits.toldUntil(now))
        grant(first, now)
      }
    }
    return again
  }

  function run() {
    isDue = false
    cancelWake()
    cancelWake = () => {}
    const now = clock.now()
    expire(now)
    const again = pump(now)
    // Never so long that a timer overflows, whatever the platform said.
    if (again < Number.POSITIVE_INFINITY)
      cancelWake = clock.after(Math.min(Math.max(1, again - now), minute), run)
  }

  /** Once all that is asked for in one turn is known: how much may go at once depends on how much waits. */
  function soon() {
    if (isDue) return
    isDue = true
    queueMicrotask(() => isDue && run())
  }

  const byLane = (count: (lane: Lane) => number) => ({
    action: count('action'),
    screen: count('screen'),
    background: count('background'),
  })

  const paused = (operation?: OperationName) =>
    Math.max(0, limits.pausedUntil(operation) - clock.now())

  return {
    enter: ({ operation, lane, patience, source, signal }) =>
      new Promise((resolve) => {
        const until = clock.now() + patience
        if (signal?.aborted || patience <= 0 || until <= limits.pausedUntil(operation))
          return resolve(undefined)
        const waiter: Waiter = { operation, lane, source, until }
        const give = () => settle(waiter)
        signal?.addEventListener('abort', give)
        leaves.set(waiter, (leave) => {
          signal?.removeEventListener('abort', give)
          resolve(leave)
        })
        waiting.add(waiter)
        soon()
      }),
    paused,
    clear() {
      for (const waiter of waiting.all()) settle(waiter)
      cancelWake()
    },
    use() {
      const now = clock.now()
      const count = limits.shared(now)
      return {
        perMinute: Math.min(rateLimits.perMinute, rateLimits.perUser),
        allowance: count.limit,
        used: byLane((lane) => usage.of(lane, now)),
        left: Math.max(0, free(count)),
        waiting: byLane(waiting.count),
        pausedFor: paused(),
        foreign: Math.round(limits.foreign(now)),
        source: limits.isTold(now) ? 'told' : 'counted',
      }
    },
  }
}
