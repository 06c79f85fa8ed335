/** What the engine knows of its session before that is loaded. */
import type { Clock } from '~/clock'
import type { Config } from '~/config/config'
import type { Health } from '~/protocol/health'
import type {
  Begin,
  Begun,
  Numbered,
  Places,
  Progress,
  Session,
  TrailEntry,
} from '~/protocol/protocol'
import type { Storage } from '~/storage/storage'
import type { Channel, ChannelParts } from './channel'
import type { KeepAlive } from './keepalive'
import type { OpenSocket } from './socket'
import type { Watching } from './watching'

export interface SessionParts {
  readonly clock: Clock
  readonly elapsed: () => number
  readonly random: () => number
  readonly fetch: typeof globalThis.fetch
  readonly storage: Storage
  readonly config: Config
  readonly openSocket: OpenSocket
  readonly onSession: (session: Session) => void
  readonly onConnection: ChannelParts['onConnection']
  readonly onEvent: ChannelParts['onEvent']
}

/** What comes with a request of a page. */
export interface KeptAsk {
  /** The page: those of one lane take turns. */
  readonly source: unknown
  readonly signal: AbortSignal
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** Behind all that somebody looks at, whatever the operation's own lane. */
  readonly lane?: 'background' | undefined
  /** Milliseconds since the epoch. */
  readonly until?: number | undefined
}

type Ask = Extract<Numbered, { kind: 'ask' }>
export type Finish = Extract<Numbered, { kind: 'finish' }>
export interface Finished {
  readonly close: boolean
  readonly signedIn: boolean
}

/** What is known of a sign-in beside its tokens. */
export interface Manner {
  /** Its agent was seen at the login host. */
  readonly shown: boolean
  /** Nobody asked for it. */
  readonly silent: boolean
  readonly wasLocked: boolean
  /** Milliseconds since its agent was seen, as far as an earlier engine knew. */
  readonly shownAgo: number | undefined
}

export interface Keeper {
  readonly channel: Channel
  readonly watching: Watching
  begin(request: Begin, folder: string): Promise<Begun | undefined>
  /**
   * `close`: the page that brought the answer was opened for that alone. `signedIn`: somebody is signed in
   * by this very answer; false for one that comes again.
   */
  finish(request: Finish): Promise<Finished>
  /** The desk's only way to ask; the operations of the engine's own are refused. */
  ask(request: Ask, options: KeptAsk): Promise<unknown>
  /** Counts the sign-ins. */
  login(): number
  /** Somebody touched the desk. */
  touch(): void
  /** What pages say of live conversations; and that they are there. */
  readonly heard: KeepAlive['heard']
  /** Time has passed, perhaps much of it: the machine may have slept. */
  look(): void
  /** The network is back. */
  online(): void
  trail(): Promise<readonly TrailEntry[]>
  health(): Health
  places(wish: string | undefined): Promise<Places>
  /** Answers where the login host forgets the agent too. */
  signOut(folder: string): Promise<string | undefined>
}
