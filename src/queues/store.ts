/** The names of the agent's own queues, and the search among all. */
import { createSignal } from 'solid-js'
import { type Named, named, pageAfter } from '~/genesys/values'
import type { Queue } from '~/genesys/wire'
import type { Ask, AskOptions } from '~/protocol/protocol'

export type NamedQueue = Named

export interface Queues {
  name(id: string | undefined): string | undefined
  replace(wires: readonly Queue[]): void
  /**
   * A page of the queues whose name contains the text, those of every division the agent may search. `next`:
   * the number of the page that follows.
   */
  search(
    text: string,
    page?: number,
    options?: AskOptions,
  ): Promise<{ readonly found: readonly NamedQueue[]; readonly next: number | undefined }>
}

/** As many as a person reads at once. */
const shown = 25

export function createQueues(ask: Ask): Queues {
  const [names, setNames] = createSignal<ReadonlyMap<string, string>>(new Map())

  function remember(queues: readonly NamedQueue[]) {
    setNames((before) => new Map([...before, ...queues.map(({ id, name }) => [id, name] as const)]))
  }

  return {
    name: (id) => (id === undefined ? undefined : names().get(id)),
    replace: (wires) => remember(named(wires)),
    async search(text, page = 1, options) {
      // An asterisk is the platform's wildcard, so one that was typed is not sent.
      const plain = text.replaceAll('*', '').trim()
      const which = { pageSize: `${shown}`, pageNumber: `${page}` }
      const params = plain ? { ...which, name: `*${plain}*` } : which
      const listing = await ask('searchQueues', params, undefined, options)
      const found = named(listing?.entities)
      remember(found)
      return { found, next: pageAfter(page, shown, listing?.total) }
    },
  }
}
