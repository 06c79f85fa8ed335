import { randomUUID } from 'node:crypto'
import type { Clock } from '~/clock'
import { createRandom, type Random } from './random'
import { pathPattern } from './wildcards'

export const faultKinds = [
  'status',
  'html',
  'truncate',
  'empty',
  'delay',
  'timeout',
  'reset',
] as const
export type FaultKind = (typeof faultKinds)[number]

/** Something that goes wrong on purpose. */
export interface FaultSpec {
  readonly method?: string
  /** A full pathname; `*` stands for one segment, `**` for any number. */
  readonly path?: string
  /** The name a request goes by in `GET /requests`: of the API, the official operation id. */
  readonly operation?: string
  readonly userId?: string
  /** How often it strikes; none: for as long as it is there. */
  readonly times?: number
  /** The chance, 0 to 1, that it strikes a request it is meant for. */
  readonly probability?: number
  /** Where `probability` and `jitterMs` begin to draw. */
  readonly seed?: number
  /** How long it can strike from now on. */
  readonly forMs?: number
  readonly kind: FaultKind
  /** None: that of the answer there would have been. */
  readonly status?: number
  readonly code?: string
  readonly retryAfter?: number
  /** How long it takes; a silence without it has no end. */
  readonly ms?: number
  /** A delay takes up to so much longer. */
  readonly jitterMs?: number
  /** Before the effect, or after it. */
  readonly phase: 'before' | 'after'
}

export interface Fault extends FaultSpec {
  readonly id: string
  /** How often it has struck. */
  readonly count: number
  /** How often it will yet; null: without end. */
  readonly left: number | null
  readonly msLeft?: number
}

/** A request, as far as a fault can be meant for it. */
export interface Target {
  readonly method: string
  readonly path: string
  readonly operation: string
  readonly userId: string | undefined
}

export interface Faults {
  add(spec: FaultSpec): string
  list(): readonly Fault[]
  /** False: there is no such fault. */
  remove(id: string): boolean
  clear(): void
  /**
   * The faults that strike this request, counted: the first that is meant for it, and on top of it every
   * delay without `times`, which is how slow the network is.
   */
  strike(target: Target): readonly FaultSpec[]
}

interface Standing {
  readonly id: string
  readonly spec: FaultSpec
  readonly fits: (path: string) => boolean
  readonly until: number
  readonly random: Random
  count: number
}

const isNetwork = ({ spec }: Standing) => spec.kind === 'delay' && spec.times === undefined

export function createFaults(clock: Clock): Faults {
  let faults: Standing[] = []

  function isMeant({ spec, fits, until, count }: Standing, target: Target): boolean {
    return (
      count < (spec.times ?? Number.POSITIVE_INFINITY) &&
      clock.now() < until &&
      (spec.method === undefined || spec.method.toUpperCase() === target.method) &&
      (spec.operation === undefined || spec.operation === target.operation) &&
      (spec.userId === undefined || spec.userId === target.userId) &&
      fits(target.path)
    )
  }

  /** Chance is drawn for each request that the fault is meant for: the same seed hits the same ones. */
  function hits({ spec: { probability }, random }: Standing): boolean {
    return probability === undefined || random.next() < probability
  }

  return {
    add(spec) {
      const { path, forMs } = spec
      const id = randomUUID()
      faults.push({
        id,
        spec,
        fits: path === undefined ? () => true : pathPattern(path),
        until: forMs === undefined ? Number.POSITIVE_INFINITY : clock.now() + forMs,
        random: createRandom(spec.seed ?? 1),
        count: 0,
      })
      return id
    },
    list: () =>
      faults.map(({ id, spec, until, count }) => ({
        ...spec,
        id,
        count,
        left: spec.times === undefined ? null : spec.times - count,
        ...(spec.forMs !== undefined && { msLeft: Math.max(0, until - clock.now()) }),
      })),
    remove(id) {
      const left = faults.filter((fault) => fault.id !== id)
      const found = left.length < faults.length
      faults = left
      return found
    },
    clear() {
      faults = []
    },
    strike(target) {
      const struck: FaultSpec[] = []
      let isStruck = false
      for (const fault of faults) {
        const { spec, random } = fault
        if ((isStruck && !isNetwork(fault)) || !isMeant(fault, target) || !hits(fault)) continue
        fault.count += 1
        isStruck ||= !isNetwork(fault)
        const { ms = 0, jitterMs } = spec
        struck.push(
          jitterMs === undefined ? spec : { ...spec, ms: ms + random.between(0, jitterMs) },
        )
      }
      return struck
    },
  }
}
