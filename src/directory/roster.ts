/** Whoever works here, a page at a time. Presence may change the moment after: it is as of the answer. */
import type { QueueId, UserId } from '~/genesys/ids'
import { objects, pageAfter } from '~/genesys/values'
import type { Ask, AskOptions } from '~/protocol/protocol'
import { type Person, personFromWire } from './person'

export interface Page {
  readonly people: readonly Person[]
  /** How many there are in all, where it is told. */
  readonly total?: number
  /** The number of the page that follows. */
  readonly next?: number
}

/** As many as Genesys Cloud gives at once. */
export const pageSize = 100
/** Beyond so many a search of the directory says nothing more. */
export const mostListed = 10_000
const expand = ['presence', 'routingStatus', 'outOfOffice']

/** Everybody by name, or whose name contains the text. Rejects with `Failed`. */
export async function listEverybody(
  ask: Ask,
  text: string,
  page: number,
  options?: AskOptions,
): Promise<Page> {
  const query = text
    ? [{ type: 'CONTAINS', fields: ['name'], value: text }]
    : [{ type: 'MATCH_ALL' }]
  const question = { pageSize, pageNumber: page, sortBy: 'name', query, expand }
  const found = await ask('searchUsers', {}, question, options)
  const people = objects(found?.results).flatMap((wire) => personFromWire(wire) ?? [])
  const all = typeof found?.total === 'number' ? found.total : undefined
  const next = pageAfter(page, pageSize, Math.min(all ?? 0, mostListed))
  return { people, ...(all === undefined ? {} : { total: all }), ...(next ? { next } : {}) }
}

/** Who belongs to a queue, by name. How many they are is not told: a full page may have one after it. */
export async function listMembers(
  ask: Ask,
  queueId: QueueId,
  text: string,
  page: number,
  options?: AskOptions,
): Promise<Page> {
  const params = {
    ...{ queueId, pageSize: `${pageSize}`, pageNumber: `${page}`, expand: expand.join() },
    ...(text ? { name: text } : {}),
  }
  const { entities, nextUri } = await ask('listQueueMembers', params, undefined, options)
  const members = objects(entities)
  const people = members.flatMap(({ id, name, user, routingStatus }) => {
    const wire = { ...user, id: user?.id ?? id, name: user?.name ?? name }
    return personFromWire({ routingStatus, ...wire }) ?? []
  })
  return nextUri ? { people, next: page + 1 } : { people }
}

/** What these do now, a hundred of them in one question. Rejects with `Failed`. */
export async function readByIds(
  ask: Ask,
  ids: readonly UserId[],
  options?: AskOptions,
): Promise<readonly Person[]> {
  const pages = Array.from({ length: Math.ceil(ids.length / pageSize) }, async (_, page) => {
    const id = ids.slice(page * pageSize, (page + 1) * pageSize).join()
    const params = { id, expand: expand.join(), pageSize: `${pageSize}` }
    return (await ask('listUsers', params, undefined, options)).entities
  })
  const all = (await Promise.all(pages)).flatMap((entities) => objects(entities))
  return all.flatMap((wire) => personFromWire(wire) ?? [])
}
