import { afterEach, expect, test, vi } from 'vitest'
import { browserStorage } from '~/storage/storage'

afterEach(() => {
  vi.unstubAllGlobals()
})

test.each([
  ['is not there', undefined],
  [
    'throws at once, as in a frame that may not store',
    {
      open() {
        throw new DOMException('denied', 'SecurityError')
      },
    },
  ],
  [
    'cannot be opened',
    {
      open() {
        const request = { error: new DOMException('broken', 'UnknownError'), onerror: () => {} }
        queueMicrotask(() => request.onerror())
        return request
      },
    },
  ],
])('a browser’s store that %s holds nothing, and nobody stumbles over it', async (_, indexedDB) => {
  vi.stubGlobal('indexedDB', indexedDB)
  expect(await browserStorage.read('a')).toBeUndefined()
  expect(await browserStorage.keep('a', 1)).toBe(false)
  expect(await browserStorage.keys()).toEqual([])
  await browserStorage.remove('a')
  await browserStorage.empty()
})
