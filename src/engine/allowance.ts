/**
 * One limit of the platform, counted by what this browser sent: a request takes its place from when it is
 * sent until 60 seconds after its answer. Wherever between the two the platform counted it, and whether
 * its windows roll or are fixed, it never counts more in a minute than is counted here.
 */
import { type Count, minute } from './reserve'

/** Of the limit, each minute: how fast the part of somebody else is tried again. */
const recovery = 0.02
/** Milliseconds before that begins. */
const believed = 5 * minute
/** Of the limit: kept free beside what others seem to use. */
const margin = 0.05
/** What was seen in less of a minute is no rate, and more of the limit is not theirs unless it was seen. */
const leastPart = 0.4
const mostGuessed = 0.75

export interface Allowance {
  /** Requests a minute, if nobody else had a part of it. */
  readonly limit: number
  /** Gives back what is due. */
  count(now: number): Count
  take(): void
  /** It did not go out after all. */
  returned(): void
  /** The answer came, or it is given up: its place is free in a minute. */
  answered(now: number): void
  /** Somebody else uses it too: as many requests a minute. */
  shared(foreign: number, now: number): void
  /** One that was answered was refused: one too many. */
  refused(now: number): void
  /** What was not refused was all that there was room for, with so many seconds of the window left. */
  lower(seconds: number, now: number): void
  foreign(now: number): number
  /** As many requests were taken within a minute, and none refused since. */
  proven(now: number): number
  /** Nothing goes out before this moment. */
  pause(until: number): void
  readonly pausedUntil: number
}

/** `least`: so many are counted on, whatever others seem to do. */
export function createAllowance(limit: number, least = 1): Allowance {
  let pending = 0
  let returns: number[] = []
  let seen = { foreign: 0, at: 0 }
  let pausedUntil = 0
  let refusals: number[] = []
  let record = { taken: 0, at: 0 }

  function foreign(now: number): number {
    const since = Math.max(0, now - seen.at - believed) / minute
    return Math.max(0, seen.foreign - recovery * limit * since)
  }

  function shared(requests: number, now: number) {
    seen = { foreign: Math.max(foreign(now), Math.min(requests, limit)), at: now }
  }

  const proven = (now: number) => (now - record.at < 10 * minute ? record.taken : 0)

  function count(now: number): Count {
    // A clock that was set back must not keep a place for longer than the minute.
    const last = returns.at(-1)
    if (last !== undefined && last > now + minute)
      returns = returns.map((at) => Math.min(at, now + minute))
    const due = returns.findIndex((at) => at > now)
    if (due !== 0) returns = due < 0 ? [] : returns.slice(due)
    const lowered = Math.floor(limit - foreign(now))
    return { limit: Math.max(least, lowered), pending, returns }
  }

  return {
    limit,
    count,
    take() {
      pending += 1
    },
    returned() {
      pending -= 1
    },
    answered(now) {
      pending -= 1
      returns.push(now + minute)
      const { length } = count(now).returns
      if (length >= proven(now)) record = { taken: length, at: now }
    },
    proven,
    shared,
    refused(now) {
      record = { taken: 0, at: now }
      refusals = [...refusals.filter((at) => at > now - minute), now]
    },
    lower(seconds, now) {
      const { pending, returns } = count(now)
      const others = limit - (pending + returns.length - refusals.length)
      // Those of a part of a minute, when the rest of the window is long.
      const part = Math.max(leastPart, 1 - (seconds * 1000) / minute)
      const all = Math.max(others, Math.min(others / part, mostGuessed * limit))
      // A few may always try: what was refused first says nothing of how much there is.
      shared(Math.min(all + margin * limit, limit - Math.max(2, margin * limit)), now)
    },
    foreign,
    pause(until) {
      pausedUntil = Math.max(pausedUntil, until)
    },
    get pausedUntil() {
      return pausedUntil
    },
  }
}
