/** The names of the agent's own skills, which a conversation asks for by their ids. */
import { createSignal } from 'solid-js'
import type { UserId } from '~/genesys/ids'
import { readPages } from '~/genesys/pages'
import { type Named, named } from '~/genesys/values'
import type { Ask } from '~/protocol/protocol'
import type { Cache } from '~/storage/cache'
import { staleFirst } from '~/storage/stale'

/** Milliseconds in which nobody's skills change: another tab, or a reload, asks nothing. */
const young = 300_000

/** Answers the name of a skill. The first that is not known has all of them read, once. */
export function createSkillNames(parts: {
  readonly ask: Ask
  readonly cache: Cache
  readonly userId: UserId
}): (id: string) => string | undefined {
  const { ask, cache, userId } = parts
  const [names, setNames] = createSignal<ReadonlyMap<string, string>>(new Map())
  let asked = false

  async function read(): Promise<readonly Named[]> {
    const { all } = await readPages(1, (page) => ask('listMySkills', { userId, ...page }))
    return named(all)
  }

  function put(value: unknown) {
    const own = named(Array.isArray(value) ? value : [])
    setNames(new Map(own.map(({ id, name }) => [id, name])))
  }

  return (id) => {
    const name = names().get(id)
    if (!name && !asked) {
      asked = true
      // What has no name is counted: nothing to tell the agent.
      const failed = () => {}
      staleFirst(cache, { name: 'skills', young, read, put, failed }).catch(failed)
    }
    return name
  }
}
