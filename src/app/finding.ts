/** What a search for a destination is made of, for whatever the destination is looked for. */
import { doingFromWire } from '~/directory/person'
import { readPeople } from '~/directory/search'
import { activityOf } from '~/genesys/topics'
import type { AgentActivity } from '~/genesys/wire'
import { estimate, observe } from '~/queues/figures'
import type { Settings } from '~/storage/settings'
import type { Destination } from '~/transfer/destination'
import { createFavourites } from '~/transfer/favourites'
import type { FinderParts } from '~/transfer/finder'
import { createRecents } from '~/transfer/recents'
import type { SightParts } from '~/transfer/sights'
import type { Desk } from './desk'
import { findDestinations, seenOf } from './destinations'
import { admitted, whyNot } from './rights'

/** Says why something cannot be chosen, if so. */
type Admit = <To extends Destination>(to: To) => To

/**
 * Once per desk: favourites and what was used last are the same wherever somebody is looked for. The answer is
 * asked for each use; `admit` is that of a transfer unless told.
 */
export function createFinding(desk: Desk, settings: Settings) {
  const sight = sightOf(desk)
  const favourites = createFavourites(settings)
  const recents = createRecents()
  return (admit: Admit = (to) => admitted(desk, to)): FinderParts => ({
    ...{ admit, sight, favourites, recents },
    clock: desk.means.clock,
    country: desk.me.country,
    search: (text, options) => findDestinations(desk, text, options, admit),
  })
}

/** What can be seen of colleagues and queues; nobody waits for it, so everything else goes first. */
export function sightOf(desk: Desk): SightParts {
  const { ask, clock } = desk.means
  const unseen = (signal: AbortSignal) => ({ signal, lane: 'background' as const })
  return {
    clock,
    now: () => clock.now() - desk.ahead(),
    paused: desk.locked,
    whyNoFigures: whyNot(desk, 'observeQueues'),
    observe: (ids, signal) => observe(ask, ids, unseen(signal)),
    estimate: async (id, signal) =>
      whyNot(desk, 'estimateWait') ? undefined : estimate(ask, id, unseen(signal)),
    async people(ids, signal) {
      if (whyNot(desk, 'searchUsers')) return []
      const people = await readPeople(ask, ids, unseen(signal))
      return people.map((person) => ({ id: person.id, doing: seenOf(desk, person) }))
    },
    watch(ids, { signal, onWatching, onDoing }) {
      const byTopic = new Map(ids.map((id) => [activityOf(id), id]))
      return desk.watch([...byTopic.keys()], {
        signal,
        onProgress(news) {
          if (news.step === 'watching')
            return onWatching(news.without.flatMap((topic) => byTopic.get(topic) ?? []))
          const id = byTopic.get(news.topic)
          // As it comes over the wire, it may be anything.
          const body: AgentActivity = { ...Object(news.body) }
          if (id !== undefined) onDoing(id, seenOf(desk, doingFromWire(body)))
        },
      })
    },
  }
}
