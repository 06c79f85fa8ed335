import { beforeAll, describe, expect, test, vi } from 'vitest'

let nextIndex: (key: string, at: number, length: number) => number | undefined

beforeAll(async () => {
  // A drawn component wants a document to listen to, as soon as it is imported.
  vi.stubGlobal('window', { document: new EventTarget() })
  ;({ nextIndex } = await import('~/ui/Menu'))
  vi.unstubAllGlobals()
})

describe('the keys of a menu', () => {
  test.each<[string, number, number, number | undefined]>([
    ['ArrowDown', 0, 3, 1],
    ['ArrowDown', 2, 3, 0],
    ['ArrowUp', 2, 3, 1],
    ['ArrowUp', 0, 3, 2],
    ['Home', 2, 3, 0],
    ['End', 0, 3, 2],
    ['ArrowDown', 0, 1, 0],
    ['ArrowUp', 0, 1, 0],
    ['ArrowDown', -1, 3, 0],
    ['ArrowUp', -1, 3, 2],
    ['Enter', 1, 3, undefined],
    ['Tab', 1, 3, undefined],
    ['a', 1, 3, undefined],
    ['ArrowLeft', 1, 3, undefined],
  ])('%s, from %i of %i (-1: none), leads to %s', (key, at, length, to) => {
    expect(nextIndex(key, at, length)).toBe(to)
  })
})
