/** A search for a phone as it is typed. */
import { type Accessor, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import type { Failure } from '~/genesys/errors'
import type { UserId } from '~/genesys/ids'
import type { Ask } from '~/protocol/protocol'
import { type ListedStation, namesOf, searchStations, stationFailure } from './stations'

export interface StationFinder {
  readonly typed: Accessor<string>
  readonly searching: Accessor<boolean>
  readonly found: Accessor<readonly ListedStation[] | undefined>
  /** By the id of whoever uses one. */
  readonly names: Accessor<ReadonlyMap<string, string>>
  readonly failed: Accessor<Failure | undefined>
  /** There are more than those. */
  readonly more: Accessor<boolean>
  type(text: string): void
  /** From the first page. */
  search(): void
  showMore(): void
  stop(): void
}

/** Milliseconds after the last key. */
const settling = 250

export function createStationFinder(parts: {
  readonly ask: Ask
  readonly clock: Clock
  readonly me: UserId
}): StationFinder {
  const { ask, clock, me } = parts
  const [typed, setTyped] = createSignal('')
  const [searching, setSearching] = createSignal(false)
  const [found, setFound] = createSignal<readonly ListedStation[]>()
  const [names, setNames] = createSignal<ReadonlyMap<string, string>>(new Map())
  const [failed, setFailed] = createSignal<Failure>()
  const [next, setNext] = createSignal<number>()
  let asking = new AbortController()
  let cancel = () => {}

  async function look(page: number) {
    cancel()
    asking.abort()
    asking = new AbortController()
    const { signal } = asking
    setSearching(true)
    setFailed(undefined)
    try {
      const answer = await searchStations(ask, me, typed(), page, { signal })
      if (signal.aborted) return
      const before = page > 1 ? (found() ?? []) : []
      const isNew = ({ id }: ListedStation) => before.every((one) => one.id !== id)
      setFound([...before, ...answer.found.filter(isNew)])
      setNext(answer.next)
      setSearching(false)
      const told = await namesOf(ask, answer.found, { signal, lane: 'background' })
      if (!signal.aborted) setNames((known) => new Map([...known, ...told]))
    } catch (error) {
      if (signal.aborted) return
      setFailed(stationFailure(error))
      setSearching(false)
    }
  }

  return {
    ...{ typed, searching, found, names, failed },
    more: () => next() !== undefined,
    type(text) {
      setTyped(text)
      setSearching(true)
      setNext(undefined)
      cancel()
      asking.abort()
      cancel = clock.after(settling, () => void look(1))
    },
    search: () => void look(1),
    showMore() {
      const page = next()
      if (page !== undefined && !searching()) void look(page)
    },
    stop() {
      cancel()
      asking.abort()
    },
  }
}
