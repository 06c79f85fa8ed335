// Weighs what the first screen loads, after every build. Over the budget the build fails.
import { join } from 'node:path'
import { root } from './children.mjs'
import { complain, explain, say } from './say.mjs'
import { collect, collectDesk, measure } from './weigh.mjs'

/**
 * Sources that the first screen waits for though it loads them with `import()`: they count like static
 * ones. There are none; docs/decisions/0003 says what comes later, and when.
 */
const FIRST_SCREEN = []

/** Bytes after gzip; `main` is all JavaScript but the engine. */
const BUDGET = { js: 46_000, main: 30_000, css: 12_000 }

/** Bytes after gzip: all JavaScript from the first screen to a desk with its list, the log-in included. */
const DESK_BUDGET = 100_000

/** The same to an open call, with all that can be done with it; fetched while the list already stands. */
const CALL_BUDGET = 160_000
// The words of health are its own and those of Health: a chunk of both, which nothing before it fetches.
const CALL = ['work-', 'store-']

/** And with every room beside the calls; fetched as soon as calls can be worked with. */
const ROOMS_BUDGET = 184_000
const ROOMS = ['rooms-']

/** The words in another language, fetched before the first screen is drawn, by those who speak it. */
const CATALOG_BUDGET = 60_000
const CATALOGS = ['de-']

/** Loaded for a task, a way or a page of its own. */
const SELDOM = ['numbering-', 'seldom-', 'callback-', 'popup-', 'signed-out-', 'Health']

try {
  const dist = join(root, 'dist')
  const first = collect(dist, FIRST_SCREEN)
  const { rows, sizes, faults } = measure(first, BUDGET)
  const seldom = [...SELDOM, ...CATALOGS]
  const later = collectDesk(dist, first, [...seldom, ...CALL, ...ROOMS])
  const call = collectDesk(dist, [...first, ...later], [...seldom, ...ROOMS])
  const rooms = collectDesk(dist, [...first, ...later, ...call], seldom)
  const catalogs = collectDesk(dist, [...first, ...later, ...call, ...rooms], SELDOM)
  const desk = later.reduce((total, { gzip }) => total + gzip, sizes.js)
  const open = call.reduce((total, { gzip }) => total + gzip, desk)
  const all = rooms.reduce((total, { gzip }) => total + gzip, open)
  say('\nFirst screen                                       raw     gzip')
  for (const { name, part, raw, gzip } of rows) {
    say(line(`${part.padEnd(7)}${name}`, raw, gzip))
  }
  say(line(`JavaScript, of ${BUDGET.js}`, '', sizes.js))
  say(line(`  of it main thread, of ${BUDGET.main}`, '', sizes.main))
  say(line(`CSS, of ${BUDGET.css}`, '', sizes.css))
  say('\nThen, to the desk')
  for (const { name, raw, gzip } of later) say(line(name, raw, gzip))
  say(line(`JavaScript in all, of ${DESK_BUDGET}`, '', desk))
  say('\nThen, to an open call')
  for (const { name, raw, gzip } of call) say(line(name, raw, gzip))
  say(line(`JavaScript in all, of ${CALL_BUDGET}`, '', open))
  say('\nThen, to the rooms beside')
  for (const { name, raw, gzip } of rooms) say(line(name, raw, gzip))
  say(line(`JavaScript in all, of ${ROOMS_BUDGET}`, '', all))
  if (all > ROOMS_BUDGET) faults.push(`the rooms weigh ${all - ROOMS_BUDGET} bytes too much.`)
  if (open > CALL_BUDGET)
    faults.push(`the way to an open call weighs ${open - CALL_BUDGET} bytes too much.`)
  if (desk > DESK_BUDGET)
    faults.push(`the way to the desk weighs ${desk - DESK_BUDGET} bytes too much.`)
  say('\nIn another language, beside the first screen')
  for (const { name, raw, gzip } of catalogs) {
    say(line(name, raw, gzip))
    if (gzip > CATALOG_BUDGET)
      faults.push(`${name} weighs ${gzip - CATALOG_BUDGET} bytes too much.`)
  }
  for (const fault of faults) complain(`Budget: ${fault}`)
  if (faults.length > 0) process.exitCode = 1
} catch (error) {
  complain(`Budget: ${explain(error)}`)
  process.exitCode = 1
}

/**
 * @param {string} label
 * @param {number | string} raw
 * @param {number} gzip
 */
function line(label, raw, gzip) {
  return `${label.padEnd(44)} ${String(raw).padStart(9)} ${String(gzip).padStart(8)}`
}
