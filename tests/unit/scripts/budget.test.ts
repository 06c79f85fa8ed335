import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Built, collect, collectDesk, measure, type Part } from '../../../scripts/weigh.mjs'

const wide = { js: 1000, main: 1000, css: 1000 }

function built(name: string, part: Part, text: string): Built {
  return { name, part, bytes: Buffer.from(text) }
}

const page = built('assets/index.js', 'main', 'start()'.repeat(40))
const engine = built('engine-1.js', 'engine', 'listen()'.repeat(40))
const style = built('assets/index.css', 'css', 'a{color:red}'.repeat(40))
const weight = (file: Built) => gzipSync(file.bytes, { level: 9 }).length

describe('measuring', () => {
  test('every file has a row with its raw and gzip size', () => {
    const { rows } = measure([page, style], wide)
    expect(rows).toEqual([
      { name: 'assets/index.js', part: 'main', raw: 280, gzip: weight(page) },
      { name: 'assets/index.css', part: 'css', raw: 480, gzip: weight(style) },
    ])
  })

  test('the engine counts as JavaScript, but not as the main thread’s', () => {
    const { sizes, faults } = measure([page, engine, style], wide)
    expect(sizes).toEqual({
      js: weight(page) + weight(engine),
      main: weight(page),
      css: weight(style),
    })
    expect(faults).toEqual([])
  })

  test('exactly the budget is within it', () => {
    const budget = {
      js: weight(page) + weight(engine),
      main: weight(page),
      css: weight(style),
    }
    expect(measure([page, engine, style], budget).faults).toEqual([])
  })

  test.each([
    [{ js: 10 }, /^JavaScript weighs/],
    [{ main: 10 }, /^JavaScript of the main thread weighs/],
    [{ css: 10 }, /^CSS weighs \d+ bytes after gzip: \d+ over the 10 allowed/],
  ])('a limit of %o is a fault of its own', (limit, sentence) => {
    const { faults } = measure([page, engine, style], { ...wide, ...limit })
    expect(faults).toEqual([expect.stringMatching(sentence)])
  })

  test('nothing to weigh is a fault, not a pass', () => {
    expect(measure([], wide).faults).toHaveLength(3)
  })
})

test('the way to the desk is all that is not counted yet, but what is seldom needed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'minidesk-dist-'))
  mkdirSync(join(folder, 'assets'))
  for (const name of ['index-1.js', 'later-1.js', 'session-1.js', 'numbering-1.js', 'style.css'])
    writeFileSync(join(folder, 'assets', name), 'x'.repeat(99))
  const first = [built('assets/index-1.js', 'main', '')]
  const rows = collectDesk(folder, first, ['numbering-'])
  expect(rows.map(({ name, raw }) => [name, raw])).toEqual([
    ['assets/later-1.js', 99],
    ['assets/session-1.js', 99],
  ])
  rmSync(folder, { recursive: true })
})

describe('collecting the first screen of a build', () => {
  let dist = ''

  beforeEach(() => {
    dist = mkdtempSync(join(tmpdir(), 'minidesk-dist-'))
    write('index.html', HTML)
    write('.vite/manifest.json', JSON.stringify(MANIFEST))
    write('engine-abc.js', 'import{a}from"./assets/words-1.js";import"./assets/codes-1.js"')
    for (const file of SCRIPTS) write(`assets/${file}`, '//')
  })

  afterEach(() => rmSync(dist, { recursive: true }))

  function write(file: string, text: string) {
    mkdirSync(dirname(join(dist, file)), { recursive: true })
    writeFileSync(join(dist, file), text)
  }

  function names(part: Part, firstScreen: string[] = []) {
    const files = collect(dist, firstScreen).filter((file) => file.part === part)
    return files.map((file) => file.name).sort()
  }

  test('follows the page’s scripts, preloads and styles, and their static imports', () => {
    expect(names('main')).toEqual(['assets/index-1.js', 'assets/solid-1.js', 'assets/words-1.js'])
    expect(names('css')).toEqual(['assets/index-1.css', 'assets/words-1.css'])
  })

  test('a chunk shared with the page is not counted again for the engine', () => {
    expect(names('engine')).toEqual(['assets/codes-1.js', 'engine-abc.js'])
  })

  test('what the first screen loads dynamically counts when it is named', () => {
    expect(names('main', ['src/app/Desk.tsx'])).toContain('assets/Desk-1.js')
    expect(names('css', ['src/app/Desk.tsx'])).toContain('assets/Desk-1.css')
    expect(names('main', ['src/app/Desk.tsx'])).not.toContain('assets/Later-1.js')
  })

  test('a name that the build does not know stops it', () => {
    expect(() => collect(dist, ['src/app/Gone.tsx'])).toThrow('src/app/Gone.tsx is not a chunk')
  })

  test.each([
    ['index.html', 'There is no build'],
    ['assets/solid-1.js', 'The build has no assets/solid-1.js'],
    ['.vite/manifest.json', 'The build has no .vite/manifest.json'],
    ['engine-abc.js', 'there are 0'],
  ])('without %s it stops', (file, message) => {
    rmSync(join(dist, file))
    expect(() => collect(dist, [])).toThrow(message)
  })

  test('two engines stop it', () => {
    write('engine-def.js', '//')
    expect(() => collect(dist, [])).toThrow('there are 2')
  })

  test('a page that loads from another host stops it', () => {
    write('index.html', '<script src="https://cdn.example/a.js"></script>')
    expect(() => collect(dist, [])).toThrow('from elsewhere')
  })
})

const HTML = `<!doctype html>
<link rel="icon" href="./icon.svg">
<link crossorigin rel="stylesheet" href="./assets/index-1.css">
<link rel="modulepreload" crossorigin href="./assets/solid-1.js">
<script type="module" crossorigin src="./assets/index-1.js"></script>`

const SCRIPTS = [
  'index-1.js',
  'index-1.css',
  'solid-1.js',
  'words-1.js',
  'words-1.css',
  'codes-1.js',
  'Desk-1.js',
  'Desk-1.css',
  'Later-1.js',
]

const MANIFEST = {
  'index.html': {
    file: 'assets/index-1.js',
    isEntry: true,
    imports: ['_solid.js', '_words.js'],
    dynamicImports: ['src/app/Desk.tsx'],
    css: ['assets/index-1.css'],
  },
  '_solid.js': { file: 'assets/solid-1.js', imports: ['_words.js'] },
  '_words.js': { file: 'assets/words-1.js', imports: ['_solid.js'], css: ['assets/words-1.css'] },
  'src/app/Desk.tsx': {
    file: 'assets/Desk-1.js',
    isDynamicEntry: true,
    imports: ['_solid.js'],
    dynamicImports: ['src/team/Later.tsx'],
    css: ['assets/Desk-1.css'],
  },
  'src/team/Later.tsx': { file: 'assets/Later-1.js', isDynamicEntry: true },
}
