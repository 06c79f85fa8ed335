// npm run test:servers: the desk behind real web servers, with the header files of npm run headers. The last
// line is the sum.
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { onInterrupt, root, run, stopAll } from './children.mjs'
import { needTemporaryFolder } from './folders.mjs'
import { ensureDependencies, needNode } from './install.mjs'
import { complain, explain, lastLines, Stop, say } from './say.mjs'
import { settle, tallyJourneys } from './tally.mjs'

const SERVERS = ['nginx', 'caddy']

let tally = { passed: 0, failed: 1, skipped: 0 }
let reports = ''
// However it ends, the last line is the sum.
process.on('exit', () => {
  if (reports) rmSync(reports, { recursive: true, force: true })
  if (tally.failed > 0) process.exitCode = process.exitCode || 1
  say(`\n${tally.passed} passed, ${tally.failed} failed`)
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
  await needServers()
  const browser = await findBrowser({ install: true })
  if (isStale()) await need('node_modules/.bin/vite', ['build'], 'The desk cannot be built')
  reports = mkdtempSync(join(tmpdir(), 'minidesk-servers-'))
  tally = await journeys(browser)
} catch (error) {
  complain(explain(error))
}

/** Installs what is missing, where that can be done without asking. */
async function needServers() {
  const missing = (await Promise.all(SERVERS.map(isMissing))).filter((name) => name !== undefined)
  if (missing.length === 0) return
  const names = missing.join(' and ')
  if (process.getuid?.() !== 0)
    throw new Stop(
      `${names} must be installed for these tests (Debian: apt-get install ${missing.join(' ')}).`,
    )
  say(`Installing ${names} with apt-get …`)
  const quietly = ['-qq', '-o', 'DPkg::Lock::Timeout=60']
  const why = `${names} cannot be installed`
  await need('apt-get', ['update', ...quietly], why)
  await need('apt-get', ['install', ...quietly, '-y', '--no-install-recommends', ...missing], why)
}

/** @param {string} name */
async function isMissing(name) {
  const asked = await run(name, [name === 'nginx' ? '-v' : 'version'], { quiet: true, seconds: 20 })
  return asked.error ? name : undefined
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} why what to say when it fails
 */
async function need(command, args, why) {
  // the run level keeps Debian from starting what it installs
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' }
  const step = await run(command, args, { env, quiet: true, seconds: 600 })
  await unlessStopping()
  if (step.code !== 0) throw new Stop(`${why}: ${step.error?.message ?? lastLines(step.output)}`)
}

/** Whether the build is older than what it is made of, or not there. */
function isStale() {
  const built = statSync(join(root, 'dist/index.html'), { throwIfNoEntry: false })?.mtimeMs ?? 0
  const sources = ['src', 'public', 'scripts/build', 'scripts/headers'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  )
  const beside = readdirSync(root).filter((name) => /\.html$|^vite\.config|^package/.test(name))
  return [...sources, ...beside].some((path) => statSync(join(root, path)).mtimeMs > built)
}

/** @param {string} browser */
async function journeys(browser) {
  const file = join(reports, 'servers.json')
  const env = { MINIDESK_CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
  const args = ['test', '-c', 'tests/servers/playwright.config.ts', '--reporter=list,json']
  const outcome = await run('node_modules/.bin/playwright', args, { env, seconds: 300 })
  await unlessStopping()
  if (outcome.late) complain('The journeys took longer than five minutes.')
  return settle(tallyJourneys(JSON.parse(readFileSync(file, 'utf8'))), outcome.code === 0)
}

/** No further step: we are about to exit. */
async function unlessStopping() {
  if (stopping) await new Promise(() => {})
}
