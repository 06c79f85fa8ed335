/** All queues of the agent: those that were read when the desk opened, and whatever follows them. */
import { readPages } from '~/genesys/pages'
import { named } from '~/genesys/values'
import type { Ask } from '~/protocol/protocol'
import type { NamedQueue } from '~/queues/store'
import type { Cache } from '~/storage/cache'

/** By name. Rejects with `Failed`. */
export async function readMyQueues(ask: Ask, cache: Cache): Promise<readonly NamedQueue[]> {
  // As app/lasting.ts keeps them.
  const { list, next } = Object((await cache.read('queues'))?.value)
  const kept: NamedQueue[] = named(Array.isArray(list) ? list : [])
  const from = kept.length > 0 ? next : 1
  const { all } = await readPages(from, (page) => ask('listMyQueues', page))
  return [...kept, ...named(all)].sort((a, b) => a.name.localeCompare(b.name))
}
