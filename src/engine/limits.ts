/**
 * Every limit at once: the token's, the user's with this client, and those of single operations, whether
 * config.json names them or a 429 told of them. Learns from answers what others use of them.
 */
import type { RateLimits } from '~/config/ratelimit'
import type { OperationName } from '~/genesys/operations'
import { type Allowance, createAllowance } from './allowance'
import { type Count, free, minute, placeAt } from './reserve'

/** What an answer said of limits, as far as the browser may read it; every field may be missing. */
export interface Told {
  /** HTTP; undefined: no answer came. */
  readonly status?: number
  /** Seconds; only with 429. */
  readonly retryAfter?: number
  /** `X-Rate-Limit-*`: requests, requests, seconds. */
  readonly limit?: number
  readonly remaining?: number
  readonly reset?: number
}

/** One request that went out. */
export interface Taken {
  readonly operation: OperationName
  /** Counts the requests. */
  readonly serial: number
}

export interface Limits {
  /** What everybody shares, lowered by what others use of it. */
  shared(now: number): Count
  /** When this operation's own limits have a place, whatever the shared one says. */
  ownAt(operation: OperationName, now: number): number
  take(operation: OperationName): Taken
  /** It did not go out after all. */
  giveBack(taken: Taken): void
  /** To be called once for each, when it is over. Answers which operation is paused now, if one alone is. */
  answered(taken: Taken, told: Told, now: number): OperationName | undefined
  /** When the platform listens again: to anything, to this operation. */
  pausedUntil(operation?: OperationName): number
  /** Requests a minute seen of others. */
  foreign(now: number): number
  /** As many requests were taken within a minute, and none refused since. */
  proven(now: number): number
  /** Until when an answer's word of what is left binds, if one does. */
  toldUntil(now: number): number
  /** Whether an answer told within the last minute how much is left. */
  isTold(now: number): boolean
}

/** Of what is counted on: a 429 while less than this is used up is an operation's own. */
const farBelow = 0.5
/** Of the shared limit: so much is tried at least. */
const least = 0.1
/** Seconds, where a 429 says nothing. */
const wholeWindow = 60

export function createLimits({ perMinute, perUser, endpoints }: RateLimits): Limits {
  // The engine has one token at a time and counts on when that is renewed, so that the user's requests are
  // the token's: the smaller limit binds.
  const most = Math.min(perMinute, perUser)
  const all = createAllowance(most, Math.ceil(most * least))
  const own = new Map<OperationName, Allowance>()
  let serial = 0
  /** Since the request with this number, others may have used as much again. */
  let told = { remaining: Number.POSITIVE_INFINITY, serial: 0, at: 0, until: 0 }

  function ownOf(operation: OperationName): Allowance {
    const known = own.get(operation)
    if (known) return known
    const named = endpoints.find((one) => one.operation === operation)
    const made = createAllowance(Math.min(most, named?.perMinute ?? most))
    own.set(operation, made)
    return made
  }

  const used = (allowance: Allowance, now: number) => {
    const { pending, returns } = allowance.count(now)
    return pending + returns.length
  }

  function refuse({ operation }: Taken, seconds: number, now: number) {
    const allowance = ownOf(operation)
    const until = now + Math.max(1, seconds) * 1000
    allowance.refused(now)
    all.refused(now)
    const others = [...own].some(
      ([other, { pausedUntil }]) => other !== operation && pausedUntil > now,
    )
    const isOwn =
      all.pausedUntil <= now && !others && used(all, now) < farBelow * all.count(now).limit
    const meant = isOwn ? allowance : all
    meant.pause(until)
    meant.lower(seconds, now)
    return isOwn ? operation : undefined
  }

  /** Other limits than the shared one may be told of: only what cannot be another is believed. */
  function read(
    { operation, serial: sent }: Taken,
    { limit, remaining, reset }: Told,
    now: number,
  ) {
    if (limit === undefined || remaining === undefined || sent < told.serial) return
    const taken = limit - remaining
    const ofOne = used(ownOf(operation), now)
    const isOwn = limit < most && taken <= ofOne && ofOne < used(all, now)
    const allowance = ownOf(operation)
    if (isOwn) return allowance.shared(Math.max(0, allowance.limit - limit), now)
    // No window is longer, whatever an answer says: an action may try after a minute.
    const until = now + Math.min(reset ?? wholeWindow, wholeWindow) * 1000
    told = { remaining, serial: sent, at: now, until }
    // Its own limit may be higher than what this browser allows itself.
    all.shared(Math.max(0, taken - used(all, now)) - (limit - most), now)
  }

  return {
    shared(now) {
      const count = all.count(now)
      if (now >= told.until) return count
      // Sent later than what was told of: perhaps counted in it, perhaps not.
      const left = told.remaining - (serial - told.serial)
      const limit = count.limit - Math.max(0, free(count) - Math.max(0, left))
      return { ...count, limit }
    },
    ownAt(operation, now) {
      const allowance = ownOf(operation)
      return Math.max(allowance.pausedUntil, placeAt(allowance.count(now), now))
    },
    take(operation) {
      all.take()
      ownOf(operation).take()
      serial += 1
      return { operation, serial }
    },
    giveBack({ operation }) {
      all.returned()
      ownOf(operation).returned()
    },
    answered(taken, answer, now) {
      all.answered(now)
      ownOf(taken.operation).answered(now)
      read(taken, answer, now)
      if (answer.status !== 429) return undefined
      return refuse(taken, answer.retryAfter ?? wholeWindow, now)
    },
    pausedUntil: (operation) =>
      Math.max(all.pausedUntil, operation ? ownOf(operation).pausedUntil : 0),
    foreign: (now) => all.foreign(now),
    proven: (now) => all.proven(now),
    toldUntil: (now) => (now < told.until ? told.until : Number.POSITIVE_INFINITY),
    isTold: (now) => told.at > 0 && told.at > now - minute,
  }
}
