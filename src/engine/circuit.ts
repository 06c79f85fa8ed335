/**
 * Whether a host answers at all. While it does not, reads wait until one of them has found out that it does
 * again: an outage costs one request at a time, and its end no storm. A command is never held back: somebody
 * pressed for it, and what comes of it is news as well.
 */
import type { Clock } from '~/clock'
import type { Lane } from '~/genesys/operation'
import type { CircuitState } from '~/protocol/health'

/** What came of a request, as far as the host is concerned. */
export type Answering =
  /** It answered, whatever it said. */
  | 'answered'
  /** No answer, half of one, or one of something in front of it: 502, 503 or 504. */
  | 'silent'
  /** Nobody waited any more. */
  | 'given-up'

/** Who wants to go. */
export interface Goer {
  readonly operation: string
  readonly lane: Lane
}

export interface Permit {
  /** False: the host has fallen silent since, and somebody else finds out. */
  holds(): boolean
  /** It goes out now. */
  out(): void
  /** What came of the request, once; `given-up`, too, when it did not go out. */
  over(answering: Answering): void
}

export interface Circuit {
  /** Waits for the host to answer, or to be the one that finds out. Undefined: not within `patience` milliseconds. */
  enter(goer: Goer, patience: number, signal?: AbortSignal): Promise<Permit | undefined>
  /** For a command: at once. */
  pass(goer: Goer): Permit
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

interface Probe {
  readonly permit: Permit
  readonly lane: Lane
  isOut: boolean
}

export function createCircuit(clock: Clock, random: () => number): Circuit {
  /** The operations that met no answer, the latest last. */
  let troubled: readonly string[] = []
  let since: number | undefined
  let closedSince = clock.now()
  /** The one that finds out. */
  let probe: Probe | undefined
  let probes = 0
  let probeAt = 0
  let cancelProbe = () => {}
  const waiting = new Map<(permit?: Permit) => void, Goer>()

  function permitFor({ operation }: Goer): Permit {
    const mine: Permit = {
      holds: () => since === undefined || probe?.permit === mine,
      out() {
        if (probe?.permit === mine) probe.isOut = true
      },
      over(answering) {
        const wasProbe = probe?.permit === mine
        if (wasProbe) probe = undefined
        if (answering === 'answered') return close()
        if (answering !== 'given-up') troubled = [...troubled, operation].slice(-enough)
        // One operation's own service is not the host.
        const isOut = troubled.length === enough && new Set(troubled).size > 1
        if (since === undefined ? !isOut : !wasProbe) return
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

  /** Who is looked at goes before who is not, and who met no answer after who has not tried. */
  function rank({ lane, operation }: Goer): number {
    return (lane === 'background' ? 2 : 0) + (troubled.includes(operation) ? 1 : 0)
  }

  function send() {
    const [first] = [...waiting].sort(([, one], [, other]) => rank(one) - rank(other))
    if (since !== undefined && !probe && first) first[0](begin(first[1]))
  }

  function begin(goer: Goer): Permit {
    const permit = permitFor(goer)
    probe = { permit, lane: goer.lane, isOut: false }
    return permit
  }

  /** A background read that still waits for its turn lets somebody go who is looked at. */
  const givesWay = ({ lane }: Goer) =>
    probe && !probe.isOut && probe.lane === 'background' && lane !== 'background'

  function close() {
    troubled = []
    if (since !== undefined) closedSince = clock.now()
    since = undefined
    probe = undefined
    probes = 0
    cancelProbe()
    for (const [leave, goer] of waiting)
      clock.after(random() * spread, () => leave(permitFor(goer)))
  }

  return {
    enter(goer, patience, signal) {
      if (since === undefined) return Promise.resolve(permitFor(goer))
      if (givesWay(goer) || (!probe && clock.now() >= probeAt)) return Promise.resolve(begin(goer))
      return new Promise((resolve) => {
        const leave = (given?: Permit) => {
          if (!waiting.delete(leave)) return
          cancel()
          signal?.removeEventListener('abort', giveUp)
          resolve(given)
        }
        const giveUp = () => leave()
        const cancel = clock.after(patience, giveUp)
        signal?.addEventListener('abort', giveUp)
        waiting.set(leave, goer)
      })
    },
    pass: permitFor,
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
