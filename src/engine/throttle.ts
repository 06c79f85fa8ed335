/**
 * Never more than `perMinute` requests in any 60 seconds, actions before reads, and a quarter of the
 * allowance kept for actions alone: an agent's press must not wait behind a list being read.
 */
import type { Clock } from '~/clock'
import type { Lane, OperationName } from '~/genesys/operations'

export interface Wish {
  readonly operation: OperationName
  readonly lane: Lane
  /** Milliseconds it may wait. */
  readonly patience: number
  /** Who asks: those of one lane take turns. */
  readonly source?: unknown
  readonly signal?: AbortSignal | undefined
}

export interface Told {
  readonly status?: number
  /** Seconds. */
  readonly retryAfter?: number
}

export interface Leave {
  /** The request is over. */
  done(told?: Told): void
  /** It was not sent after all. */
  unused(): void
}

export interface Throttle {
  enter(wish: Wish): Promise<Leave | undefined>
  /** Milliseconds until the platform listens again. */
  paused(operation?: OperationName): number
  /** Forgets who waits: each is told not to send. */
  clear(): void
}

const window = 60_000
const lanes: readonly Lane[] = ['action', 'screen', 'background']

/** When a request of this lane may go, given when the last ones went: `now` means at once. */
export function admitAt(sent: readonly number[], lane: Lane, perMinute: number, now: number) {
  const allowed = lane === 'action' ? perMinute : Math.max(1, Math.floor(perMinute * 0.75))
  const recent = sent.filter((at) => at > now - window)
  const blocking = recent[recent.length - allowed]
  return blocking === undefined ? now : blocking + window
}

interface Waiting {
  readonly lane: Lane
  readonly until: number
  readonly settle: (leave: boolean) => void
}

export function createThrottle(clock: Clock, perMinute: number): Throttle {
  let sent: number[] = []
  let queue: Waiting[] = []
  let pausedUntil = 0
  let cancelWake = () => {}

  function next(): Waiting | undefined {
    for (const lane of lanes) {
      const first = queue.find((waiting) => waiting.lane === lane)
      if (first) return first
    }
    return undefined
  }

  function pump() {
    cancelWake()
    for (let first = next(); first; first = next()) {
      const now = clock.now()
      // Its own timer may come later than this, on a machine that has just woken up; and what the pause
      // outlasts need not wait for its end.
      if (Math.max(now, pausedUntil) >= first.until) {
        leave(first, false)
        continue
      }
      const at = Math.max(pausedUntil, admitAt(sent, first.lane, perMinute, now))
      if (at > now) {
        // Never so long that a timer overflows, whatever the platform said.
        cancelWake = clock.after(Math.min(at - now, window), pump)
        return
      }
      sent = [...sent.filter((earlier) => earlier > now - window), now]
      leave(first, true)
    }
  }

  function leave(waiting: Waiting, allowed: boolean) {
    queue = queue.filter((other) => other !== waiting)
    waiting.settle(allowed)
  }

  function pause(until: number) {
    pausedUntil = Math.max(pausedUntil, until)
    pump()
  }

  return {
    enter: ({ lane, patience, signal }) =>
      new Promise((resolve) => {
        const giveUp = () => leave(waiting, false)
        signal?.addEventListener('abort', giveUp)
        const waiting: Waiting = {
          lane,
          until: clock.now() + patience,
          settle(allowed) {
            cancelPatience()
            signal?.removeEventListener('abort', giveUp)
            const at = clock.now()
            const granted: Leave = {
              done(told) {
                if (told?.status === 429 && told.retryAfter !== undefined)
                  pause(clock.now() + told.retryAfter * 1000)
              },
              unused() {
                const place = sent.lastIndexOf(at)
                if (place >= 0) sent = sent.toSpliced(place, 1)
                pump()
              },
            }
            resolve(allowed ? granted : undefined)
          },
        }
        const cancelPatience = clock.after(patience, () => leave(waiting, false))
        queue.push(waiting)
        pump()
      }),
    paused: () => Math.max(0, pausedUntil - clock.now()),
    clear() {
      for (const waiting of queue) leave(waiting, false)
      cancelWake()
    },
  }
}
