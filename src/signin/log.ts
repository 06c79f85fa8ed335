/** The auth trail in words, and as a file for whoever looks into it. */
import type { SignInProblem, TrailEntry } from '~/protocol/protocol'
import { problemWords } from './words'

/** What the engine notes; what is not here is shown as it is. */
const events: ReadonlyMap<string, string> = new Map([
  ['sign-in-begun', 'Log-in begun'],
  ['sign-in-failed', 'Log-in failed'],
  ['signed-in', 'Signed in'],
  ['signed-in-again', 'Signed in again'],
  ['renewed', 'Renewed unseen'],
  ['renewal-failed', 'A renewal did not come through, and is tried again'],
  ['renewal-refused', 'Renewal refused'],
  ['token-refused', 'Genesys Cloud refused a request: the sign-in had ended'],
  ['ended', 'Sign-in ended'],
  ['locked', 'Desk locked: nobody had touched it'],
  ['unlocked', 'Desk unlocked'],
  ['signed-out', 'Signed out'],
  ['not-read', 'Facts about the sign-in could not be read'],
  ['scopes-lacking', 'Scopes are lacking'],
])

const reasons: ReadonlyMap<string, string> = new Map([
  ['redirect', 'In this tab'],
  ['window', 'In a window'],
  ['framed', 'In a window, from a frame'],
  ['silent', 'Unseen'],
  ['signed-out', 'Begun before the sign-out'],
  ['refused', 'Genesys Cloud refused it'],
  ['unreachable', 'Genesys Cloud did not answer'],
  ['rate-limited', 'Too much was asked at once'],
])

export function eventWords({ event }: TrailEntry): string {
  return events.get(event) ?? event
}

export function reasonWords({ reason }: TrailEntry): string | undefined {
  if (reason === undefined) return undefined
  return isProblem(reason) ? problemWords[reason] : (reasons.get(reason) ?? reason)
}

function isProblem(reason: string): reason is SignInProblem {
  return Object.hasOwn(problemWords, reason)
}

/** JSON, the oldest first, with times in UTC. */
export function logText(entries: readonly TrailEntry[]): string {
  const list = entries.map(({ at, event, reason, correlationId }) => ({
    ...{ at: new Date(at).toISOString(), event, reason, correlationId },
  }))
  return JSON.stringify({ minidesk: 'sign-in log', entries: list }, null, 2)
}
