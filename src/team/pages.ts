/** A long list that is read a page at a time, wherever it is looked at. */
import { createSignal } from 'solid-js'
import type { UserId } from '~/genesys/ids'
import type { Doing } from '~/transfer/destination'
import { pagesOf, type Range } from './rows'

export interface Colleague {
  readonly id: UserId
  readonly name: string
  readonly department: string
  /** As of when they were listed. */
  readonly doing?: Doing
}

export interface ReadPage {
  readonly people: readonly Colleague[]
  /** How many there are in all, where it is told. */
  readonly total?: number
  /** The number of the page that follows. */
  readonly next?: number
}

/** As many as a page has, and as many as can be listed at all. */
export const pageSize = 100
export const mostListed = 10_000
/** Rows before the end of a list whose end is not known. */
const ahead = 20

export function createPages(parts: {
  readonly read: (page: number, signal: AbortSignal) => Promise<ReadPage>
  readonly onRead: (people: readonly Colleague[]) => void
  readonly onFailed: (error: unknown) => void
}) {
  /** By name, with gaps where nothing was read yet. */
  const [places, setPlaces] = createSignal<readonly (Colleague | undefined)[]>([])
  const [total, setTotal] = createSignal<number>()
  const [next, setNext] = createSignal<number | undefined>(1)
  const [pending, setPending] = createSignal(0)
  let asked = new Set<number>()
  let reading = new AbortController()

  async function read(page: number) {
    const mine = asked
    if (mine.has(page)) return
    mine.add(page)
    const { signal } = reading
    setPending((count) => count + 1)
    try {
      const got = await parts.read(page, signal)
      if (signal.aborted) return void mine.delete(page)
      put(page, got)
      setPending((count) => count - 1)
      parts.onRead(got.people)
    } catch (error) {
      mine.delete(page)
      if (signal.aborted) return
      setPending((count) => count - 1)
      parts.onFailed(error)
    }
  }

  function put(page: number, { people, total: all, next: after }: ReadPage) {
    const first = (page - 1) * pageSize
    const listed = all === undefined ? undefined : Math.min(all, mostListed)
    const length = listed ?? Math.max(places().length, first + people.length)
    const copy = Array.from({ length }, (_, at) => places()[at])
    people.forEach((one, at) => {
      if (first + at < length) copy[first + at] = one
    })
    setPlaces(copy)
    setTotal(all)
    setNext(listed === undefined ? after : firstUnread(length))
  }

  function firstUnread(length: number): number | undefined {
    for (let page = 1; (page - 1) * pageSize < length; page++) if (!asked.has(page)) return page
    return undefined
  }

  return {
    places,
    total,
    reading: () => pending() > 0,
    /** The first page that was not read; undefined when all of them were. */
    next,
    read,
    /** Whatever is missing of these rows, two pages at most. */
    need(rows: Range) {
      const after = next()
      if (total() !== undefined)
        for (const page of pagesOf(rows, pageSize).slice(0, 2)) void read(page)
      else if (after && rows.to > places().length - ahead) void read(after)
    },
    /** From the first page, as something else is read from now on. */
    begin() {
      reading.abort()
      reading = new AbortController()
      asked = new Set()
      setPending(0)
      setPlaces([])
      setTotal(undefined)
      setNext(1)
      void read(1)
    },
    stop() {
      reading.abort()
      reading = new AbortController()
      setPending(0)
    },
  }
}
