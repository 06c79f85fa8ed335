import type { UserId } from '~/genesys/ids'
import { objects, pageAfter } from '~/genesys/values'
import type { UserSearchRequest } from '~/genesys/wire'
import type { Ask, AskOptions } from '~/protocol/protocol'
import { type Person, personFromWire } from './person'

export interface FoundPeople {
  readonly found: readonly Person[]
  /** The number of the page that follows. */
  readonly next: number | undefined
}

/** As many as a person reads at once. */
const shown = 25
const expand = ['presence', 'routingStatus', 'outOfOffice']

/** A page of the colleagues whose name contains the text. Rejects with `Failed`. */
export async function searchPeople(
  ask: Ask,
  text: string,
  page = 1,
  options?: AskOptions,
): Promise<FoundPeople> {
  const query = [{ type: 'CONTAINS', fields: ['name'], value: text }]
  const question = { pageSize: shown, pageNumber: page, sortBy: 'name', query }
  const { people, total } = await search(ask, question, options)
  return { found: people, next: pageAfter(page, shown, total) }
}

/** What these do now, all in one question. Whoever is gone is not among them. Rejects with `Failed`. */
export async function readPeople(
  ask: Ask,
  ids: readonly UserId[],
  options?: AskOptions,
): Promise<readonly Person[]> {
  const query = [{ type: 'EXACT', fields: ['id'], values: [...ids] }]
  return (await search(ask, { pageSize: 100, pageNumber: 1, query }, options)).people
}

async function search(ask: Ask, question: UserSearchRequest, options?: AskOptions) {
  const found = await ask('searchUsers', {}, { ...question, expand }, options)
  const people = objects(found?.results).flatMap((wire) => personFromWire(wire) ?? [])
  return { people, total: found?.total }
}
