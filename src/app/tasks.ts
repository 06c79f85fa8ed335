/** What an agent does with an open conversation beyond its buttons: the transfer and the wrap-up. */
import type { Cache } from '~/storage/cache'
import { browserClaim, type Claim } from '~/storage/claim'
import { createSealed, type Sealed } from '~/storage/sealed'
import { browserStorage } from '~/storage/storage'
import { createTransfers } from '~/transfer/store'
import { createWrapup } from '~/wrapup/store'
import type { Desk } from './desk'
import { findDestinations, whyAway } from './destinations'
import { openCache } from './lasting'
import { followUnconfirmed } from './unconfirmed'

export type Tasks = ReturnType<typeof createTasks>

/** What the browser keeps for one agent. */
export interface Kept {
  readonly drafts: Sealed
  readonly orders: Sealed
  readonly cache: Cache
}

/** Once per desk: what is being prepared for one call survives a look at another. */
export function createTasks(desk: Desk, { drafts, orders, cache }: Kept, claim: Claim) {
  return {
    transfers: createTransfers({
      ...desk.means,
      search: (text, options) => findDestinations(desk, text, options),
      whyAway: (person) => whyAway(desk, person),
      country: desk.me.country,
    }),
    wrapup: createWrapup({
      ...{ ...desk.means, kept: drafts, known: desk.known, cache },
      submitted: followUnconfirmed(desk, orders, claim),
    }),
  }
}

/** With what this agent wrote and has not sent, and ordered and has not seen done, as the browser has kept it. */
export function openTasks(desk: Desk) {
  const { me, means, sync } = desk
  const { clock } = means
  const sealed = (name: string) => createSealed(browserStorage, name, me.id, clock.now)
  const cache = openCache({ me, clock, isClosed: sync.isClosed })
  return createTasks(
    desk,
    { drafts: sealed('drafts'), orders: sealed('orders'), cache },
    browserClaim,
  )
}
