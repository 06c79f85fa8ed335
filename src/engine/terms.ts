/** What the term of a sign-in needs, and what it is asked. */
import type { Clock } from '~/clock'
import type { SignInProblem, Standing } from '~/protocol/protocol'
import type { Bearer, Http } from './http'
import type { Refreshed } from './oauth'
import type { Passed } from './passed'
import type { Trail } from './trail'
import type { Turns } from './turns'
import type { Tokens } from './vault'

export interface TermParts {
  readonly clock: Clock
  readonly elapsed: () => number
  readonly mark: () => Passed
  readonly random: () => number
  readonly trail: Trail
  /** Milliseconds after which an agent logs in anew, however often the sign-in was renewed. */
  readonly longest: number
  readonly refresh: (refreshToken: string) => Promise<Refreshed>
  /** Asks with that token alone. */
  readonly httpOf: (token: string) => Http
  readonly revoke: (token: string) => void
  /** There is something new to tell. */
  readonly onStanding: () => void
  readonly onRenewed: () => void
  /** Nothing can be asked any more, until somebody signs in. */
  readonly onEnded: () => void
}

export interface Term extends Pick<Bearer, 'ready' | 'refused' | 'token'> {
  readonly turns: Turns
  standing(): Standing
  ended(): boolean
  /** Milliseconds until the token ends; undefined when there is none. */
  left(): number | undefined
  /** It has lasted as long as one may, or nearly: only an agent who is seen makes it longer. */
  tooLong(): boolean
  /**
   * Somebody's new sign-in; `again`: the same agent's goes on. `shown`: they were seen at the login host,
   * `ago`: as many milliseconds before, if that is known. Answers the token that is not needed any more.
   */
  begin(
    tokens: Tokens,
    how: { readonly again: boolean; readonly shown: boolean; readonly ago?: number | undefined },
  ): string | undefined
  /** Nobody is signed in. */
  over(): void
  /** Sends away who waits for a sign-in of the one before. */
  dismiss(): void
  /** A new sign-in did not come about; `silent`: nobody asked for it. */
  failed(why: SignInProblem, silent: boolean): void
  /** Leave for one page to go to the login host unasked. */
  maySilently(): boolean
  /** The agent tries anew to sign in again: what went wrong before says nothing any more. */
  retried(): void
  /** Time has passed. */
  look(): void
  /** The network is back. */
  online(): void
}
