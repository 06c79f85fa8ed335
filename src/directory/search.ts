import { objects, pageAfter } from '~/genesys/values'
import type { Ask, AskOptions } from '~/protocol/protocol'
import { type Person, personFromWire } from './person'

export interface FoundPeople {
  readonly found: readonly Person[]
  /** The number of the page that follows. */
  readonly next: number | undefined
}

/** As many as a person reads at once. */
const shown = 25

/** A page of the colleagues whose name contains the text. Rejects with `Failed`. */
export async function searchPeople(
  ask: Ask,
  text: string,
  page = 1,
  options?: AskOptions,
): Promise<FoundPeople> {
  const found = await ask(
    'searchUsers',
    {},
    {
      ...{ pageSize: shown, pageNumber: page },
      sortBy: 'name',
      expand: ['presence', 'routingStatus'],
      query: [{ type: 'CONTAINS', fields: ['name'], value: text }],
    },
    options,
  )
  const people = objects(found?.results).flatMap((wire) => personFromWire(wire) ?? [])
  return { found: people, next: pageAfter(page, shown, found?.total) }
}
