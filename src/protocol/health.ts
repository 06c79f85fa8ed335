/**
 * How the requests, the socket and the sign-in fare: what the engine counts and tells. Plain data, and never
 * a value: no token, no address, no id but Genesys Cloud's own of a request, no word that a person wrote.
 */
import type { Failure } from '~/genesys/errors'
import type { Lane, Operation } from '~/genesys/operation'
import type { OperationName } from '~/genesys/operations'
import type { Connection } from './protocol'

/** What of the allowance is used. Requests, in the last 60 seconds. */
export interface Use {
  /** What the configuration allows. */
  readonly perMinute: number
  /** What may be used of that now: less while another client uses the same sign-in. */
  readonly allowance: number
  readonly used: Readonly<Record<Lane, number>>
  readonly left: number
  /** How many wait for their turn. */
  readonly waiting: Readonly<Record<Lane, number>>
  /** Milliseconds that nothing goes out, because Genesys Cloud said so. */
  readonly pausedFor: number
  /** Requests of others with the same sign-in, as far as they can be seen. */
  readonly foreign: number
  /** Counted here, or told by Genesys Cloud. */
  readonly source: 'counted' | 'told'
}

/**
 * `refused`: a plain answer about rights or facts (403, 404, 409); `failed`: trouble; `unsent`: asked for, and
 * never sent. The last is no part of the first.
 */
export interface Count {
  readonly sent: number
  readonly refused: number
  readonly failed: number
  readonly unsent: number
}

/** Milliseconds within which that share of the answers came; undefined where there was none. */
export interface Latency {
  readonly p50?: number | undefined
  readonly p95?: number | undefined
  readonly p99?: number | undefined
}

export interface OperationHealth extends Count, Latency {
  readonly operation: OperationName
}

export interface Minute extends Count {
  /** When it began. Milliseconds since the epoch. */
  readonly at: number
  readonly p95?: number | undefined
}

/** A request that brought no value. Its path is the table's, without anybody's ids. */
export interface Mishap {
  readonly at: number
  readonly operation: OperationName
  readonly method: Operation['method']
  readonly path: string
  readonly kind: Failure['kind']
  /** 0 where it was never sent. */
  readonly attempt: number
  /** It was sent again in vain, and is not any more. */
  readonly gaveUp?: true
  readonly status?: number
  /** Genesys Cloud's word for it. */
  readonly code?: string
  readonly cause?: string
  readonly correlationId?: string
}

export type AlertLevel = 'critical' | 'warning' | 'informational'

export type AlertKind =
  | 'limited-long' // 429 for five minutes
  | 'unauthorized' // a spike of 401
  | 'unavailable' // 503
  | 'failing' // more than one in ten
  | 'very-slow' // a spike of p99
  | 'limited' // any 429
  | 'nearly-full' // fewer than ten requests, or a fifth, left
  | 'busy' // more than four fifths used, on average
  | 'renewal-failed'
  | 'some-failing' // more than one in twenty, or rising
  | 'slow' // p95 rising
  | 'renewed'
  | 'use-rising'

export interface Alert {
  readonly kind: AlertKind
  readonly level: AlertLevel
  /** Milliseconds since the epoch. */
  readonly from: number
  /** Not set while it stands. */
  readonly to?: number
}

export interface SocketHealth {
  readonly state: Connection['state']
  /** Since when it is in this state. */
  readonly since: number
  readonly lastEvent?: number | undefined
  /** How often it went live again. */
  readonly reconnections: number
}

export interface SignInHealth {
  /** Milliseconds until the token ends; undefined when there is none. */
  readonly left?: number | undefined
  /** Since this agent signed in. */
  readonly since: number
  readonly renewedAt?: number | undefined
  readonly renewals: number
  readonly renewalFailures: number
}

/** The machine or the browser stood still, or somebody set the clock. Milliseconds. */
export interface Sleep {
  readonly at: number
  readonly ms: number
}

/** Whether requests go out at all, where the engine holds them back after trouble. */
export interface CircuitState {
  /** `trying`: one request is on its way to find out. */
  readonly state: 'closed' | 'open' | 'trying'
  /** Since when it has been open, or closed. Milliseconds since the epoch. */
  readonly since: number
}

export interface Health {
  /** When this was so. Milliseconds since the epoch. */
  readonly at: number
  readonly use: Use
  /** Since midnight, or the sign-in if that was later. */
  readonly day: Count & { readonly since: number; readonly limited: number }
  /** Of the last five minutes. */
  readonly recent: Count & Latency
  /** The ones used most come first; since the sign-in. */
  readonly operations: readonly OperationHealth[]
  /** The last hour, the oldest first. */
  readonly minutes: readonly Minute[]
  /** The newest first. */
  readonly errors: readonly Mishap[]
  /** Those that stand first, then the newest. */
  readonly alerts: readonly Alert[]
  readonly socket: SocketHealth
  readonly signIn: SignInHealth
  /** Milliseconds that this machine is ahead of Genesys Cloud, where its answers say so. */
  readonly ahead?: number | undefined
  /** The newest first. */
  readonly sleeps: readonly Sleep[]
  readonly circuit?: CircuitState | undefined
}
