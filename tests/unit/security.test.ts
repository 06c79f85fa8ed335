import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('docs/security.md', root), 'utf8')
const rows = [...page.matchAll(/^\| ([LTROECS]\d+) \| (.+?) \| (.+?) \| (.+?) \|$/gm)]
const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '')

describe('the page about security', () => {
  test.each([
    ['L', 18],
    ['T', 13],
    ['R', 18],
    ['O', 9],
    ['E', 6],
    ['C', 7],
    ['S', 7],
  ])('has a row for every requirement %s, of %i', (letter, count) => {
    const ids = rows.map(([, id]) => id).filter((id) => id?.startsWith(letter))
    expect(ids).toEqual(Array.from({ length: count }, (_, index) => `${letter}${index + 1}`))
  })

  test.each(rows.map(([, id = '', , where = '', proof = '']) => [id, where, proof] as const))(
    '%s names places and tests that are there',
    (_id, where, proof) => {
      const places = named(where)
      const tests = named(proof)
      expect(tests.length).toBeGreaterThan(0)
      const paths = [...places, ...tests.map((path) => `tests/${path}`)]
      expect(paths.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
    },
  )
})
