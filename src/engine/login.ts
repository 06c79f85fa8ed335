/**
 * The part that logs in, loaded when somebody does: an engine that lives on through a reload never
 * needs it.
 */
import type { Clock } from '~/clock'
import type { Config } from '~/config'
import type { Transaction } from '~/protocol'

/** Milliseconds for it to be loaded. */
const patience = 15_000

function load(clock: Clock) {
  const late = new Promise<never>((_, fail) => clock.after(patience, () => fail()))
  return Promise.race([import('./oauth'), late])
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
  try {
    const { finishSignIn } = await load(parts.clock)
    return await finishSignIn(config, transaction, answer, parts)
  } catch {
    return { problem: 'login-unreachable' } as const
  }
}
