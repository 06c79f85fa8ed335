import { objects, pageAfter } from '~/genesys/values'
import type { Ask, AskOptions } from '~/protocol/protocol'
import { type Contact, contactFromWire } from './contact'

export interface FoundContacts {
  readonly found: readonly Contact[]
  /** The number of the page that follows. */
  readonly next: number | undefined
}

/** As many as a person reads at once. */
const shown = 25
/** Genesys Cloud tells no more than the first of them, however they are paged. */
const most = 1_000

/** A page of the external contacts that fit the words. Rejects with `Failed`. */
export async function searchContacts(
  ask: Ask,
  text: string,
  page = 1,
  options?: AskOptions,
): Promise<FoundContacts> {
  const params = { q: text, pageSize: `${shown}`, pageNumber: `${page}` }
  const listing = await ask('searchContacts', params, undefined, options)
  const found = objects(listing?.entities).flatMap((wire) => contactFromWire(wire) ?? [])
  const total = typeof listing?.total === 'number' ? Math.min(listing.total, most) : undefined
  return { found, next: pageAfter(page, shown, total) }
}
