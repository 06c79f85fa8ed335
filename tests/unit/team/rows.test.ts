import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawn, moved, pagesOf, rowsIn } from '~/team/rows'

describe('the rows on screen', () => {
  test.each([
    ['at the top', { top: 0, height: 500 }, { from: 0, to: 10 }],
    ['below a heading', { top: -120, height: 500 }, { from: 0, to: 8 }],
    ['in between', { top: 75, height: 500 }, { from: 1, to: 12 }],
    ['at the end', { top: 49_800, height: 500 }, { from: 996, to: 1000 }],
    ['of a list that is out of sight', { top: -900, height: 500 }, { from: 0, to: 0 }],
    ['before anything was measured', { top: 0, height: 0 }, { from: 0, to: 0 }],
  ])('%s', (_, view, range) => {
    expect(rowsIn(view, 50, 1000)).toEqual(range)
  })

  test('are all that can be seen, whatever is scrolled', () => {
    const view = fc.record({ top: fc.integer({ min: -2000, max: 700_000 }), height: fc.nat(3000) })
    fc.assert(
      fc.property(view, fc.integer({ min: 1, max: 100 }), fc.nat(10_000), (seen, row, count) => {
        const { from, to } = rowsIn(seen, row, count)
        expect(to - from).toBeLessThanOrEqual(Math.ceil(seen.height / row) + 1)
        for (let at = 0; at < count; at++) {
          const isSeen = (at + 1) * row > seen.top && at * row < seen.top + seen.height
          if (isSeen && seen.height > 0 && (at < from || at >= to)) return false
        }
        return true
      }),
      { numRuns: 200 },
    )
  })
})

describe('the rows that are drawn', () => {
  test.each([
    ['some beyond the edges', undefined, [8, 9, 10, 11, 12, 13]],
    ['the one with the focus, far above', 2, [2, 8, 9, 10, 11, 12, 13]],
    ['the one with the focus, far below', 90, [8, 9, 10, 11, 12, 13, 90]],
    ['the one with the focus, among them', 9, [8, 9, 10, 11, 12, 13]],
    ['not one that is listed no more', 100, [8, 9, 10, 11, 12, 13]],
  ])('%s', (_, focused, rows) => {
    expect(drawn({ from: 10, to: 12 }, 100, 2, focused)).toEqual(rows)
  })
})

test.each([
  ['ArrowDown', 5, 6],
  ['ArrowDown', 99, 99],
  ['ArrowUp', 5, 4],
  ['ArrowUp', 0, 'above'],
  ['PageDown', 95, 99],
  ['PageUp', 5, 0],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['x', 50, undefined],
])('%s from row %i of a hundred leads to %s', (key, at, to) => {
  expect(moved(key, at, 100, 10)).toBe(to)
})

test.each([
  [{ from: 0, to: 10 }, [1]],
  [{ from: 95, to: 105 }, [1, 2]],
  [{ from: 100, to: 200 }, [2]],
  [{ from: 0, to: 0 }, []],
])('rows %o are on pages %o', (rows, pages) => {
  expect(pagesOf(rows, 100)).toEqual(pages)
})
