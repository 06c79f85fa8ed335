/**
 * A desk whose engine has died, and the sign-in with it. It stays on screen while another engine is there
 * and somebody signs in to that one: the same agent goes on, anybody else gets a desk of their own.
 */
import { text } from '~/genesys/values'
import type { Ask, Session, SignedIn } from '~/protocol/protocol'

/** What the page shows of a new engine's sessions, in place of `before`. */
export interface Orphan {
  /** Tells what to show; undefined as long as nothing changes. */
  hear(session: Session): Promise<Session | undefined>
}

export function adoptOrphan(
  before: SignedIn,
  parts: {
    readonly userId: string
    readonly ask: Ask
    /** The same agent is back. */
    readonly onBack: () => void
    /** Somebody else is: nothing of the one before may stay. */
    readonly onOther: () => Promise<unknown>
  },
): Orphan {
  /** Heard at once of an engine that knows nobody; once more it is somebody's sign-out. */
  let unknown = false
  let back = false
  /** By the new engine's count of sign-ins, whether it is the agent of this desk. */
  let known: { login: number; same: Promise<boolean> } | undefined

  async function isSame(): Promise<boolean> {
    const id = text((await parts.ask('getMe', {})).id)
    if (!id) throw new TypeError('It was not said who that is.')
    const same = id === parts.userId
    back = same
    if (same) parts.onBack()
    else await parts.onOther()
    return same
  }

  return {
    async hear(session) {
      switch (session.state) {
        case 'signed-in': {
          const { login } = session
          if (known?.login !== login) known = { login, same: isSame() }
          const same = await known.same.catch(() => undefined)
          if (same === undefined) {
            known = undefined
            return ended(before, 'login-unreachable')
          }
          return { ...session, login: same ? before.login : before.login + login }
        }
        case 'signed-out': {
          const left = session.problem === undefined && unknown
          unknown = true
          return back || left ? session : ended(before, session.problem ?? 'engine-died')
        }
        case 'misconfigured':
          return session
        case 'starting':
        case 'signing-in':
          return undefined
        default:
          return session satisfies never
      }
    },
  }
}

export function ended(
  before: SignedIn,
  problem: Extract<SignedIn['standing'], { state: 'ended' }>['problem'],
): SignedIn {
  // What counted towards the lock has died as well: what was about to close is closed.
  const lock = before.lock.state === 'open' ? before.lock : ({ state: 'locked' } as const)
  return { ...before, standing: { state: 'ended', problem }, lock }
}
