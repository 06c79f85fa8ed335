/**
 * What the desk (the page) and the engine (the worker) say to each other. No token, URL or header
 * is in here; the sign-in transaction of a redirect, which must outlive the page, is the one exception.
 */
import type { Problem } from '~/config/config'
import type { Failure } from '~/genesys/errors'
import type { Answer, Body, OperationName, Params } from '~/genesys/operations'
import type { UserTopic } from '~/genesys/topics'

/** What must survive the way to the login host and back. Kept in sessionStorage by the page. */
export interface Transaction {
  readonly verifier: string
  readonly state: string
  /** The login origin it was begun with. */
  readonly login: string
  readonly redirectUri: string
  /** Where in the desk to go on, a hash such as `#/conversations/1`. */
  readonly returnTo: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
}

/** Why nobody is signed in, when there is something to say. */
export type SignInProblem =
  | 'ended' // Genesys Cloud no longer accepts the sign-in
  | 'denied'
  | 'mismatch' // the answer does not belong to this browser's sign-in
  | 'stale' // older than ten minutes
  | 'code-refused'
  | 'login-unreachable' // no answer
  | 'login-failed' // an answer that is none
  | 'login-refused'
  | 'not-loaded' // a part of this app that its own host did not give
  | 'lost' // the answer came without a sign-in waiting for it

export type Session =
  | { readonly state: 'starting' }
  | { readonly state: 'misconfigured'; readonly problems: readonly Problem[] }
  | { readonly state: 'signed-out'; readonly title: string; readonly problem?: SignInProblem }
  | { readonly state: 'signing-in'; readonly title: string }
  /** `login` counts the sign-ins of this engine: another number may be another person. */
  | { readonly state: 'signed-in'; readonly title: string; readonly login: number }

/** The notification socket. `epoch` counts the times it went live: each means a gap to fill. */
export type Connection =
  | { readonly state: 'idle' }
  | { readonly state: 'connecting' }
  | { readonly state: 'live'; readonly epoch: number }
  | { readonly state: 'waiting'; readonly retryAt: number }

/** From the desk to the engine. */
export type Request =
  | { readonly kind: 'hello'; readonly folder: string }
  | { readonly kind: 'bye' }
  /** Whether the engine lives; it answers at once. */
  | { readonly kind: 'ping' }
  | { readonly kind: 'begin'; readonly returnTo: string }
  | { readonly kind: 'finish'; readonly answer: string; readonly transaction: Transaction | null }
  | {
      readonly kind: 'ask'
      readonly operation: OperationName
      readonly params: Readonly<Record<string, string | undefined>>
      readonly body?: unknown
      /** The sign-in it is meant for, as far as the page has heard. */
      readonly login?: number | undefined
    }
  | { readonly kind: 'listen'; readonly userId: string }
  | { readonly kind: 'reconnect' }
  /** What the browser tells of the network, and tells no SharedWorker in Chromium. */
  | { readonly kind: 'online' }
  | { readonly kind: 'offline' }
  | { readonly kind: 'sign-out' }

export type Numbered = Request & { readonly id: number }

/** From the engine to the desk. */
export type Message =
  | { readonly kind: 'reply'; readonly id: number; readonly value?: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'connection'; readonly connection: Connection }
  | { readonly kind: 'event'; readonly topic: UserTopic; readonly body: unknown }

/** How the desk asks for one operation of the table; rejects with `Failed`. */
export type Ask = <N extends OperationName>(
  operation: N,
  params: Params<N>,
  body?: Body<N>,
) => Promise<Answer<N>>

/** One end of the line between a page and the engine. */
export interface Port {
  postMessage(message: unknown): void
  onmessage: ((event: never) => void) | null
}

/** A transaction as it came back from storage, or null when it is not one. */
export function checkTransaction(data: unknown): Transaction | null {
  if (!isRecord(data)) return null
  const { verifier, state, login, redirectUri, returnTo, startedAt } = data
  if (!isText(verifier) || !isText(state) || !isText(login)) return null
  if (!isText(redirectUri) || !isText(returnTo) || typeof startedAt !== 'number') return null
  return { verifier, state, login, redirectUri, returnTo, startedAt }
}

export function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

export function isText(data: unknown): data is string {
  return typeof data === 'string' && data.length <= 4096
}
