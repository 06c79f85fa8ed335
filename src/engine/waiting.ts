/**
 * Who waits for leave to send: lane by lane; within a lane the sources take turns, and each source's
 * requests go in the order they came. Cheap however many they are.
 */
import type { Lane } from '~/genesys/operation'
import type { OperationName } from '~/genesys/operations'
import { createHeap, type Heap } from './heap'

/** The first goes first. */
export const lanes: readonly Lane[] = ['action', 'screen', 'background']

export interface Waiter {
  readonly operation: OperationName
  readonly lane: Lane
  readonly source: unknown
  /** Milliseconds since the epoch. */
  readonly until: number
}

export interface Waiting {
  add(waiter: Waiter): void
  /** It waits no longer. */
  drop(waiter: Waiter): void
  /** Whose turn it is in this lane among the operations that are free. */
  first(lane: Lane, isFree: (operation: OperationName) => boolean): Waiter | undefined
  /** Whose patience ends first. */
  soonest(): Waiter | undefined
  count(lane: Lane): number
  /** Everybody, of one operation or of all. */
  all(operation?: OperationName): readonly Waiter[]
}

interface Place {
  readonly waiter: Waiter
  /** Its source's how-manieth in this lane, counted on from the turn that is on. */
  readonly turn: number
  readonly serial: number
}

interface Line {
  /** The turn that is on. */
  turn: number
  count: number
  /** Source → the turn of its last. */
  readonly last: Map<unknown, number>
  readonly places: Map<OperationName, Heap<Place>>
}

const isEarlier = (a: Place, b: Place) =>
  a.turn < b.turn || (a.turn === b.turn && a.serial < b.serial)

export function createWaiting(): Waiting {
  const here = new Set<Waiter>()
  const lines = new Map(lanes.map((lane) => [lane, createLine()]))
  const ends = createHeap<Waiter>((a, b) => a.until < b.until)
  let serial = 0

  function createLine(): Line {
    return { turn: 0, count: 0, last: new Map(), places: new Map() }
  }

  const lineOf = (lane: Lane) => lines.get(lane) ?? createLine()

  /** The first who has not left. */
  function top(heap: Heap<Place>): Place | undefined {
    let place = heap.first()
    while (place && !here.has(place.waiter)) {
      heap.shift()
      place = heap.first()
    }
    return place
  }

  return {
    add(waiter) {
      const line = lineOf(waiter.lane)
      const turn = Math.max(line.turn, line.last.get(waiter.source) ?? 0) + 1
      const places = line.places.get(waiter.operation) ?? createHeap(isEarlier)
      line.places.set(waiter.operation, places)
      line.last.set(waiter.source, turn)
      line.count += 1
      serial += 1
      here.add(waiter)
      places.push({ waiter, turn, serial })
      ends.push(waiter)
    },
    drop(waiter) {
      if (!here.delete(waiter)) return
      const line = lineOf(waiter.lane)
      line.count -= 1
      // Nobody is owed a turn any more, and no source is remembered for nothing.
      if (line.count === 0) lines.set(waiter.lane, createLine())
      // Who has left is passed over later, and swept out when that is most of them.
      if (ends.size > 2 * here.size + 8) {
        ends.keep((one) => here.has(one))
        for (const { places } of lines.values())
          for (const heap of places.values()) heap.keep((place) => here.has(place.waiter))
      }
    },
    first(lane, isFree) {
      const line = lineOf(lane)
      let first: Place | undefined
      for (const [operation, heap] of line.places) {
        const place = top(heap)
        if (place && (!first || isEarlier(place, first)) && isFree(operation)) first = place
      }
      if (first) line.turn = Math.max(line.turn, first.turn - 1)
      return first?.waiter
    },
    soonest() {
      let waiter = ends.first()
      while (waiter && !here.has(waiter)) {
        ends.shift()
        waiter = ends.first()
      }
      return waiter
    },
    count: (lane) => lineOf(lane).count,
    all: (operation) =>
      [...here].filter((waiter) => operation === undefined || waiter.operation === operation),
  }
}
