// Weighs what the first screen loads, after every build. Over the budget the build fails.
import { join } from 'node:path'
import { root } from './children.mjs'
import { complain, explain, say } from './say.mjs'
import { collect, measure } from './weigh.mjs'

/**
 * Sources that the first screen waits for though it loads them with `import()`: they count like static
 * ones. There are none; docs/decisions/0003 says what comes later, and when.
 */
const FIRST_SCREEN = []

/** Bytes after gzip; `main` is all JavaScript but the engine. */
const BUDGET = { js: 46_000, main: 30_000, css: 8_000 }

try {
  const { rows, sizes, faults } = measure(collect(join(root, 'dist'), FIRST_SCREEN), BUDGET)
  say('\nFirst screen                                       raw     gzip')
  for (const { name, part, raw, gzip } of rows) {
    say(line(`${part.padEnd(7)}${name}`, raw, gzip))
  }
  say(line(`JavaScript, of ${BUDGET.js}`, '', sizes.js))
  say(line(`  of it main thread, of ${BUDGET.main}`, '', sizes.main))
  say(line(`CSS, of ${BUDGET.css}`, '', sizes.css))
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
