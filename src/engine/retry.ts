/**
 * Whether a request is sent again, and when: one table, and the documentation holds the same one. A command
 * is never repeated on doubt, whoever waits for it: perhaps it has happened.
 */
import type { Failure } from '~/genesys/errors'
import type { Lane } from '~/genesys/operation'

/** What came of an attempt: a status, or why there is none. */
export type Cause =
  | (400 | 401 | 403 | 404 | 405 | 408 | 409 | 413 | 415 | 422 | 429 | 500 | 502 | 503 | 504)
  | ('network' | 'timeout' | 'unreadable')

export type Rule =
  | 'never'
  /** Once more, with the token that comes of its renewal. */
  | 'renewed'
  /** After as long as Genesys Cloud said. */
  | 'told'
  /** After a pause that grows: see `pauses`. */
  | 'spaced'

/** By what it is, then by who waits for it: somebody, or nobody yet. */
export interface Rules {
  readonly read: { readonly awaited: Rule; readonly background: Rule }
  readonly write: { readonly awaited: Rule; readonly background: Rule }
}

const always = (rule: Rule) => ({ awaited: rule, background: rule })
const both = (rule: Rule): Rules => ({ read: always(rule), write: always(rule) })
const never = both('never')
/** Nobody knows whether it happened; of a read that is no matter. */
const inDoubt: Rules = { read: always('spaced'), write: always('never') }

export const retries: Readonly<Record<Cause, Rules>> = {
  400: never,
  401: both('renewed'),
  403: never,
  404: never,
  405: never,
  408: inDoubt,
  409: never,
  413: never,
  415: never,
  422: never,
  429: both('told'),
  500: inDoubt,
  502: inDoubt,
  503: inDoubt,
  504: inDoubt,
  network: inDoubt,
  timeout: inDoubt,
  unreadable: inDoubt,
}

/** Milliseconds before the second attempt, the third, and so on. Up to a fifth is added by chance. */
export const pauses = {
  awaited: [3_000, 9_000],
  background: [3_000, 9_000, 27_000, 300_000],
} as const

/** Milliseconds in which it is of use, from the moment that it was asked. */
export const lives = {
  /** A command to a call is of no use, and a danger, when it goes out late. */
  write: 10_000,
  awaited: 30_000,
  background: 600_000,
} as const

/** Milliseconds that a read waits for a host that does not answer: no longer than its attempts would last. */
export const silences = { awaited: 12_000, background: 600_000 } as const

export interface Attempt {
  readonly access: 'read' | 'write'
  readonly lane: Lane
  readonly failure: Failure
  /** How many times it has been sent. */
  readonly sent: number
  /** It has gone out with a second token. */
  readonly renewed: boolean
  /** Milliseconds left of its life. */
  readonly left: number
  /** From 0 to 1. */
  readonly chance: number
}

/** Milliseconds to wait before it is sent again, or undefined to give up. */
export function waitBefore(attempt: Attempt): number | undefined {
  const wait = waitFor(attempt)
  return wait !== undefined && wait < attempt.left ? wait : undefined
}

function waitFor({ access, lane, failure, sent, renewed, chance }: Attempt): number | undefined {
  const cause = causeOf(failure)
  const waiting = lane === 'background' ? 'background' : 'awaited'
  const rule = cause === undefined ? 'never' : retries[cause][access][waiting]
  switch (rule) {
    case 'never':
      return undefined
    case 'renewed':
      return renewed ? undefined : 0
    case 'told':
      return failure.kind === 'rate-limited' ? failure.retryAfter * 1000 : undefined
    case 'spaced': {
      const pause = pauses[waiting][sent - 1]
      return pause === undefined ? undefined : pause * (1 + chance / 5)
    }
    default:
      return rule satisfies never
  }
}

/** Undefined: nothing was sent, and it will not be. A status that is not in the table is like its class. */
export function causeOf(failure: Failure): Cause | undefined {
  switch (failure.kind) {
    case 'refused':
      return isCause(failure.status) ? failure.status : 400
    case 'rate-limited':
      return 429
    case 'signed-out':
      return failure.refused ? 401 : undefined
    case 'expired':
      return undefined
    case 'unreachable':
      if (failure.cause !== 'server') return failure.cause
      return isCause(failure.status) ? failure.status : 500
    default:
      return failure satisfies never
  }
}

const isCause = (status: unknown): status is Cause & number =>
  typeof status === 'number' && Object.hasOwn(retries, status)
