/** What the browser keeps for the desk, looked at and changed as whoever has the page's origin can. */
import type { Page } from '@playwright/test'

/** The keys of everything in IndexedDB. */
export function keptKeys(page: Page): Promise<string[]> {
  return page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open('keyval-store')
        opening.onerror = reject
        opening.onsuccess = () => {
          const { result: database } = opening
          const listing = database.transaction('keyval').objectStore('keyval').getAllKeys()
          listing.onsuccess = () => resolve(listing.result.map(String))
          database.close()
        }
      }),
  )
}

/** What is kept there by that key. */
export function recall(page: Page, key: string): Promise<unknown> {
  return page.evaluate(
    (name) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('keyval-store')
        opening.onerror = reject
        opening.onsuccess = () => {
          const { result: database } = opening
          const reading = database.transaction('keyval').objectStore('keyval').get(name)
          reading.onsuccess = () => resolve(reading.result)
          database.close()
        }
      }),
    key,
  )
}

/** Writes into it. */
export const remember = (page: Page, key: string, value: unknown) =>
  change(page, { put: [key, value] })

/** Forgets what was read before, so that it is read anew. */
export const forgetCaches = (page: Page) => change(page, { drop: ['cache:', 'cache;'] })

type Change =
  | { readonly put: readonly [key: string, value: unknown] }
  | { readonly drop: readonly [from: string, to: string] }

function change(page: Page, wanted: Change): Promise<void> {
  return page.evaluate(
    (what) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('keyval-store')
        opening.onerror = reject
        opening.onsuccess = () => {
          const { result: database } = opening
          const writing = database.transaction('keyval', 'readwrite')
          const store = writing.objectStore('keyval')
          if ('put' in what) store.put(what.put[1], what.put[0])
          else store.delete(IDBKeyRange.bound(...what.drop))
          writing.oncomplete = () => {
            database.close()
            resolve()
          }
        }
      }),
    wanted,
  )
}
