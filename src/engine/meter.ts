/**
 * Counts what goes out and what comes of it, for people to look at: by operation and by minute, and the last
 * errors. As much memory after a shift as after an hour, and nothing of what was asked or answered.
 */
import type { Clock } from '~/clock'
import type { Failure } from '~/genesys/errors'
import { type OperationName, operations } from '~/genesys/operations'
import type { Count, Health, Mishap, OperationHealth } from '~/protocol/health'
import type { Sent } from './http'
import { addLatency, latencyOf, makeLatencies } from './meterlatency'
import { createMinutes, type Minutes, type Outcome } from './meterminutes'

export interface Meter extends Pick<Minutes, 'over' | 'series'> {
  note(sent: Sent): void
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

  return {
    ...{ over: minutes.over, series: minutes.series },
    note(sent) {
      const { operation, took } = sent
      // Nobody waited for it any more: what would have come of it is not known.
      if (sent.failure?.kind === 'expired') return
      const outcome = outcomeOf(sent.failure)
      minutes.note(outcome, took)
      const one = counts.get(operation) ?? makeCounts()
      counts.set(operation, one)
      for (const count of [one.count, today()]) {
        count.sent++
        if (outcome !== 'ok') count[outcome]++
      }
      if (outcome !== 'failed') addLatency(one.latencies, took)
      if (sent.failure?.kind === 'rate-limited') day.limited++
      if (sent.failure)
        errors = [mishapOf(sent, sent.failure, clock.now()), ...errors].slice(0, mostErrors)
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

const makeCount = (): Record<keyof Count, number> => ({ sent: 0, refused: 0, failed: 0 })
const makeCounts = () => ({ count: makeCount(), latencies: makeLatencies() })
const makeDay = (since: number) => ({ ...makeCount(), limited: 0, since })

/** Its message is left out: Genesys Cloud puts names and numbers into it. */
function mishapOf(
  { operation, attempt, gaveUp, correlationId }: Sent,
  failure: Failure,
  at: number,
): Mishap {
  const { method, path } = operations[operation]
  const { kind } = failure
  const status =
    kind === 'signed-out' ? 401 : 'status' in failure && failure.status ? failure.status : undefined
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
