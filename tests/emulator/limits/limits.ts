import type { Clock } from '~/clock'
import { pathPattern } from '../wildcards'
import { type Counter, createCounter } from './counter'
import { type LimitSettings, officialLimits } from './settings'

const minuteMs = 60_000

/** On whose behalf a request comes. */
export interface Caller {
  readonly id: string
  readonly userId?: string
  readonly clientId: string
}

export interface Asked {
  readonly operation: string
  readonly method: string
  readonly path: string
}

/** How far one limit is used up. */
export interface Use {
  /** `token`, `userApp`, `organisation` or `operations`. */
  readonly limit: string
  readonly of: Readonly<Record<string, string>>
  readonly max: number
  readonly used: number
  /** Seconds. */
  readonly reset: number
}

export interface Limits {
  readonly settings: LimitSettings
  /** Changes what is named, and begins to count anew. */
  set(wanted: Partial<LimitSettings>): void
  /**
   * Counts a request; answers the seconds to wait when it was one too many. Such a one counts nowhere: it
   * makes no window longer.
   */
  admit(caller: Caller, asked: Asked): number | undefined
  /** The tightest of the limits that bound this request. */
  tightest(caller: Caller, asked: Asked): Use | undefined
  all(): readonly Use[]
  /** The token has ended: what counted for it alone is let go. */
  forget(tokenId: string): void
}

interface Allowance {
  readonly limit: string
  readonly of: Readonly<Record<string, string>>
  readonly max: number
  readonly counter: Counter
}

/** All limits of an organisation, counted in one place. */
export function createLimits(clock: Clock, wanted: Partial<LimitSettings> = {}): Limits {
  let settings: LimitSettings = { ...officialLimits, ...wanted }
  const allowances = new Map<string, Allowance>()
  /** Token → the keys of what counts for it alone. */
  const ofToken = new Map<string, string[]>()
  /** Token → up to when the requests of others are counted. */
  const foreignUntil = new Map<string, number>()

  function allowance(
    { limit, of, max }: Omit<Allowance, 'counter'>,
    tokenId = '',
    index = 0,
  ): Allowance {
    const key = `${limit} ${Object.values(of).join(' ')} ${index} ${tokenId}`
    const known = allowances.get(key)
    if (known) return known
    const { kind, seconds } = settings.window
    const fresh = { limit, of, max, counter: createCounter(kind, seconds * 1000) }
    allowances.set(key, fresh)
    if (tokenId !== '') ofToken.set(tokenId, [...(ofToken.get(tokenId) ?? []), key])
    return fresh
  }

  function boundsOf({ id, userId, clientId }: Caller, asked?: Asked): Allowance[] {
    const { token, userApp, organisation, operations } = settings
    const of = { ...(userId !== undefined && { userId }), clientId }
    const own = operations.flatMap(({ max, per, ...one }, index) => {
      const isMeant =
        asked &&
        (one.method === undefined || one.method === asked.method) &&
        (one.operation === undefined || one.operation === asked.operation) &&
        (one.path === undefined || pathPattern(one.path)(asked.path))
      if (!isMeant) return []
      const what = { ...one, ...(per === 'token' && of) }
      return allowance({ limit: 'operations', of: what, max }, per === 'token' ? id : '', index)
    })
    return [
      ...(token === null ? [] : [allowance({ limit: 'token', of, max: token }, id)]),
      ...(userApp === null ? [] : [allowance({ limit: 'userApp', of, max: userApp })]),
      ...(organisation === null
        ? []
        : [allowance({ limit: 'organisation', of: {}, max: organisation })]),
      ...own,
    ]
  }

  /** When all of them have room for one more. */
  function freeAt(bounds: readonly Allowance[], now: number): number {
    return Math.max(now, ...bounds.map(({ counter, max }) => counter.freeAt(now, max)))
  }

  function count(bounds: readonly Allowance[], at: number): void {
    for (const { counter } of bounds) counter.add(at)
  }

  /** Somebody else's requests with this token since it was last seen, each at its moment. */
  function countForeign(caller: Caller, now: number): void {
    const { foreign, window } = settings
    if (foreign === 0) return
    const every = minuteMs / foreign
    const bounds = boundsOf(caller)
    const seen = foreignUntil.get(caller.id) ?? now
    let at = seen
    // What is older than a window is forgotten anyway.
    const skipped = Math.floor((now - 2 * window.seconds * 1000 - at) / every)
    if (skipped > 0) at += skipped * every
    for (; at + every <= now; at += every) {
      if (freeAt(bounds, at + every) <= at + every) count(bounds, at + every)
    }
    foreignUntil.set(caller.id, at)
  }

  function toUse({ limit, of, max, counter }: Allowance, now: number): Use {
    const used = counter.used(now)
    const reset = used === 0 ? 0 : Math.ceil((counter.freeAt(now, used) - now) / 1000)
    return { limit, of, max, used, reset }
  }

  return {
    get settings() {
      return settings
    },
    set(changed) {
      settings = { ...settings, ...changed }
      allowances.clear()
      ofToken.clear()
      foreignUntil.clear()
    },
    admit(caller, asked) {
      const now = clock.now()
      countForeign(caller, now)
      const bounds = boundsOf(caller, asked)
      const free = freeAt(bounds, now)
      if (free > now) return Math.max(1, Math.ceil((free - now) / 1000))
      count(bounds, now)
      return undefined
    },
    tightest(caller, asked) {
      const now = clock.now()
      const uses = boundsOf(caller, asked).map((bound) => toUse(bound, now))
      return uses.sort((a, b) => a.max - a.used - (b.max - b.used))[0]
    },
    all: () => [...allowances.values()].map((one) => toUse(one, clock.now())),
    forget(tokenId) {
      for (const key of ofToken.get(tokenId) ?? []) allowances.delete(key)
      ofToken.delete(tokenId)
      foreignUntil.delete(tokenId)
    },
  }
}
