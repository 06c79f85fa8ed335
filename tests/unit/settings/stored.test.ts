import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { storedFrom } from '~/settings/stored'
import { amountOf, storedWords } from '~/settings/storedwords'

test('everything that is there is told, each by what it is', () => {
  const rows = storedFrom(
    [
      ['settings:org:ana:undo', 6],
      ['settings:org:ana:favourites', []],
      ['settings:org:ben:undo', 6],
      ['cache:org:ana:statuses', { at: 2000, size: 1500, value: [] }],
      ['cache:org:ana:queues', { at: 1000, size: 500, value: [] }],
      ['drafts:call-1', { owner: 'ana', at: 5, data: new ArrayBuffer(40) }],
      ['orders:o-1', { owner: 'ana', at: 5, data: new ArrayBuffer(8) }],
      ['auth-trail', []],
      ['signed-in-here', true],
      ['key', {}],
      ['place', 'Frankfurt'],
      ['of a later version', 1],
    ],
    'org:ana',
  )
  expect(rows.map(({ kind, count }) => `${count} ${kind}`)).toEqual([
    ...['2 settings', '1 others', '2 cache', '1 drafts', '1 orders', '1 log', '1 signin'],
    ...['1 place', '1 key', '1 unknown'],
  ])
  expect(rows.find(({ kind }) => kind === 'cache')).toEqual({
    ...{ kind: 'cache', count: 2, size: 2000, since: 1000 },
  })
  expect(rows.find(({ kind }) => kind === 'drafts')?.size).toBe(40)
})

test('nothing there is nothing told', () => {
  expect(storedFrom([], 'org:ana')).toEqual([])
})

test('a name of another object is no kind', () => {
  expect(storedFrom([['constructor', 1]], 'org:ana')[0]?.kind).toBe('unknown')
})

test('how much it is, is said with its unit', () => {
  expect(amountOf({ kind: 'cache', count: 1, size: 3 })).toBe('1 entry, 0.1 kB')
  expect(amountOf({ kind: 'cache', count: 2, size: 2500 })).toBe('2 entries, 2.5 kB')
  for (const { what, until } of Object.values(storedWords)) {
    expect(what).not.toBe('')
    expect(until).toMatch(/\.$/)
  }
})

test('every name under which the code keeps something is known', () => {
  const src = fileURLToPath(new URL('../../../src/', import.meta.url))
  const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(src + path, 'utf8'))
    .join('\n')
  const named = [
    ...code.matchAll(/storage\.keep\('([\w-]+)'/g),
    ...code.matchAll(/^(?:export )?const (?:\w*[kK]ey|signedInHere|lastAttempt) = '([\w-]+)'/gm),
    ...code.matchAll(/sealed\('([\w-]+)'\)/g),
  ].map(([, name = '']) => name)
  expect(named.length).toBeGreaterThan(6)
  const unknown = named.filter((name) => {
    const [row] = storedFrom([[name, 1]], 'org:ana')
    const [prefixed] = storedFrom([[`${name}:x`, 1]], 'org:ana')
    return row?.kind === 'unknown' && prefixed?.kind === 'unknown'
  })
  expect(unknown).toEqual([])
})
