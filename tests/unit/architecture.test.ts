import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'

const root = new URL('../../', import.meta.url)
const read = (path: string) => readFileSync(new URL(path, root), 'utf8')
const page = read('ARCHITECTURE.md')

/** Words in code style, such as `src/app/desk.ts`. */
const named = [...page.matchAll(/`([^`\n]+)`/g)].map(([, word]) => word ?? '')
const sources = readdirSync(new URL('src/', root), { recursive: true, encoding: 'utf8' })
const code = sources
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => read(`src/${path}`))
  .join('\n')

describe('the page about the architecture', () => {
  const paths = named.filter((word) => /^(src|tests|docs)\/|^(app|signin|ring|engine)\//.test(word))
  test.each([...new Set(paths)])('names a file or folder that is there: %s', (path) => {
    const bare = path.replace(/ .*$/, '')
    expect([bare, `src/${bare}`].some((one) => existsSync(new URL(one, root)))).toBe(true)
  })

  const calls = named.filter((word) => /^[a-z]+[A-Z]\w+$/.test(word))
  test.each([...new Set(calls)])('names something of the code: %s', (name) => {
    expect(code).toMatch(new RegExp(`\\b${name}\\b`))
  })

  test('has a row for every room', () => {
    const table = page.slice(page.indexOf('| Room |'), page.indexOf('checks this table'))
    const rooms = [...table.matchAll(/^\| (`[^|]+) \|/gm)]
      .flatMap(([, cell]) => [...(cell ?? '').matchAll(/`([\w]+)\/?`/g)])
      .map(([, room]) => room)
    const there = readdirSync(new URL('src/', root), { withFileTypes: true })
      .map((one) => one.name.replace(/\.tsx?$/, ''))
      .filter((name) => !name.includes('.'))
    expect([...rooms].sort()).toEqual(there.sort())
  })

  test.each([
    ['Not proven in 4 s', 'const proofLife = 4_000'],
    ['the desk reads every 12 s', 'const deafPace = 12_000'],
    ['read back half a second', 'const deafLife = 500'],
    ['no word for 10 s', 'const silence = 10_000'],
    ['within 10 s of the press', 'write: 10_000,'],
    ['asks it every 5 s', 'const beatEvery = 5_000'],
    ['reads wait up to two minutes', 'const patience = 120_000'],
  ])('says %j as the code has it', (words, line) => {
    expect(page.replace(/\s+/g, ' ')).toContain(words)
    expect(code).toContain(line)
  })
})
