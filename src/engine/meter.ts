/**
 * Counts what goes out and what comes of it, for people to look at: by operation and by minute, and the last
 * errors. As much memory after a shift as after an hour, and nothing of what was asked or answered.
 */
import type { Clock } from '~/clock'
import type { Failure } from '~/genesys/errors'
import type { Lane } from '~/genesys/operation'
import { type OperationName, operations } from '~/genesys/operations'
import type { Health, Mishap, OperationHealth } from '~/protocol/health'
import { addLatency, latencyOf, makeLatencies } from './meterlatency'
import { add, createMinutes, isAnswer, type Minutes, makeCount, type Outcome } from './meterminutes'

/** One request that went out, and what came of it. */
export interface Sent {
  readonly operation: OperationName
  readonly lane: Lane
  /** 1 the first time. */
  readonly attempt: number
  /** Milliseconds since the epoch when it went out. */
  readonly at: number
  /** Milliseconds that it waited for its turn. */
  readonly waited: number
  /** Milliseconds until the last byte of its answer, or until there was none. */
  readonly took: number
  readonly failure?: Failure
  /** It is not sent again. */
  readonly gaveUp?: boolean
  readonly correlationId?: string
}

/** A request that was never sent: its time ran out while it waited, or the way was closed. */
export interface Unsent {
  readonly operation: OperationName
  readonly lane: Lane
  /** Milliseconds since the epoch when that was certain. */
  readonly at: number
  /** Milliseconds that it waited for its turn. */
  readonly waited: number
  readonly failure: Failure
}

export interface Meter extends Pick<Minutes, 'over' | 'series'> {
  note(sent: Sent): void
  noteUnsent(unsent: Unsent): void
  operations(): readonly OperationHealth[]
  /** The newest first. */
  errors(): readonly Mishap[]
  day(): Health['day']
  /** What was counted is of somebody who has left. */
  clear(): void
}

const mostErrors = 50
/** Answers about rights and facts: they are no trouble of Genesys Cloud's or the network's. */
const plain: readonly number[] = [403, 404, 409]

export function createMeter(clock: Clock): Meter {
  const minutes = createMinutes(clock)
  let counts = new Map<OperationName, ReturnType<typeof makeCounts>>()
  let errors: readonly Mishap[] = []
  let day = makeDay(clock.now())

  function today() {
    const now = clock.now()
    if (new Date(now).toDateString() !== new Date(day.since).toDateString()) day = makeDay(now)
    return day
  }

  function count(operation: OperationName, outcome: Outcome, took: number) {
    minutes.note(outcome, took)
    const one = counts.get(operation) ?? makeCounts()
    counts.set(operation, one)
    add(one.count, outcome)
    add(today(), outcome)
    if (isAnswer(outcome)) addLatency(one.latencies, took)
  }

  function keep(mishap: Mishap) {
    errors = [mishap, ...errors].slice(0, mostErrors)
  }

  return {
    ...{ over: minutes.over, series: minutes.series },
    note(sent) {
      const { operation, took, failure } = sent
      // Nobody waited for it any more: what would have come of it is not known.
      if (failure?.kind === 'expired') return
      count(operation, outcomeOf(failure), took)
      if (failure?.kind === 'rate-limited') day.limited++
      if (failure) keep(mishapOf(sent, failure, clock.now()))
    },
    noteUnsent({ operation, failure }) {
      count(operation, 'unsent', 0)
      keep(mishapOf({ operation, attempt: 0 }, failure, clock.now()))
    },
    operations: () =>
      [...counts]
        .map(([operation, { count, latencies }]) => ({
          ...{ operation, ...count },
          ...latencyOf(latencies),
        }))
        .sort((one, other) => other.sent - one.sent),
    errors: () => errors,
    day: () => ({ ...today() }),
    clear() {
      minutes.clear()
      counts = new Map()
      errors = []
      day = makeDay(clock.now())
    },
  }
}

export function outcomeOf(failure: Failure | undefined): Outcome {
  if (!failure) return 'ok'
  return failure.kind === 'refused' && plain.includes(failure.status) ? 'refused' : 'failed'
}

const makeCounts = () => ({ count: makeCount(), latencies: makeLatencies() })
const makeDay = (since: number) => ({ ...makeCount(), limited: 0, since })

type Attempt = Pick<Sent, 'operation' | 'attempt' | 'gaveUp' | 'correlationId'>

/** Its message is left out: Genesys Cloud puts names and numbers into it. */
function mishapOf(
  { operation, attempt, gaveUp, correlationId }: Attempt,
  failure: Failure,
  at: number,
): Mishap {
  const { method, path } = operations[operation]
  const { kind } = failure
  const told = 'status' in failure && failure.status ? failure.status : undefined
  // What was never sent has no answer.
  const status = attempt === 0 ? undefined : kind === 'signed-out' ? 401 : told
  const code = kind === 'refused' ? codeOf(failure.code) : undefined
  const id = idOf(correlationId ?? failure.correlationId)
  return {
    ...{ at, operation, method, path, kind, attempt },
    ...(gaveUp && attempt > 1 ? { gaveUp } : {}),
    ...(status ? { status } : {}),
    ...(code ? { code } : {}),
    ...(kind === 'unreachable' ? { cause: failure.cause } : {}),
    ...(id ? { correlationId: id } : {}),
  }
}

/** Such as `conversation.error.hold.alerting`. What looks like anything else may be about somebody. */
const codeOf = (code: string) => (/^[a-z][a-z_-]*(\.[a-z_-]+)*$/i.test(code) ? code : 'other')

const idOf = (id: string | undefined) => (id && /^[\w-]{1,64}$/.test(id) ? id : undefined)
