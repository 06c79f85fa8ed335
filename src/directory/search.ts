import { isCut, objects } from '~/genesys/values'
import type { Ask } from '~/protocol/protocol'
import { type Person, personFromWire } from './person'

export interface FoundPeople {
  readonly found: readonly Person[]
  /** There are others that are not told. */
  readonly more: boolean
}

/** As many as a person reads. */
const shown = 25

/** The colleagues whose name contains the text. Rejects with `Failed`. */
export async function searchPeople(ask: Ask, text: string): Promise<FoundPeople> {
  const found = await ask(
    'searchUsers',
    {},
    {
      pageSize: shown,
      sortBy: 'name',
      expand: ['presence', 'routingStatus'],
      query: [{ type: 'CONTAINS', fields: ['name'], value: text }],
    },
  )
  const people = objects(found?.results).flatMap((wire) => personFromWire(wire) ?? [])
  return { found: people, more: isCut(found?.total, people) }
}
