import type { Conversation } from './call'

interface Placed {
  readonly conversation: Conversation
  /** The how manieth it is: lists are in the order in which calls began. */
  readonly number: number
}

/** Conversations by something of theirs: a user, a queue. Finding them does not depend on how many there are. */
export interface Shelves {
  /** Takes the conversation from where it was and puts it where it belongs now. */
  place(placed: Placed, keys: readonly string[]): void
  has(key: string): boolean
  of(...keys: string[]): Conversation[]
}

export function createShelves(): Shelves {
  const shelves = new Map<string, Map<string, Placed>>()
  const places = new Map<string, readonly string[]>()

  function takeOff(id: string): void {
    for (const key of places.get(id) ?? []) {
      const shelf = shelves.get(key)
      shelf?.delete(id)
      if (shelf?.size === 0) shelves.delete(key)
    }
    places.delete(id)
  }

  return {
    place(placed, keys) {
      const { id } = placed.conversation
      takeOff(id)
      if (keys.length === 0) return
      places.set(id, keys)
      for (const key of keys) {
        const shelf = shelves.get(key) ?? new Map<string, Placed>()
        shelves.set(key, shelf.set(id, placed))
      }
    },
    has: (key) => shelves.has(key),
    of: (...keys) =>
      keys
        .flatMap((key) => [...(shelves.get(key)?.values() ?? [])])
        .sort((a, b) => a.number - b.number)
        .map(({ conversation }) => conversation),
  }
}
