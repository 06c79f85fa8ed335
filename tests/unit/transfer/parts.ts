import type { Clock } from '~/clock'
import { createFavourites } from '~/transfer/favourites'
import type { FinderParts } from '~/transfer/finder'
import { createRecents } from '~/transfer/recents'
import type { SightParts } from '~/transfer/sights'

/** Sees nothing: nobody is told live, and no queue is observed. */
export function unseen(clock: Clock): SightParts {
  return {
    clock,
    now: clock.now,
    paused: () => false,
    observe: async () => new Map(),
    estimate: async () => undefined,
    people: async () => [],
    watch: () => new Promise(() => {}),
  }
}

/** What a finder is made of besides its search, where none of it matters. */
export function finderParts(clock: Clock): Omit<FinderParts, 'search'> {
  return {
    clock,
    country: 'DE',
    sight: unseen(clock),
    favourites: createFavourites({
      read: async () => undefined,
      readAnew: async () => undefined,
      keep: async () => true,
      forget: async () => {},
      follow: () => () => {},
    }),
    recents: createRecents(),
    admit: (to) => to,
  }
}
