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

/** Forgets what was read before, so that it is read anew. */
export function forgetCaches(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('keyval-store')
        opening.onerror = reject
        opening.onsuccess = () => {
          const { result: database } = opening
          const writing = database.transaction('keyval', 'readwrite')
          writing.objectStore('keyval').delete(IDBKeyRange.bound('cache:', 'cache;'))
          writing.oncomplete = () => {
            database.close()
            resolve()
          }
        }
      }),
  )
}
