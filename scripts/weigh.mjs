// What the first screen loads, and what it weighs.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'
import { Stop } from './say.mjs'

/**
 * @typedef {'main' | 'engine' | 'css'} Part `main`: the JavaScript of the page itself
 * @typedef {{ name: string, part: Part, bytes: Uint8Array }} Built a file of the build
 * @typedef {{ name: string, part: Part, raw: number, gzip: number }} Row sizes in bytes
 * @typedef {{ js: number, main: number, css: number }} Sizes in bytes after gzip; `js` is main and engine
 * @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk as in Vite's manifest
 */

/**
 * Weighs files against a budget. `faults` has a sentence for every limit broken.
 * @param {Built[]} files
 * @param {Sizes} budget
 */
export function measure(files, budget) {
  /** @type {Row[]} */
  const rows = files.map(weigh)
  const [main, engine, css] = [sum(rows, 'main'), sum(rows, 'engine'), sum(rows, 'css')]
  const sizes = { js: main + engine, main, css }
  const faults = [
    over('JavaScript', sizes.js, budget.js),
    over('JavaScript of the main thread', sizes.main, budget.main),
    over('CSS', sizes.css, budget.css),
    // empty scales are broken scales
    main === 0 && 'No JavaScript of the main thread was found to weigh.',
    engine === 0 && 'No engine was found to weigh.',
    css === 0 && 'No CSS was found to weigh.',
  ].filter((fault) => fault !== false)
  return { rows, sizes, faults }
}

/**
 * The files of a build that the first screen loads: what index.html names and what that imports,
 * the same for `firstScreen` (sources it loads with `import()`), and the engine.
 * @param {string} dist
 * @param {string[]} firstScreen
 * @returns {Built[]}
 */
export function collect(dist, firstScreen) {
  if (!existsSync(join(dist, 'index.html'))) throw new Stop(`There is no build in ${dist}.`)
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(read(dist, '.vite/manifest.json').toString())
  const chunks = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]))
  /** @type {Map<string, Part>} */
  const files = new Map()

  for (const file of filesNamedBy(read(dist, 'index.html').toString())) add(file, 'main')
  for (const source of firstScreen) {
    const chunk = manifest[source]
    if (!chunk) throw new Stop(`${source} is not a chunk of its own in this build.`)
    add(chunk.file, 'main')
  }
  add(engineOf(dist), 'engine')
  return [...files].map(([name, part]) => ({ name, part, bytes: read(dist, name) }))

  /**
   * @param {string} file
   * @param {Part} part
   */
  function add(file, part) {
    if (files.has(file)) return
    files.set(file, file.endsWith('.css') ? 'css' : part)
    const chunk = chunks.get(file)
    for (const style of chunk?.css ?? []) add(style, 'css')
    // a worker and what it imports are not in the manifest
    const imports = chunk ? (chunk.imports ?? []).map(fileOf) : importsOf(dist, file)
    for (const imported of imports) add(imported, part)
  }

  /** @param {string} key */
  function fileOf(key) {
    const chunk = manifest[key]
    if (!chunk) throw new Stop(`The manifest does not know its own ${key}.`)
    return chunk.file
  }
}

/**
 * What a log-in loads on top of the first screen until the desk has its first list: every other script of
 * the build but those that are `seldom` needed, each by the beginning of its name.
 * @param {string} dist
 * @param {readonly Built[]} first what is counted already
 * @param {readonly string[]} seldom
 * @returns {Row[]}
 */
export function collectDesk(dist, first, seldom) {
  const counted = new Set(first.map(({ name }) => name))
  const isWanted = (/** @type {string} */ name) =>
    name.endsWith('.js') && !seldom.some((one) => name.startsWith(one))
  return readdirSync(join(dist, 'assets'))
    .filter(isWanted)
    .map((name) => `assets/${name}`)
    .filter((name) => !counted.has(name))
    .map((name) => weigh({ name, part: 'main', bytes: read(dist, name) }))
}

/**
 * @param {Built} file
 * @returns {Row}
 */
const weigh = ({ name, part, bytes }) => ({
  name,
  part,
  raw: bytes.length,
  gzip: gzipSync(bytes, { level: 9 }).length,
})

/**
 * The scripts, preloads and style sheets that a page names, as paths in its folder.
 * @param {string} html
 */
function filesNamedBy(html) {
  const files = []
  for (const [tag] of html.matchAll(/<(?:script|link)\b[^>]*>/gi)) {
    const rel = attribute(tag, 'rel')
    const url = /^<script/i.test(tag) ? attribute(tag, 'src') : attribute(tag, 'href')
    const loads = /^<script/i.test(tag) || rel === 'modulepreload' || rel === 'stylesheet'
    if (!url || !loads) continue
    if (/^([a-z]+:)?\/\//i.test(url)) throw new Stop(`index.html loads ${url} from elsewhere.`)
    files.push(posix.normalize(url.replace(/[?#].*$/, '')).replace(/^\//, ''))
  }
  return files
}

/**
 * @param {string} tag
 * @param {string} name
 */
function attribute(tag, name) {
  return new RegExp(`\\s${name}\\s*=\\s*["']?([^"'\\s>]+)`, 'i').exec(tag)?.[1]
}

/** @param {string} dist */
function engineOf(dist) {
  const engines = readdirSync(dist).filter((name) => /^engine-.*\.js$/.test(name))
  if (engines.length !== 1 || !engines[0]) {
    throw new Stop(`One engine-*.js is expected in ${dist}; there are ${engines.length}.`)
  }
  return engines[0]
}

/**
 * The static imports of a built script.
 * @param {string} dist
 * @param {string} file
 */
function importsOf(dist, file) {
  if (!file.endsWith('.js')) return []
  const code = read(dist, file).toString()
  const statements = code.matchAll(/(?:\bimport|\bfrom)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)
  return [...statements]
    .map(([, path = '']) => posix.join(posix.dirname(file), path))
    .filter((path) => existsSync(join(dist, path)))
}

/**
 * @param {string} dist
 * @param {string} file
 */
function read(dist, file) {
  const path = join(dist, file)
  if (!existsSync(path)) throw new Stop(`The build has no ${file}.`)
  return readFileSync(path)
}

/**
 * @param {Row[]} rows
 * @param {Part} part
 */
function sum(rows, part) {
  return rows.filter((row) => row.part === part).reduce((total, row) => total + row.gzip, 0)
}

/**
 * @param {string} what
 * @param {number} size
 * @param {number} limit
 */
function over(what, size, limit) {
  return (
    size > limit &&
    `${what} weighs ${size} bytes after gzip: ${size - limit} over the ${limit} allowed.`
  )
}
