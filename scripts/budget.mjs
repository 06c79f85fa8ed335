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
const BUDGET = { js: 46_000, main: 30_000, css: 8_000 }

/** Bytes after gzip: all JavaScript from the first screen to a desk with its list, the log-in included. */
const DESK_BUDGET = 98_000

/** Loaded for a task, a way or a page of its own. */
const SELDOM = ['numbering-', 'seldom-', 'callback-', 'popup-', 'signed-out-', 'Health']

try {
  const dist = join(root, 'dist')
  const first = collect(dist, FIRST_SCREEN)
  const { rows, sizes, faults } = measure(first, BUDGET)
  const later = collectDesk(dist, first, SELDOM)
  const desk = later.reduce((total, { gzip }) => total + gzip, sizes.js)
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
  if (desk > DESK_BUDGET)
    faults.push(`the way to the desk weighs ${desk - DESK_BUDGET} bytes too much.`)
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
