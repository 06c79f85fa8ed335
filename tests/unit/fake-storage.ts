import type { Shelf, Storage } from '~/storage/storage'

/** What a browser keeps, for as long as a test. */
export function fakeStorage(kept = new Map<string, unknown>()): Storage {
  return {
    read: async (key) => kept.get(key),
    keep: async (key, value) => {
      kept.set(key, value)
      return true
    },
    empty: async () => kept.clear(),
  }
}

/** Also lists what it holds. */
export function fakeShelf(kept = new Map<string, unknown>()): Shelf {
  return {
    ...fakeStorage(kept),
    keys: async () => [...kept.keys()],
    async remove(key) {
      kept.delete(key)
    },
  }
}
