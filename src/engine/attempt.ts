/** One request out, and what came of it. ky would repeat a POST whose connection was reset: it may not. */
import ky from 'ky'
import type { Clock } from '~/clock'
import { Failed, type Failure } from '~/genesys/errors'
import type { Lane } from '~/genesys/operation'
import { type OperationName, operations } from '~/genesys/operations'
import { correlationOf, failureOfStatus, limitsTold, parse } from './answers'
import { deadline } from './deadline'
import type { Told } from './throttle'

/** Milliseconds for one attempt. */
export const attemptLife = 10_000

export interface AttemptParts {
  readonly clock: Clock
  readonly fetch: typeof globalThis.fetch
}

export interface Call {
  readonly operation: OperationName
  readonly access: 'read' | 'write'
  readonly lane: Lane
  readonly params: Readonly<Record<string, string | undefined>>
  readonly body: string | undefined
  /** The origin. */
  readonly api: string
  readonly url: string
  /** The sign-in it was asked in. */
  readonly login: number
}

export interface Outcome {
  readonly value?: unknown
  readonly failure?: Failure
  readonly correlationId?: string | undefined
  /** What was said of limits; undefined when nothing was heard. */
  readonly told?: Told
}

/** It was not sent, or nobody waits for it any more. */
export const givenUp = (operation: OperationName): Failure => ({
  kind: 'expired',
  outcome: 'refused',
  operation,
})

/** `signal`: nobody waits any more. */
export function createAttempts({ clock, fetch }: AttemptParts) {
  const client = ky.create({
    fetch,
    timeout: false,
    retry: { limit: 1, methods: [] },
    throwHttpErrors: false,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  })

  return async function send(call: Call, token: string, signal?: AbortSignal): Promise<Outcome> {
    const { operation, url, body } = call
    const { method } = operations[operation]
    const headers: Record<string, string> = { authorization: `Bearer ${token}` }
    if (body !== undefined) headers['content-type'] = 'application/json'
    // Until the last byte of the body: an answer that stops half-way is no answer.
    const limit = deadline(clock, attemptLife, signal)
    let response: Response
    let text: string
    try {
      response = await client(url, { method, headers, body, signal: limit.signal })
      text = await response.text()
    } catch {
      if (signal?.aborted) return { failure: givenUp(operation) }
      const cause = limit.signal.aborted ? 'timeout' : 'network'
      return { failure: { kind: 'unreachable', outcome: 'unknown', cause, operation } }
    } finally {
      limit.cancel()
    }
    return outcomeOf(operation, response, text)
  }
}

function outcomeOf(operation: OperationName, response: Response, text: string): Outcome {
  const { status } = response
  const limits = limitsTold(response.headers)
  if (!response.ok) {
    const failure = failureOfStatus(operation, response, text)
    const retryAfter = failure.kind === 'rate-limited' ? { retryAfter: failure.retryAfter } : {}
    const { correlationId } = failure
    return { failure, correlationId, told: { status, ...limits, ...retryAfter } }
  }
  const answered = { correlationId: correlationOf(response), told: { status, ...limits } }
  try {
    return { ...answered, value: parse(operation, text) }
  } catch (error) {
    if (!(error instanceof Failed)) throw error
    return { ...answered, failure: error.failure }
  }
}
