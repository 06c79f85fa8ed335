/** What comes first in an order, out of many, at the cost of a few comparisons. */
export interface Heap<Item> {
  readonly size: number
  first(): Item | undefined
  push(item: Item): void
  /** Takes the first out. */
  shift(): Item | undefined
  /** Forgets what is not kept. */
  keep(isKept: (item: Item) => boolean): void
}

export function createHeap<Item>(isBefore: (a: Item, b: Item) => boolean): Heap<Item> {
  let items: Item[] = []

  function rise(item: Item) {
    let place = items.length
    items.push(item)
    while (place > 0) {
      const above = (place - 1) >> 1
      const other = items[above]
      if (other === undefined || !isBefore(item, other)) break
      items[place] = other
      place = above
    }
    items[place] = item
  }

  function sink(item: Item) {
    let place = 0
    for (;;) {
      let below = 2 * place + 1
      let other = items[below]
      const right = items[below + 1]
      if (other === undefined) break
      if (right !== undefined && isBefore(right, other)) {
        below += 1
        other = right
      }
      if (!isBefore(other, item)) break
      items[place] = other
      place = below
    }
    items[place] = item
  }

  return {
    get size() {
      return items.length
    },
    first: () => items[0],
    push: rise,
    shift() {
      const first = items[0]
      const last = items.pop()
      if (last !== undefined && items.length > 0) sink(last)
      return first
    },
    keep(isKept) {
      const kept = items.filter(isKept)
      items = []
      for (const item of kept) rise(item)
    },
  }
}
