/**
 * What has to outlive an engine that does not outlive a reload: that the desk is locked, and since when its
 * agent has not been seen at the login host. Nothing in it says who that is.
 */
import { type Clock, inTime } from '~/clock'
import type { Storage } from '~/storage/storage'

export interface Outliving {
  keepLocked(locked: boolean): void
  /** The agent was seen at the login host just now. */
  keepShown(): void
  wasLocked(): Promise<boolean>
  /** Milliseconds since the agent was seen, if that is known and less than `longest`. */
  shownAgo(longest: number): Promise<number | undefined>
  /** Nothing of one person is left for the next. */
  empty(): Promise<void>
}

/** Milliseconds for storage, which may be silent, before it is done without. */
const patience = 2_000
const lockedKey = 'locked'
const shownKey = 'shown-at'

export function createOutliving(storage: Storage, clock: Clock): Outliving {
  const read = (key: string) => inTime(clock, patience, storage.read(key), undefined)
  return {
    keepLocked: (locked) => void storage.keep(lockedKey, locked),
    keepShown: () => void storage.keep(shownKey, clock.now()),
    wasLocked: () => read(lockedKey).then((kept) => kept === true),
    async shownAgo(longest) {
      const at = await read(shownKey)
      const ago = typeof at === 'number' ? clock.now() - at : Number.NaN
      return ago >= 0 && ago < longest ? ago : undefined
    },
    empty: () => inTime(clock, patience, storage.empty(), undefined),
  }
}
