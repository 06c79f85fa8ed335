/** One search box at work: what is typed is looked up, the latest question counts. */
import { type Accessor, createMemo, createRoot, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import { failureOf } from '~/genesys/errors'
import { explained } from '~/genesys/forbidden'
import { ofPerson, ofQueue } from './confidence'
import type { Destination, Findings, NextPage } from './destination'
import type { Favourites } from './favourites'
import {
  type Finding,
  type Happening,
  type Listing,
  listingOf,
  next,
  type Tab,
  unsearched,
} from './finding'
import { readNumber } from './number'
import type { Recents } from './recents'
import { createSights, type SightParts } from './sights'

export interface SearchOptions {
  /** What is looked through; everything when it is not said. */
  readonly tab?: Tab
  /** A page that is not the first. */
  readonly from?: NextPage | undefined
  /** Nobody waits for it any more. */
  readonly signal?: AbortSignal
}

export interface FinderParts {
  readonly clock: Clock
  /** Rejects with `Failed` when nothing could be found out. */
  readonly search: (text: string, options: SearchOptions) => Promise<Findings>
  /** The organization's own country, such as `DE`. */
  readonly country: string
  readonly sight: SightParts
  readonly favourites: Favourites
  readonly recents: Recents
  /** With why nothing can be sent there, if so; asked of what comes from no search. */
  readonly admit: <To extends Destination>(to: To) => To
  /** What is typed, as it is read where numbers mean something else. */
  readonly typed?: (finding: Finding) => Finding
}

export interface Finder {
  readonly now: Accessor<Finding>
  readonly listing: Accessor<Listing>
  readonly favourites: Favourites
  /** What speaks for it, in one sentence; empty when nothing is known. */
  about(to: Destination): string
  /** As it is now: who came or went since it was found. */
  seen<To extends Destination>(to: To): To
  /** What cannot be told of the rows, in one sentence. */
  trouble(): string | undefined
  /** These rows are on screen. */
  look(rows: readonly Destination[]): void
  /** This one has the focus, or none. */
  point(row: Destination | undefined): void
  /** Who would hardly answer, too; or no longer. */
  showAway(): void
  type(query: string): void
  show(tab: Tab): void
  /** After a search that failed. */
  searchAgain(): void
  /** The page that follows. */
  more(): void
  /** Nobody looks any more. */
  stop(): void
}

/** Milliseconds after the last key before a search is sent. */
const pause = 250

/** Begins with what there is without a word being typed. */
export function createFinder(parts: FinderParts): Finder {
  const { clock, search, country, favourites, recents, admit, typed } = parts
  const [finding, setFinding] = createSignal(unsearched)
  const now = () => typed?.(finding()) ?? finding()
  const sights = createSights(parts.sight)
  const { listing, dispose } = createRoot((end) => {
    // The same row as before, so that it is not drawn anew.
    const admitted = createMemo(() => favourites.all().map(admit))
    const used = createMemo(() => recents.all().map(admit))
    const number = createMemo(() => {
      const { number: read } = now()
      return read && 'number' in read ? { number: admit(read.number) } : read
    })
    return {
      listing: createMemo(() => listingOf({ ...now(), number: number() }, admitted(), used())),
      dispose: end,
    }
  })
  let typing = () => {}
  /** Searched for, and not answered yet. */
  let searching = new AbortController()

  const happen = (happening: Happening) => setFinding((before) => next(before, happening))

  function giveUp() {
    typing()
    searching.abort()
    sights.wait()
  }

  /** What was asked before is given up, and its answer says nothing. */
  async function look(from?: NextPage) {
    giveUp()
    const { query, tab } = now()
    if (tab === 'recent') {
      // It is known without a search.
      happen({ kind: 'found', query, tab, findings: { destinations: [] } })
      return
    }
    searching = new AbortController()
    const { signal } = searching
    const answered = await search(query, { tab, from, signal }).then(
      (findings) => ({ kind: from ? 'found-more' : 'found', query, tab, findings }) as const,
      (error) => {
        const why = explained(failureOf(error, 'searchQueues'))
        return { kind: from ? 'no-more' : 'not-found', query, tab, why } as const
      },
    )
    if (signal.aborted) return
    if ('findings' in answered) sights.note(answered.findings.destinations)
    happen(answered)
  }

  void look()
  return {
    now,
    listing,
    favourites,
    about(to) {
      switch (to.kind) {
        case 'queue': {
          const seen = sights.queue(to.id)
          return seen ? ofQueue(seen, sights.now()) : (to.about ?? '')
        }
        case 'person': {
          const seen = sights.person(to.id)
          const { department = '' } = to
          return seen ? ofPerson(seen, department, sights.now()) : department
        }
        default:
          return to.about ?? ''
      }
    },
    seen(to) {
      const seen = to.kind === 'person' ? sights.person(to.id) : undefined
      return seen ? { ...to, presence: seen.presence, away: seen.outOfOffice } : to
    },
    trouble: () =>
      listing().rows.some(({ kind }) => kind === 'queue') ? sights.trouble() : undefined,
    look: sights.show,
    point: sights.point,
    showAway: () => happen({ kind: 'show-away' }),
    type(query) {
      giveUp()
      happen({ kind: 'type', query })
      void readNumber(query, country, clock).then((number) =>
        happen({ kind: 'number', query, number }),
      )
      typing = clock.after(pause, () => void look())
    },
    show(tab) {
      happen({ kind: 'show', tab })
      void look()
    },
    searchAgain() {
      happen({ kind: 'search' })
      void look()
    },
    more() {
      const { found } = now()
      if (found.state !== 'found' || !found.next || found.reading) return
      happen({ kind: 'more' })
      void look(found.next)
    },
    stop() {
      giveUp()
      sights.stop()
      dispose()
    },
  }
}
