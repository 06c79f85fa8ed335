// npm test: everything, once: types, lint, unit tests, build, journeys. The last line is the sum.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, findHeadlessShell } from './browser.mjs'
import { onInterrupt, root, run, stopAll } from './children.mjs'
import { isWritable, needTemporaryFolder } from './folders.mjs'
import { ensureDependencies, needNode } from './install.mjs'
import { complain, explain, Stop, say } from './say.mjs'
import { settle, tallyJourneys, tallyUnit } from './tally.mjs'

/**
 * @typedef {import('./tally.mjs').Tally} Tally
 * @typedef {{ name: string, tally: Tally, seconds: number, note: string }} Row
 */

/** A step that hangs is ended after this long and counts as failed. */
const STEP_SECONDS = 25 * 60

const NOTHING = { passed: 0, failed: 0, skipped: 0 }
const ONE_FAILED = { ...NOTHING, failed: 1 }

const setupOnly = process.argv.includes('--setup-only')

/** @type {Row[]} */
const rows = []
let complete = false
let reports = ''

// However it ends, the last line is the sum.
process.on('exit', () => {
  if (reports) rmSync(reports, { recursive: true, force: true })
  if (!setupOnly) finish()
})

let stopping = false
onInterrupt(async () => {
  stopping = true
  await stopAll('SIGINT', 10)
  complain('Stopped before the end.')
  process.exit(130)
})

try {
  needNode()
  needTemporaryFolder()
  await ensureDependencies()
  needOutput()
  if (setupOnly) {
    say(`Ready to test, with ${await findBrowser({ install: true })}`)
  } else {
    reports = mkdtempSync(join(tmpdir(), 'minidesk-test-'))
    await testEverything()
    complete = true
  }
} catch (error) {
  complain(explain(error))
  process.exitCode = 1
}

/** The build and the tests leave files behind, in folders that may be someone else's. */
function needOutput() {
  const folders = ['node_modules', 'dist', 'test-results'].map((name) => join(root, name))
  const locked = folders.find((folder) => !isWritable(folder))
  if (locked) throw new Stop(`${locked} cannot be written to: make it yours, or test in a clone.`)
}

async function testEverything() {
  const browser = await findBrowser({ install: true }).catch((error) => complain(explain(error)))
  const shell = await findHeadlessShell()
  if (browser) say(`Browser: ${[browser, shell].filter(Boolean).join(', ')}`)
  rows.push(await check('types'))
  rows.push(await check('lint'))
  rows.push(await unitTests())
  const buildStarted = Date.now()
  rows.push(await check('build'))
  if (!browser) rows.push(notRun('journeys', 'no browser'))
  else if (!builtSince(buildStarted)) rows.push(notRun('journeys', 'no build'))
  else rows.push(await journeys(browser, shell ?? browser))
}

/**
 * A step that passes or fails as a whole, and counts only when it fails.
 * @param {string} name of the script in package.json
 * @returns {Promise<Row>}
 */
async function check(name) {
  const { outcome, seconds } = await step(name, 'npm', ['run', name])
  const note = outcome.late ? 'ended: took too long' : outcome.code === 0 ? 'ok' : 'failed'
  return { name, tally: outcome.code === 0 ? NOTHING : ONE_FAILED, seconds, note }
}

function unitTests() {
  const file = join(reports, 'unit.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return suite('unit', 'vitest', args, {}, file, tallyUnit)
}

/**
 * @param {string} browser
 * @param {string} shell for what needs none of its windows
 */
function journeys(browser, shell) {
  const file = join(reports, 'journeys.json')
  const env = {
    MINIDESK_CHROMIUM: browser,
    MINIDESK_HEADLESS_SHELL: shell,
    PLAYWRIGHT_JSON_OUTPUT_FILE: file,
  }
  return suite('journeys', 'playwright', ['test', '--reporter=list,json'], env, file, tallyJourneys)
}

/**
 * @param {string} name
 * @param {string} runner in node_modules/.bin
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @param {string} report the file it writes
 * @param {(report: any) => Tally} tallyOf
 * @returns {Promise<Row>}
 */
async function suite(name, runner, args, env, report, tallyOf) {
  const program = join(root, 'node_modules/.bin', runner)
  const { outcome, seconds } = await step(name, program, args, env)
  const tally = settle(readTally(report, tallyOf), outcome.code === 0)
  const notes = [
    outcome.late && 'ended: took too long',
    tally.skipped && `${tally.skipped} skipped, counted as failed`,
    tally.passed === 0 && 'ran no test',
  ]
  return { name, tally, seconds, note: notes.filter(Boolean).join('; ') }
}

/**
 * @param {string} report
 * @param {(report: any) => Tally} tallyOf
 */
function readTally(report, tallyOf) {
  try {
    return tallyOf(JSON.parse(readFileSync(report, 'utf8')))
  } catch {
    return ONE_FAILED // the runner broke before it could report
  }
}

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} [env]
 */
async function step(name, command, args, env) {
  say(`\n── ${name} ──`)
  const started = Date.now()
  const outcome = await run(command, args, { env, seconds: STEP_SECONDS })
  if (stopping) await new Promise(() => {}) // no further step: we are about to exit
  if (outcome.error) complain(`${command} could not be started: ${outcome.error.message}`)
  return { outcome, seconds: (Date.now() - started) / 1000 }
}

/**
 * @param {string} name
 * @param {string} why
 * @returns {Row}
 */
function notRun(name, why) {
  return { name, tally: ONE_FAILED, seconds: 0, note: `not run: ${why}` }
}

/**
 * Whether there is a page of this build, even if it is over the size budget.
 * @param {number} time in ms
 */
function builtSince(time) {
  const page = statSync(join(root, 'dist/index.html'), { throwIfNoEntry: false })
  return page !== undefined && page.mtimeMs >= time - 1000
}

function finish() {
  if (rows.length > 0) say()
  for (const { name, tally, seconds, note } of rows) {
    const { passed, failed } = tally
    const counts = passed + failed > 0 ? `${passed} passed, ${failed} failed` : ''
    say(
      `${name.padEnd(10)}${counts.padEnd(24)}${seconds.toFixed(1).padStart(7)} s  ${note}`.trimEnd(),
    )
  }
  const passed = rows.reduce((sum, row) => sum + row.tally.passed, 0)
  const counted = rows.reduce((sum, row) => sum + row.tally.failed, 0)
  // what broke off before its end has failed, whatever was counted
  const failed = complete ? counted : counted + 1
  if (failed > 0) process.exitCode = process.exitCode || 1
  say(`\n${passed} passed, ${failed} failed`)
}
