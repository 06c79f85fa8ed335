/**
 * Whether a host answers at all. While it does not, reads wait until one of them has found out that it does
 * again: an outage costs one request at a time, and its end no storm. A command is never held back: somebody
 * pressed for it, and what comes of it is news as well.
 */
import type { Clock } from '~/clock'

/** What came of a request, as far as the host is concerned. */
export type Answering =
  /** It answered, whatever it said. */
  | 'answered'
  /** No answer, or half of one. */
  | 'silent'
  /** Something in front of it answered in its place: 502, 503 or 504. */
  | 'overloaded'
  /** Nobody waited any more. */
  | 'given-up'

export interface CircuitState {
  /** `trying`: one request is on its way to find out. */
  readonly state: 'closed' | 'open' | 'trying'
  /** Since when it has been open, or closed. Milliseconds since the epoch. */
  readonly since: number
}

export interface Permit {
  /** False: the host has fallen silent since, and somebody else finds out. */
  holds(): boolean
  /** What came of the request, once. */
  over(operation: string, answering: Answering): void
}

export interface Circuit {
  /** Waits for the host to answer, or to be the one that finds out. Undefined: not within `patience` milliseconds. */
  enter(patience: number, signal?: AbortSignal): Promise<Permit | undefined>
  /** For a command: at once. */
  pass(): Permit
  /** There is reason to believe that it answers again: somebody finds out at once. */
  tryNow(): void
  state(): CircuitState
}

/** So many in a row, none of them answered. */
const enough = 3
/** Milliseconds between two that find out. Up to a fifth is added by chance. */
const pauses = [3_000, 9_000, 15_000]
/** Milliseconds over which those who waited are spread when it answers again. */
const spread = 1_000

export function createCircuit(clock: Clock, random: () => number): Circuit {
  let troubles: { operation: string; answering: Answering }[] = []
  let since: number | undefined
  let closedSince = clock.now()
  /** The one that finds out. */
  let probe: Permit | undefined
  let probes = 0
  let probeAt = 0
  let cancelProbe = () => {}
  const waiting = new Set<(permit?: Permit) => void>()

  function isOut(): boolean {
    if (troubles.length < enough) return false
    // What one operation's own service answers is not the host.
    const silent = troubles.some(({ answering }) => answering === 'silent')
    return silent || new Set(troubles.map(({ operation }) => operation)).size > 1
  }

  function permit(): Permit {
    const mine: Permit = {
      holds: () => since === undefined || probe === mine,
      over(operation, answering) {
        const wasProbe = probe === mine
        if (wasProbe) probe = undefined
        if (answering === 'answered') return close()
        if (answering !== 'given-up')
          troubles = [...troubles, { operation, answering }].slice(-enough)
        if (since === undefined ? !isOut() : !wasProbe) return
        if (since !== undefined && answering !== 'given-up') probes++
        since ??= clock.now()
        plan()
      },
    }
    return mine
  }

  /** Somebody finds out, after a pause. */
  function plan() {
    const pause = pauses[Math.min(probes, pauses.length - 1)] ?? 0
    const wait = pause * (1 + random() / 5)
    probeAt = clock.now() + wait
    cancelProbe()
    cancelProbe = clock.after(wait, send)
  }

  function send() {
    const [first] = waiting
    if (since !== undefined && !probe && first) first(begin())
  }

  function begin(): Permit {
    probe = permit()
    return probe
  }

  function close() {
    troubles = []
    if (since !== undefined) closedSince = clock.now()
    since = undefined
    probe = undefined
    probes = 0
    cancelProbe()
    for (const leave of waiting) clock.after(random() * spread, () => leave(permit()))
  }

  return {
    enter(patience, signal) {
      if (since === undefined) return Promise.resolve(permit())
      if (!probe && clock.now() >= probeAt) return Promise.resolve(begin())
      return new Promise((resolve) => {
        const leave = (given?: Permit) => {
          waiting.delete(leave)
          cancel()
          signal?.removeEventListener('abort', giveUp)
          resolve(given)
        }
        const giveUp = () => leave()
        const cancel = clock.after(patience, giveUp)
        signal?.addEventListener('abort', giveUp)
        waiting.add(leave)
      })
    },
    pass: permit,
    tryNow() {
      if (since === undefined) return
      probes = 0
      probeAt = clock.now()
      send()
    },
    state() {
      if (since === undefined) return { state: 'closed', since: closedSince }
      return { state: probe ? 'trying' : 'open', since }
    },
  }
}
