/**
 * When the next request may go out, of what is out already. Every decision is a function of a count and
 * of time; nothing here remembers anything.
 */

/** Milliseconds. */
export const minute = 60_000
/** Of the allowance: what reads leave to the agent's actions at a window's beginning, and always. */
const mostKept = 0.25
const alwaysKept = 0.05
/** Of the allowance: what reads leave at a beginning however many of them wait. */
const leastKept = 0.1

export interface Count {
  /** Requests in any 60 seconds. */
  readonly limit: number
  /** On their way: each takes its place until a minute after its answer. */
  readonly pending: number
  /** When the place of each that was answered is free again, in order. */
  readonly returns: readonly number[]
}

/** What is kept for actions: `always`, and besides `aMinute` as long as nothing comes back. */
export interface Kept {
  readonly always: number
  readonly aMinute: number
}

/** What may be counted on at once, less than nothing when the limit was lowered meanwhile. */
export const free = ({ limit, pending, returns }: Count) => limit - pending - returns.length

/** When there is a place at all; never is a matter of the next answer. */
export function placeAt(count: Count, now: number): number {
  const left = free(count)
  return left > 0 ? now : (count.returns[-left] ?? Number.POSITIVE_INFINITY)
}

/**
 * What reads keep for actions while `demand` requests wait or are out. As much as possible, but never so
 * much that the waiting ones need another minute for it: of 200 with 60 a minute the fourth minute leaves
 * 28 to spare, and 54 of 60 can go at once only if no more than 6 are kept.
 */
export function keptOf(limit: number, demand: number): Kept {
  const always = Math.ceil(limit * alwaysKept)
  const usable = Math.max(1, limit - always)
  const minutes = minutesFor(limit, demand)
  const spare = Math.floor((minutes * usable - demand) / minutes)
  const least = Math.ceil(limit * leastKept) - always
  return { always, aMinute: Math.min(fullyKept(limit).aMinute, Math.max(least, spare)) }
}

/** Minutes in which `demand` requests can be sent. */
export function minutesFor(limit: number, demand: number): number {
  return Math.max(1, Math.ceil(demand / Math.max(1, limit - Math.ceil(limit * alwaysKept))))
}

/** What is kept from whoever has time. */
export function fullyKept(limit: number): Kept {
  const always = Math.ceil(limit * alwaysKept)
  return { always, aMinute: Math.ceil(limit * mostKept) - always }
}

/**
 * When a read may go: when what is free afterwards, with what comes back until any later moment, covers
 * what actions may need until then. A window whose places all come back at its end is thus kept in part
 * for all that time, less and less; one in which places come back evenly needs only what is always kept.
 */
export function readAt(count: Count, { always, aMinute }: Kept, now: number): number {
  const { returns } = count
  let at = placeAt(count, now)
  const after = free(count) - 1 - always
  for (let back = 0; back <= returns.length; back++) {
    const spare = after + back
    if (spare >= aMinute) break
    // What is on its way is a minute off, or more.
    const returned = returns[back] ?? now + minute
    at = Math.max(at, spare > 0 ? returned - (minute * spare) / aMinute : returned)
  }
  return at
}
