import type { Clock } from '~/clock'

/** How long ago something was: answers milliseconds, whenever it is asked. */
export type Passed = () => number

/**
 * Marks a moment. Somebody may set the wall clock back, and the other counter may stand still while the
 * machine sleeps: as much has passed as the one says that says more.
 */
export function marking(clock: Clock, elapsed: () => number): () => Passed {
  return () => {
    const [at, after] = [clock.now(), elapsed()]
    return () => Math.max(clock.now() - at, elapsed() - after)
  }
}
