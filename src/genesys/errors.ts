/**
 * Why a request did not give what was asked. The one distinction that matters for calls is
 * `outcome`: 'refused' (nothing happened) or 'unknown' (perhaps it happened: read back, never resend).
 * Plain objects, because they cross from the engine to the desk. Nothing here holds a URL or a token.
 */
import type { OperationName } from './operations'

interface Common {
  readonly operation: OperationName
  /** Genesys Cloud's own id of the request, for its support. */
  readonly correlationId?: string
}

/** What a 403 was for. */
export interface Missing {
  /** Of the client, of the user, of the user in one division; a rule of the organization; or not told. */
  readonly kind: 'scope' | 'permission' | 'division' | 'policy' | 'unknown'
  /** Scopes, permissions or ids of policies, as far as they are known. */
  readonly names: readonly string[]
  /** One of them is enough. */
  readonly any: boolean
}

/** A 4xx other than 401 and 429: Genesys Cloud said no, and why. */
export interface Refused extends Common {
  readonly kind: 'refused'
  readonly outcome: 'refused'
  readonly status: number
  /** For example `conversation.error.hold.alerting`. */
  readonly code: string
  readonly message: string
  /** Of a 403 for want of a right; a refusal with a code of its own has none. */
  readonly missing?: Missing
}

export interface RateLimited extends Common {
  readonly kind: 'rate-limited'
  readonly outcome: 'refused'
  readonly status: 429
  /** Seconds. */
  readonly retryAfter: number
}

export interface SignedOut extends Common {
  readonly kind: 'signed-out'
  readonly outcome: 'refused'
  /** Genesys Cloud refused the token; otherwise nothing was sent. */
  readonly refused?: true
}

/** It was not sent within its own time, so it will not be sent. */
export interface Expired extends Common {
  readonly kind: 'expired'
  readonly outcome: 'refused'
}

/** No answer, half an answer, or a 5xx: a read failed, a write perhaps happened. */
export interface Unreachable extends Common {
  readonly kind: 'unreachable'
  readonly outcome: 'unknown'
  readonly cause: 'network' | 'timeout' | 'server' | 'unreadable'
  readonly status?: number
}

export type Failure = Refused | RateLimited | SignedOut | Expired | Unreachable

/** What a request throws. */
export class Failed extends Error {
  override readonly name = 'Failed'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(`${failure.operation}: ${failure.kind}`)
    this.failure = failure
  }
}

/** The failure inside whatever was thrown; anything that is not one is an unreadable answer. */
export function failureOf(error: unknown, operation: OperationName): Failure {
  if (error instanceof Failed) return error.failure
  return { kind: 'unreachable', outcome: 'unknown', cause: 'unreadable', operation }
}
