import { objects } from '~/genesys/values'
import type { Ask } from '~/protocol'
import { type Person, personFromWire } from './person'

/** As many as a person reads; a longer list asks for one more letter. */
const shown = 25

/** The colleagues whose name contains the text. Rejects with `Failed`. */
export async function searchPeople(ask: Ask, text: string): Promise<readonly Person[]> {
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
  return objects(found?.results).flatMap((wire) => personFromWire(wire) ?? [])
}
