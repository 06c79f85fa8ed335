/**
 * The idle lock: counts from the last hand on the desk, in any tab, and from nothing else. What the network
 * does keeps no desk open.
 */
import type { Clock } from '~/clock'
import type { Lock } from '~/protocol/protocol'
import type { Passed } from './passed'

/** Milliseconds before it closes at which the agent is told. */
const warning = 60_000

/** What `idle` milliseconds without a hand mean, when it closes after `limit`. */
export function lockAfter(idle: number, limit: number, now: number): Lock {
  if (idle >= limit) return { state: 'locked' }
  const left = limit - idle
  return left <= warning ? { state: 'closing', at: now + left } : { state: 'open' }
}

export interface IdleLock {
  state(): Lock
  /** Milliseconds without a hand after which it closes; undefined: never. */
  limit(ms: number | undefined): void
  /** Somebody touched the desk. What is locked stays so. */
  touch(): void
  /** Time has passed. */
  look(): void
  /** The same agent has signed in again. */
  open(): void
  /** It was closed before a reload. */
  close(): void
  /** Somebody's new desk, or nobody's: open, and never closed. */
  reset(): void
}

export function createIdleLock(
  clock: Clock,
  mark: () => Passed,
  /** With the state that it was in. */
  onChange: (before: Lock['state']) => void,
): IdleLock {
  let limit: number | undefined
  let idleFor = mark()
  let lock: Lock = { state: 'open' }
  let cancel = () => {}

  function look() {
    cancel()
    if (limit === undefined || lock.state === 'locked') return
    const idle = idleFor()
    const next = lockAfter(idle, limit, clock.now())
    if (next.state !== 'locked') {
      const due = next.state === 'open' ? limit - warning - idle : limit - idle
      // Looked at each minute, so that a machine that slept is locked when it wakes.
      cancel = clock.after(Math.max(0, Math.min(due, 60_000)), look)
    }
    set(next)
  }

  function set(next: Lock) {
    const before = lock.state
    lock = next
    if (next.state !== before) onChange(before)
  }

  return {
    state: () => lock,
    look,
    limit(ms) {
      limit = ms
      look()
    },
    touch() {
      // What slept through its time locks, whoever wakes it.
      look()
      if (lock.state === 'locked') return
      idleFor = mark()
      look()
    },
    open() {
      idleFor = mark()
      set({ state: 'open' })
      look()
    },
    close() {
      cancel()
      set({ state: 'locked' })
    },
    reset() {
      cancel()
      idleFor = mark()
      limit = undefined
      lock = { state: 'open' }
    },
  }
}
