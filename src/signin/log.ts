/** The auth trail in words, and as a file for whoever looks into it. */
import { t } from '~/language'
import type { SignInProblem, TrailEntry } from '~/protocol/protocol'
import { problemWords } from './words'

/** What the engine notes; what is not here is shown as it is. */
const events: ReadonlyMap<string, string> = new Map([
  ['sign-in-begun', t`Log-in begun`],
  ['sign-in-failed', t`Log-in failed`],
  ['signed-in', t`Signed in`],
  ['signed-in-again', t`Signed in again`],
  ['renewed', t`Renewed unseen`],
  ['renewal-failed', t`A renewal did not come through, and is tried again`],
  ['renewal-refused', t`Renewal refused`],
  ['token-refused', t`Genesys Cloud refused a request: the sign-in had ended`],
  ['ended', t`Sign-in ended`],
  ['locked', t`Desk locked: nobody had touched it`],
  ['unlocked', t`Desk unlocked`],
  ['signed-out', t`Signed out`],
  ['not-read', t`Facts about the sign-in could not be read`],
  ['scopes-lacking', t`Scopes are lacking`],
])

const reasons: ReadonlyMap<string, string> = new Map([
  ['redirect', t`In this tab`],
  ['window', t`In a window`],
  ['framed', t`In a window, from a frame`],
  ['silent', t`Unseen`],
  ['signed-out', t`Begun before the sign-out`],
  ['refused', t`Genesys Cloud refused it`],
  ['unreachable', t`Genesys Cloud did not answer`],
  ['rate-limited', t`Too much was asked at once`],
])

export function eventWords({ event }: TrailEntry): string {
  return events.get(event) ?? event
}

export function reasonWords({ reason }: TrailEntry): string | undefined {
  if (reason === undefined) return undefined
  return isProblem(reason) ? problemWords()[reason] : (reasons.get(reason) ?? reason)
}

function isProblem(reason: string): reason is SignInProblem {
  return Object.hasOwn(problemWords(), reason)
}

/** JSON, the oldest first, with times in UTC. */
export function logText(entries: readonly TrailEntry[]): string {
  const list = entries.map(({ at, event, reason, correlationId }) => ({
    ...{ at: new Date(at).toISOString(), event, reason, correlationId },
  }))
  return JSON.stringify({ minidesk: 'sign-in log', entries: list }, null, 2)
}
