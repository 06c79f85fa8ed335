/** What an agent does with an open conversation beyond its buttons: the transfer and the wrap-up. */
import type { Cache } from '~/storage/cache'
import { createSealed, type Sealed } from '~/storage/sealed'
import { browserStorage } from '~/storage/storage'
import { createTransfers } from '~/transfer/store'
import { createWrapup } from '~/wrapup/store'
import type { Desk } from './desk'
import { findDestinations, whyAway } from './destinations'
import { openCache } from './lasting'

export type Tasks = ReturnType<typeof createTasks>

/** Once per desk: what is being prepared for one call survives a look at another. */
export function createTasks(desk: Desk, drafts: Sealed, cache: Cache) {
  return {
    transfers: createTransfers({
      ...desk.means,
      search: (text, options) => findDestinations(desk, text, options),
      whyAway: (person) => whyAway(desk, person),
      country: desk.me.country,
    }),
    wrapup: createWrapup({ ...desk.means, kept: drafts, known: desk.known, cache }),
  }
}

/** With what this agent wrote and has not sent, as the browser has kept it. */
export function openTasks(desk: Desk) {
  const { me, means, sync } = desk
  const drafts = createSealed(browserStorage, 'drafts', me.id, means.clock.now)
  return createTasks(desk, drafts, openCache({ me, clock: means.clock, isClosed: sync.isClosed }))
}
