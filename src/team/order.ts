/**
 * In which order colleagues are listed. What they do changes all the time, and no row jumps under the hand for it:
 * they are sorted again when nobody points at them, or when it is asked for.
 */
import { createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import type { Doing } from '~/transfer/destination'
import type { Colleague } from './pages'
import { fits, keyOf, type Show, type Sort } from './state'

export interface Wanted {
  readonly sort: Sort
  readonly show: Show
  /** Part of the name, in small letters; empty where that is searched for elsewhere. */
  readonly text: string
}

/** Milliseconds in which a list is not sorted once more. */
const rest = 2_000

export function createOrder(
  clock: Clock,
  places: () => readonly (Colleague | undefined)[],
  doing: (one: Colleague) => Doing | undefined,
  onSorted: () => void,
) {
  /** Places, in the order of the rows; undefined while that is the order of the places. */
  const [rows, setRows] = createSignal<readonly number[]>()
  const [moved, setMoved] = createSignal<ReadonlySet<number>>(new Set<number>())
  let wanted: Wanted = { sort: 'name', show: 'anybody', text: '' }
  let keys = new Map<number, number | undefined>()
  let isHeld = false
  let cancel = () => {}

  /** Undefined: they are not listed. */
  function keyAt(place: number): number | undefined {
    const one = places()[place]
    if (!one?.name.toLowerCase().includes(wanted.text)) return undefined
    const now = doing(one)
    return fits(now, wanted.show) ? keyOf(now, wanted.sort) : undefined
  }

  function sort() {
    cancel()
    setMoved(new Set<number>())
    if (wanted.sort === 'name' && wanted.show === 'anybody' && wanted.text === '') {
      keys = new Map()
      setRows(undefined)
      return onSorted()
    }
    keys = new Map(places().map((_, place) => [place, keyAt(place)]))
    const listed = [...keys].flatMap(([place, key]) => (key === undefined ? [] : { place, key }))
    listed.sort((a, b) => (a.key === b.key ? a.place - b.place : a.key - b.key))
    setRows(listed.map(({ place }) => place))
    onSorted()
  }

  function settle() {
    cancel()
    if (moved().size > 0) cancel = clock.after(rest, () => !isHeld && sort())
  }

  return {
    rows,
    /** How many stand elsewhere than they would now. */
    moved: () => moved().size,
    sort,
    want(next: Wanted) {
      wanted = next
      sort()
    },
    /** More of them are known. */
    grown() {
      if (!rows() || !isHeld) return sort()
      const added = places().flatMap((one, place) => (one && !keys.has(place) ? place : []))
      setMoved((before) => new Set([...before, ...added]))
    },
    /** What somebody does has changed. */
    changed(place: number) {
      if (!rows()) return
      const isMoved = keyAt(place) !== keys.get(place)
      if (isMoved === moved().has(place)) return
      const next = new Set(moved())
      if (isMoved) next.add(place)
      else next.delete(place)
      setMoved(next)
      settle()
    },
    /** Somebody's hand is in it, or no more. */
    hold(on: boolean) {
      isHeld = on
      if (!on) settle()
    },
    stop: () => cancel(),
  }
}
