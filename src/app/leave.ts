/** The way out, once nothing of the desk is on screen any more. */
import { type Clock, inTime } from '~/clock'

/** Why the page is still here: Genesys Cloud could not be told, or its page does not open. */
export type Stayed = 'untold' | 'slow'

/** Milliseconds for the engine, which gives Genesys Cloud four seconds to take the token back. */
const engineLife = 6_000
/** Milliseconds for a store that may never answer. */
const storeLife = 2_000
/** Milliseconds for the login page to open. */
const slow = 15_000

/**
 * Leaves for the login host, which forgets the agent too; comes back only where that cannot be. `ended`: where
 * that is, once the sign-in has ended here; nothing when Genesys Cloud could not be told.
 */
export async function leave(
  ended: Promise<string | undefined>,
  parts: {
    readonly clock: Clock
    readonly empty: () => Promise<void>
    readonly isOnline: () => boolean
    readonly go: (url: string) => void
  },
): Promise<Stayed> {
  const { clock } = parts
  const next = await inTime(clock, engineLife, ended, undefined)
  // Below what was still being written.
  await inTime(clock, storeLife, parts.empty(), undefined)
  if (next === undefined || !parts.isOnline()) return 'untold'
  parts.go(next)
  await new Promise<void>((done) => void clock.after(slow, done))
  return 'slow'
}
