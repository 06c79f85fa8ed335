/** The names of the agent's own queues, and the search among all. */
import { createSignal } from 'solid-js'
import type { QueueId } from '~/genesys/ids'
import { isCut, named } from '~/genesys/values'
import type { Queue } from '~/genesys/wire'
import type { Ask } from '~/protocol/protocol'

export interface NamedQueue {
  readonly id: QueueId
  readonly name: string
}

export interface Queues {
  name(id: string | undefined): string | undefined
  replace(wires: readonly Queue[]): void
  /**
   * Queues whose name contains the text, those of every division the agent may search. `more`: there are
   * others that are not told.
   */
  search(text: string): Promise<{ readonly found: readonly NamedQueue[]; readonly more: boolean }>
}

/** As many as a person reads. */
const shown = '25'

export function createQueues(ask: Ask): Queues {
  const [names, setNames] = createSignal<ReadonlyMap<string, string>>(new Map())

  function remember(queues: readonly NamedQueue[]) {
    setNames((before) => new Map([...before, ...queues.map(({ id, name }) => [id, name] as const)]))
  }

  return {
    name: (id) => (id === undefined ? undefined : names().get(id)),
    replace: (wires) => remember(named(wires)),
    async search(text) {
      // An asterisk is the platform's wildcard, so one that was typed is not sent.
      const plain = text.replaceAll('*', '').trim()
      const page = { pageSize: shown }
      const listing = await ask('searchQueues', plain ? { ...page, name: `*${plain}*` } : page)
      const found = named(listing?.entities)
      remember(found)
      return { found, more: isCut(listing?.total, found) }
    },
  }
}
