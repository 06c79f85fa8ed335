/** All queues of the agent: those that were read when the desk opened, and whatever follows them. */
import { named, pageAfter } from '~/genesys/values'
import type { Ask } from '~/protocol/protocol'
import type { NamedQueue } from '~/queues/store'
import type { Cache } from '~/storage/cache'

/** As many as the platform gives at once, and as many of those as anybody chooses from. */
const pageSize = 100
const mostPages = 5

/** By name. Rejects with `Failed`. */
export async function readMyQueues(ask: Ask, cache: Cache): Promise<readonly NamedQueue[]> {
  // As app/lasting.ts keeps them.
  const { list, next } = Object((await cache.read('queues'))?.value)
  const found: NamedQueue[] = named(Array.isArray(list) ? list : [])
  let page: number | undefined = found.length > 0 ? next : 1
  while (page && page <= mostPages) {
    const params = { pageSize: `${pageSize}`, pageNumber: `${page}` }
    const { entities, total } = await ask('listMyQueues', params)
    found.push(...named(entities))
    page = pageAfter(page, pageSize, total)
  }
  return found.sort((a, b) => a.name.localeCompare(b.name))
}
