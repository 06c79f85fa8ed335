import { t } from '~/language'
import type { SignInProblem } from '~/protocol/protocol'
import type { Leaving } from './signin'

/** What happened, in words an agent understands. Asked for once the language is known. */
export const problemWords = (): Readonly<Record<SignInProblem, string>> => ({
  ended: t`Your sign-in has ended. Sign in again to go on; your calls are not affected.`,
  'too-long': t`You have been signed in for as long as one log-in may last. Sign in again to go on.`,
  'engine-died': t`A part of Minidesk stopped, and your sign-in with it. Sign in again to go on.`,
  denied: t`Minidesk was not allowed in: by you, your organization or its sign-in. You are not logged in.`,
  mismatch: t`The answer of the login page does not belong to this log-in. It was not used.`,
  stale: t`That log-in was begun more than ten minutes ago. Begin it again.`,
  lost: t`The login page answered, but no log-in was waiting for it. Begin it again.`,
  'code-refused': t`The login page’s answer was too old or already used. Begin the log-in again.`,
  'login-unreachable': t`Genesys Cloud’s login did not answer. Check your network and try again.`,
  'login-failed': t`Genesys Cloud’s login has a problem of its own right now. Try again in a moment.`,
  'not-loaded': t`A part of Minidesk could not be loaded. Reload this page and try again.`,
  'login-refused': t`Genesys Cloud refused the log-in. If it happens again, tell your administrator.`,
  'client-refused': t`Genesys Cloud does not accept Minidesk. Tell your administrator.`,
  'client-pending': t`Your organization has not approved Minidesk. Ask your administrator to.`,
})

/** Why the page did not leave for the login page. */
export const stayedWords = (): Readonly<Record<Exclude<Leaving, 'left'>, string>> => ({
  blocked: t`This browser stores nothing for this page, so a log-in could not be finished. Allow site data for this page and try again.`,
  slow: problemWords()['login-unreachable'],
  failed: t`The log-in could not be begun. Reload this page and try again.`,
})
