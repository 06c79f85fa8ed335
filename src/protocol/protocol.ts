/**
 * What the desk (the page) and the engine (the worker) say to each other. No token and no header is in here,
 * and no address but the login host's; the sign-in transaction of a redirect, which must outlive the page, is
 * the one exception.
 */
import type { Allowed as AllowedDestinations } from '~/config/allowed'
import type { CallerId } from '~/config/callerids'
import type { Problem } from '~/config/check'
import type { Notifications } from '~/config/notifications'
import type { Failure } from '~/genesys/errors'
import type { Answer, Body, OperationName, Params } from '~/genesys/operations'
import type { UserTopic } from '~/genesys/topics'
import type { Health } from './health'

/**
 * What must survive the way to the login host and back. Kept in sessionStorage by a page that goes there
 * itself, and by the engine for one that opens a window.
 */
export interface Transaction {
  readonly verifier: string
  readonly state: string
  /** The name of the configuration's entry that it was begun with. */
  readonly site: string
  /** The login origin it was begun with. */
  readonly login: string
  readonly redirectUri: string
  /** Where in the desk to go on, a hash such as `#/conversations/1`. */
  readonly returnTo: string
  /** Milliseconds since the epoch. */
  readonly startedAt: number
  /** What the login host was told: to ask the agent in any case, or in none. */
  readonly prompt?: 'login' | 'none' | undefined
}

/** Why nobody is signed in, when there is something to say. */
export type SignInProblem =
  | 'ended' // Genesys Cloud no longer accepts the sign-in
  | 'too-long' // as long as the configuration lets a sign-in last
  | 'engine-died' // and with it what it knew
  | 'denied'
  | 'mismatch' // the answer does not belong to this browser's sign-in
  | 'stale' // older than ten minutes
  | 'code-refused'
  | 'login-unreachable' // no answer
  | 'login-failed' // an answer that is none
  | 'login-refused'
  | 'client-refused' // the login host does not accept this app
  | 'client-pending' // nor may it log anybody in, or not yet
  | 'not-loaded' // a part of this app that its own host did not give
  | 'lost' // the answer came without a sign-in waiting for it

/** How long the sign-in stands. */
export type Standing =
  /** Long enough, or it is renewed unseen; `problem`: of the last attempt to sign in again, if it failed. */
  | { readonly state: 'firm'; readonly problem?: SignInProblem }
  /**
   * It ends at that moment (milliseconds since the epoch) unless somebody goes to the login host; `unseen`:
   * a page will do so by itself, `due`: at the next quiet moment.
   */
  | {
      readonly state: 'ending'
      readonly endsAt: number
      readonly due: boolean
      readonly unseen: boolean
      readonly problem?: SignInProblem
    }
  /** Nothing can be asked until the agent has signed in again; the desk stays. */
  | { readonly state: 'ended'; readonly problem: SignInProblem }

/** Whether the desk hides its customers because nobody has touched it. */
export type Lock =
  | { readonly state: 'open' }
  /** It closes at that moment unless somebody touches it. Milliseconds since the epoch. */
  | { readonly state: 'closing'; readonly at: number }
  | { readonly state: 'locked' }

/** Where a call may be sent at all, as the configuration has it. */
export type Allowed = AllowedDestinations

export interface SignedIn {
  readonly state: 'signed-in'
  readonly title: string
  /** Counts the sign-ins: another number is another person. One who signs in again keeps it. */
  readonly login: number
  readonly standing: Standing
  readonly lock: Lock
  /** Scopes that the OAuth client lacks, although the desk needs them. */
  readonly lacking: readonly string[]
  /** Where a call may be sent, if the configuration says. */
  readonly allowed?: Allowed | undefined
  /** What may be shown to those who are called, if the configuration offers any. */
  readonly callerIds?: readonly CallerId[] | undefined
  /** What a notification of the system may say, if the configuration limits it. */
  readonly notifications?: Notifications | undefined
}

export type Session =
  | { readonly state: 'starting' }
  | { readonly state: 'misconfigured'; readonly problems: readonly Problem[] }
  | {
      readonly state: 'signed-out'
      readonly title: string
      readonly problem?: SignInProblem
      /** The names of the places to log in to, where there are several. */
      readonly sites?: readonly string[]
    }
  | { readonly state: 'signing-in'; readonly title: string }
  | SignedIn

/** The notification socket. `epoch` counts the times it went live: each means a gap to fill. */
export type Connection =
  | { readonly state: 'idle' }
  | { readonly state: 'connecting' }
  | { readonly state: 'live'; readonly epoch: number }
  | { readonly state: 'waiting'; readonly retryAt: number }
  /** Another connection listens in its place, of this app or another: nothing comes here until it is taken back. */
  | { readonly state: 'taken'; readonly by: 'same-app' | 'other-app' | 'unknown' }

/** From the desk to the engine. */
export type Request =
  | { readonly kind: 'hello'; readonly folder: string }
  | { readonly kind: 'bye' }
  /** Whether the engine lives; it answers at once. */
  | { readonly kind: 'ping' }
  | Begin
  | { readonly kind: 'finish'; readonly answer: string; readonly transaction: Transaction | null }
  | {
      readonly kind: 'ask'
      readonly operation: OperationName
      readonly params: Readonly<Record<string, string | undefined>>
      readonly body?: unknown
      /** The sign-in it is meant for, as far as the page has heard. */
      readonly login?: number | undefined
      /** Asks to be told how it fares, by `progress`. */
      readonly follow?: true | undefined
      readonly until?: number | undefined
      /** As in `AskOptions`. */
      readonly lane?: 'background' | undefined
    }
  /** Nobody waits any more for what was asked as `ask`: a read that has not gone out stays here. */
  | { readonly kind: 'cancel'; readonly ask: number }
  | { readonly kind: 'listen'; readonly userId: string }
  /**
   * What happens to these topics is told, by `progress`, until this is given up; answered when it is over for
   * another reason, and whoever still looks asks again.
   */
  | { readonly kind: 'watch'; readonly topics: readonly string[] }
  | { readonly kind: 'reconnect' }
  /** What the browser tells of the network, and tells no SharedWorker in Chromium. */
  | { readonly kind: 'online' }
  | { readonly kind: 'offline' }
  /** The agent has touched the desk; or a page tells whether a conversation is live, and nobody did. */
  | { readonly kind: 'active'; readonly live?: boolean | undefined }
  /** What has happened with sign-ins; see `TrailEntry`. */
  | { readonly kind: 'trail' }
  /** How requests, socket and sign-in fare: answered by `Health`, or nothing where nobody has logged in. */
  | { readonly kind: 'health' }
  /** Where one can log in; `wish` as in `begin`. Answered by `Places`. */
  | { readonly kind: 'places'; readonly wish?: string | undefined }
  | { readonly kind: 'sign-out' }

/** Prepares a sign-in. */
export interface Begin {
  readonly kind: 'begin'
  /** Where in the desk to go on. */
  readonly returnTo: string
  /**
   * `redirect`: this page goes to the login host. `window`: a window does, and comes back to the engine.
   * `framed`: a window of a framed desk does, and comes back to the page. `silent`: this page goes, without
   * being asked, and only one page at a time.
   */
  readonly how: 'redirect' | 'window' | 'framed' | 'silent'
  /**
   * A place by its name, or the page's query, which may name one. Only a key into the configuration's list:
   * what fits none is ignored, and the place of the last time is taken, or the first.
   */
  readonly site?: string | undefined
}

/** Where to go. Without a transaction the engine keeps it. */
export interface Begun {
  readonly url: string
  readonly transaction?: Transaction
}

/** Where one can log in. All of it can be read in config.json by anybody. */
export interface Place {
  readonly name: string
  /** The region's, such as `mypurecloud.de`. */
  readonly domain: string
  readonly clientId: string
}

export interface Places {
  readonly all: readonly Place[]
  /** The name of the one that a log-in goes to. */
  readonly chosen: string
}

/** One line of the auth trail. Never a value: no token, code, name or address. */
export interface TrailEntry {
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly event: string
  readonly reason?: string
  /** Genesys Cloud's own id of the request. */
  readonly correlationId?: string
}

/** What a page may read of the engine at any time. */
export interface Readings {
  /** The oldest first. */
  readonly trail: readonly TrailEntry[]
  /** Undefined where nobody has logged in. */
  readonly health: Health | undefined
}

export type Numbered = Request & { readonly id: number }

/** From the engine to the desk. */
export type Message =
  | { readonly kind: 'reply'; readonly id: number; readonly value?: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress | Watched }
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'connection'; readonly connection: Connection }
  | { readonly kind: 'event'; readonly topic: UserTopic; readonly body: unknown }

/** How far a request has come. */
export type Progress =
  /** It waits for its turn. */
  | { readonly step: 'queued' }
  /** It has gone out, for the first time or again. */
  | { readonly step: 'sent'; readonly attempt: number }
  /** Genesys Cloud has taken it; the id is that of the request. */
  | { readonly step: 'accepted'; readonly correlationId?: string }

/** What comes of a watch. */
export type Watched =
  /**
   * From now on all that happens is told: what was read before may be older. `without`: but of these, which may
   * not be subscribed to, or find no place beside what others look at. Said anew when that changes.
   */
  | { readonly step: 'watching'; readonly without: readonly string[] }
  | { readonly step: 'told'; readonly topic: string; readonly body: unknown }

/** What else there is to say of a request. */
export interface AskOptions {
  /** Nobody waits for its answer any more: a read is given up, an order goes on. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: Progress) => void
  /** Nobody looks at it: whatever else there is goes first. There is no way to push ahead. */
  readonly lane?: 'background'
  /** A command does not go out after this moment. Milliseconds since the epoch. */
  readonly until?: number
}

/** How the desk asks for one operation of the table; rejects with `Failed`. */
export type Ask = <N extends OperationName>(
  operation: N,
  params: Params<N>,
  body?: Body<N>,
  options?: AskOptions,
) => Promise<Answer<N>>

/** How the desk looks at what others do; see the request. */
export type WatchTopics = (
  topics: readonly string[],
  options: { readonly signal: AbortSignal; readonly onProgress: (news: Watched) => void },
) => Promise<unknown>

/** One end of the line between a page and the engine. */
export interface Port {
  postMessage(message: unknown): void
  onmessage: ((event: never) => void) | null
}

/** A transaction as it came back from storage, or null when it is not one. */
export function checkTransaction(data: unknown): Transaction | null {
  if (!isRecord(data)) return null
  const { verifier, state, site, login, redirectUri, returnTo, startedAt } = data
  if (!isText(verifier) || !isText(state) || !isText(site) || !isText(login)) return null
  if (!isText(redirectUri) || !isText(returnTo) || typeof startedAt !== 'number') return null
  const prompt = (['login', 'none'] as const).find((one) => one === data.prompt)
  return { verifier, state, site, login, redirectUri, returnTo, startedAt, prompt }
}

export function isRecord(data: unknown): data is Record<string, unknown> {
  return typeof data === 'object' && data !== null && !Array.isArray(data)
}

export function isText(data: unknown): data is string {
  return typeof data === 'string' && data.length <= 4096
}
