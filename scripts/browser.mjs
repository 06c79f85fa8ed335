// Finds a Chromium for the journeys that really starts, and installs one where there is none.
import { accessSync, constants, existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, delimiter, join } from 'node:path'
import { root, run } from './children.mjs'
import { complain, lastLines, Stop, say } from './say.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
/** Chromium without windows: the same engine, for less of the processor. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The path of a Chromium that starts here. The dependencies must be installed (Playwright knows
 * where its own browser is).
 * @param {{ install: boolean }} options whether to install one when none is found
 * @returns {Promise<string>}
 */
export async function findBrowser({ install }) {
  // MINIDESK_BROWSER_CANDIDATES (paths joined by ":") stands in for the list, for trying this out
  const given = process.env.MINIDESK_BROWSER_CANDIDATES?.split(':').filter(Boolean)
  const found = await firstThatStarts(given ?? (await candidates()))
  if (found) return found
  const faults = []
  for (const installer of install ? installers() : []) {
    say(`No Chromium starts here: ${installer.told} (this can take minutes) …`)
    const fault = await installWith(installer)
    const installed = await firstThatStarts(await installer.places())
    if (installed) return installed
    if (fault) faults.push(fault)
  }
  const why = faults.length > 0 ? ` (${faults.join('; ')})` : ''
  throw new Stop(
    `No browser to test with${why}: install Chromium or Google Chrome (Debian: apt-get install chromium), or set MINIDESK_CHROMIUM to its path.`,
  )
}

/**
 * A Chromium without windows that starts here, if there is one and nobody named the browser to use.
 * @returns {Promise<string | undefined>}
 */
export async function findHeadlessShell() {
  const { MINIDESK_CHROMIUM: named, MINIDESK_BROWSER_CANDIDATES: given } = process.env
  if (named || given !== undefined) return undefined
  return firstThatStarts(onPath(SHELLS))
}

/** Every place worth a look, in order. */
async function candidates() {
  const { MINIDESK_CHROMIUM: named } = process.env
  const all = [named, ...onPath(NAMES), ...PLACES, ...(await playwrightsOwn())]
  return [...new Set(all)].filter((path) => path !== undefined)
}

/** @param {string[]} names */
function onPath(names) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

async function playwrightsOwn() {
  try {
    const { chromium } = await import('@playwright/test')
    return [chromium.executablePath()]
  } catch {
    return [] // not installed, or no build of it for this system
  }
}

/** @param {string[]} paths */
async function firstThatStarts(paths) {
  for (const path of paths) {
    if (!isExecutable(path)) {
      if (path === process.env.MINIDESK_CHROMIUM)
        complain(`MINIDESK_CHROMIUM: no program at ${path}`)
      continue
    }
    const fault = await whyNotStarting(path)
    if (!fault) return path
    complain(`${path} does not start: ${fault}`)
  }
  return undefined
}

/** @param {string} path */
async function whyNotStarting(path) {
  // a profile of its own, or a Chrome that is already open would answer instead
  const profile = await mkdtemp(join(tmpdir(), 'minidesk-browser-'))
  // without its sandbox, as Playwright starts it: not every user or container has one
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run']
  const page = [`--user-data-dir=${profile}`, '--dump-dom', 'about:blank']
  const browser = await run(path, [...args, ...page], {
    quiet: true,
    seconds: 20,
  })
  await rm(profile, { recursive: true, force: true, maxRetries: 5 })
  if (browser.error) return browser.error.message
  if (browser.late) return 'no answer within 20 seconds'
  if (browser.code !== 0)
    return `it ended with ${browser.code ?? browser.signal}${lastLines(browser.output, 3)}`
  return browser.output.includes('<html>') ? undefined : 'it shows no page'
}

/**
 * @typedef {{ told: string, steps: [command: string, ...args: string[]][],
 *   places: () => string[] | Promise<string[]> }} Installer `places`: where it puts the browser
 */

/** @returns {Installer[]} */
function installers() {
  /** @type {Installer[]} */
  const ways = []
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    const quietly = ['-qq', '-o', 'DPkg::Lock::Timeout=60']
    /** @type {(name: string) => [command: string, ...args: string[]]} */
    const install = (name) => [
      'apt-get',
      ...['install', ...quietly, '-y', '--no-install-recommends', name],
    ]
    ways.push({
      told: 'installing Debian’s with apt-get',
      steps: [
        ['apt-get', 'update', ...quietly],
        install('chromium'),
        install('chromium-headless-shell'), // a system without it does as well
      ],
      places: () => ['/usr/bin/chromium'],
    })
  }
  ways.push({
    told: 'fetching Playwright’s with npx playwright install chromium',
    steps: [[join(root, 'node_modules/.bin/playwright'), 'install', 'chromium']],
    places: playwrightsOwn,
  })
  return ways
}

/**
 * Takes every step, for a later one may well succeed; what the last failing one complained of, in one line.
 * @param {Installer} installer
 */
async function installWith({ steps }) {
  let fault
  for (const [command, ...args] of steps) {
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const step = await run(command, args, { env, quiet: true, seconds: 600 })
    if (step.code === 0) continue
    const cause = step.late ? 'it took longer than ten minutes' : step.error?.message
    fault = `${basename(command)} ${args[0]}: ${cause ?? firstComplaint(step.output)}`
  }
  return fault
}

/** @param {string} output */
function firstComplaint(output) {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const complaint = lines.find((line) => /^(E|Error): /.test(line)) ?? lines.pop()
  return complaint?.replace(/^(E|Error): /, '').trim() ?? 'it failed without a word'
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
