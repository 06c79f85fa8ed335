/**
 * The part that logs in, loaded when somebody does: an engine that lives on through a reload never
 * needs it.
 */
import { type Clock, inTime } from '~/clock'
import type { Config } from '~/config/config'
import type { Transaction } from '~/protocol'

/** Milliseconds for it to be loaded. */
const patience = 15_000

async function load(clock: Clock) {
  const oauth = await inTime(clock, patience, import('./oauth'), undefined)
  if (!oauth) throw new Error('the part that logs in did not come')
  return oauth
}

/** What to remember, and where to go. Rejects when it could not be loaded. */
export async function begin(clock: Clock, config: Config, redirectUri: string, returnTo: string) {
  const { beginSignIn } = await load(clock)
  return beginSignIn(config, redirectUri, returnTo, clock.now())
}

/** A token for the code in the answer, or why not. */
export async function exchange(
  parts: { readonly clock: Clock; readonly fetch: typeof globalThis.fetch },
  config: Config,
  transaction: Transaction,
  answer: string,
) {
  const oauth = await load(parts.clock).catch(() => undefined)
  if (!oauth) return { problem: 'not-loaded' } as const
  return oauth.finishSignIn(config, transaction, answer, parts)
}
