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

const refusals = new Map(
  Object.entries({
    'callback.error.answer.not.alerting': 'The call is no longer ringing.',
    'conversation.error.call.disconnected': 'The call has already ended.',
    'conversation.error.hold.alerting': 'A ringing call cannot be put on hold.',
    'conversation.error.conversation.not.found': 'The conversation no longer exists.',
    'conversation.error.not.conversation.participant': 'You are no longer part of this call.',
    'conversation.error.participant.no.active.conversations':
      'You are no longer part of this call.',
    'conversation.error.wrapup.code.required': 'A wrap-up code is required.',
    'missing.wrapup.code': 'A wrap-up code is required.',
    'request.entity.too.large': 'It is larger than the 512,000 bytes that can be sent at once.',
  }),
)

/** One sentence for the agent. `words` are those of the room that asked, by the platform's code. */
export function sentence(failure: Failure, words: Readonly<Record<string, string>> = {}): string {
  switch (failure.kind) {
    case 'refused':
      return (
        new Map(Object.entries(words)).get(failure.code) ??
        refusals.get(failure.code) ??
        refusedOtherwise(failure)
      )
    case 'rate-limited':
      return `Genesys Cloud asks to slow down. Try again in ${failure.retryAfter} seconds.`
    case 'signed-out':
      return 'Your sign-in has ended.'
    case 'expired':
      return 'It took too long to be sent, so it was not sent.'
    case 'unreachable':
      return failure.cause === 'server'
        ? 'Genesys Cloud has a problem of its own right now.'
        : 'Genesys Cloud did not answer.'
    default:
      return failure satisfies never
  }
}

function refusedOtherwise(failure: Refused): string {
  if (failure.missing) return 'You may not do this.'
  if (failure.status === 403) return `You may not do this. Genesys Cloud says: ${failure.message}`
  if (failure.status === 404) return 'It no longer exists.'
  if (failure.status === 409) return 'Something else changed it at the same moment. Try again.'
  return `Genesys Cloud refused: ${failure.message}`
}
