/**
 * The sign-ins that were begun, by their state: each is used once, and none after somebody has signed out.
 * By counting, where they were begun here: somebody may set the clock.
 */
import type { Clock } from '~/clock'

export interface BegunSignIns {
  /** How often somebody has signed out. */
  signOuts(): number
  /** One more, as of so many sign-outs; `window`: one of its own comes back with the answer. */
  add(state: string, signOuts: number, window: boolean): void
  /** It is used up; answers whether it was so before. */
  use(state: string): boolean
  /** Begun before somebody signed out; `startedAt` for one that another engine has begun. */
  isOver(state: string, startedAt?: number): boolean
  /** A window of its own comes back with the answer. */
  hasWindow(state: string): boolean
  signOut(): void
}

/** An agent who begins one after the other finishes one of the latest. */
const most = 99

export function createBegun(clock: Clock): BegunSignIns {
  const begun = new Map<string, { readonly signOuts: number; readonly window: boolean }>()
  let used: readonly string[] = []
  let signOuts = 0
  let signedOutAt = Number.NEGATIVE_INFINITY
  return {
    signOuts: () => signOuts,
    add(state, signOuts, window) {
      begun.set(state, { signOuts, window })
      for (const oldest of [...begun.keys()].slice(0, -most)) begun.delete(oldest)
    },
    use(state) {
      const before = used.includes(state)
      if (!before) used = [state, ...used].slice(0, most)
      return before
    },
    isOver(state, startedAt = Number.POSITIVE_INFINITY) {
      const one = begun.get(state)
      return one ? one.signOuts < signOuts : startedAt <= signedOutAt
    },
    hasWindow: (state) => begun.get(state)?.window === true,
    signOut() {
      signOuts++
      signedOutAt = clock.now()
    },
  }
}
