/** What an agent does with an open conversation beyond its buttons: the transfer and the wrap-up. */
import { browserClaim, type Claim } from '~/storage/claim'
import { createSealed, type Sealed } from '~/storage/sealed'
import { browserStorage } from '~/storage/storage'
import { createTransfers } from '~/transfer/store'
import { createWrapup } from '~/wrapup/store'
import type { Desk } from './desk'
import { findDestinations, whyAway } from './destinations'
import { followUnconfirmed } from './unconfirmed'

export type Tasks = ReturnType<typeof createTasks>

/** Once per desk: what is being prepared for one call survives a look at another. */
export function createTasks(
  desk: Desk,
  kept: { readonly drafts: Sealed; readonly orders: Sealed },
  claim: Claim,
) {
  return {
    transfers: createTransfers({
      ...desk.means,
      search: (text) => findDestinations(desk, text),
      whyAway: (person) => whyAway(desk, person),
      country: desk.me.country,
    }),
    wrapup: createWrapup({
      ...desk.means,
      kept: kept.drafts,
      known: desk.known,
      submitted: followUnconfirmed(desk, kept.orders, claim),
    }),
  }
}

/** With what this agent wrote and has not sent, and ordered and has not seen done, as the browser has kept it. */
export function openTasks(desk: Desk) {
  const sealed = (name: string) =>
    createSealed(browserStorage, name, desk.me.id, desk.means.clock.now)
  return createTasks(desk, { drafts: sealed('drafts'), orders: sealed('orders') }, browserClaim)
}
