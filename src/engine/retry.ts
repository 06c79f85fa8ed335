/** Whether a failed request is sent again. A write on doubt never is: perhaps it happened. */
import type { Failure } from '~/genesys/errors'

export interface Attempt {
  readonly access: 'read' | 'write'
  readonly failure: Failure
  /** How many times it has been sent. */
  readonly sent: number
  /** Milliseconds left of the time in which its answer is of use. */
  readonly left: number
}

/** Milliseconds to wait before sending again, or undefined to give up. */
export function retryAfter({ access, failure, sent, left }: Attempt): number | undefined {
  const wait = waitFor(access, failure, sent)
  return wait !== undefined && wait < left ? wait : undefined
}

function waitFor(access: 'read' | 'write', failure: Failure, sent: number): number | undefined {
  switch (failure.kind) {
    case 'rate-limited':
      return failure.retryAfter * 1000
    case 'unreachable':
      if (access === 'write') return undefined
      return [3000, 9000][sent - 1]
    case 'refused':
    case 'signed-out':
    case 'expired':
      return undefined
    default:
      return failure satisfies never
  }
}
