/** Lists that the platform gives a page at a time. */
import { objects, pageAfter } from './values'
import type { Listing } from './wire'

/** As many as the platform gives at once. */
export const pageSize = 100
/** As many of those as anybody works with. */
const mostPages = 5

/** All from a page on, and the number of the page that follows where there are more. Rejects as `read` does. */
export async function readPages<Entity extends object>(
  from: number | undefined,
  read: (page: Record<'pageSize' | 'pageNumber', string>) => Promise<Listing<Entity>>,
) {
  const all: Partial<Entity>[] = []
  let next = from
  while (next && next <= mostPages) {
    const { entities, total } = await read({ pageSize: `${pageSize}`, pageNumber: `${next}` })
    // No list is not an empty list.
    if (!Array.isArray(entities)) throw new TypeError('no list')
    all.push(...objects(entities))
    next = pageAfter(next, pageSize, total)
  }
  return { all, next }
}
