// Makes a fresh checkout ready: the right Node, and the dependencies that package-lock.json names.
// Plain Node, so that it runs before anything is installed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { root, run } from './children.mjs'
import { isWritable } from './folders.mjs'
import { lastLines, Stop, say } from './say.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[] }} Package
 * @typedef {Record<string, Package>} Packages the `packages` of a lockfile, by folder
 */

/** What npm calls a registry that it cannot reach. */
const UNREACHABLE =
  /^npm error code (EAI_\w+|ENOTFOUND|E\w+UNREACH|ECONN\w+|E\w*TIMEDOUT|E\w*TIMEOUT)$/m

/** A registry that cannot be reached is given up after seconds; npm's own pauses take more than a minute. */
const PATIENCE = ['--fetch-retry-mintimeout=1000', '--fetch-retry-maxtimeout=8000']

/** Stops on a Node that is too old. Everything up to here must be readable for one. */
export function needNode() {
  const { engines } = readJson('package.json')
  if (nodeFits(process.versions.node, engines.node)) return
  throw new Stop(
    `Minidesk needs Node ${engines.node}; this is ${process.versions.node}. Please install a newer Node.`,
  )
}

/** Installs the dependencies where they are missing or differ from the lockfile. */
export async function ensureDependencies() {
  const reason = whyInstall()
  if (!reason) return
  const locked = [resolve(root), join(root, 'node_modules')].find((folder) => !isWritable(folder))
  if (locked) {
    throw new Stop(
      `${reason}, and ${locked} cannot be written to: run npm ci there as its owner, or make it yours.`,
    )
  }
  say(`${reason}: running npm ci (about half a minute) …`)
  const started = Date.now()
  // npm waits without end for a network that swallows everything
  const ping = await run('npm', ['ping', '--fetch-retries=0'], { quiet: true, seconds: 30 })
  if (ping.late) throw new Stop(unreachable('it says nothing for 30 s'))
  const npm = await runNpmCi()
  if (npm.error) throw new Stop(`npm could not be started: ${npm.error.message}`)
  if (npm.late) throw new Stop('npm ci took longer than ten minutes. Is the network there?')
  if (npm.code !== 0) throw new Stop(whyFailed(npm.output))
  say(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

async function runNpmCi() {
  const args = ['ci', '--include=dev', '--no-progress', '--loglevel=error', ...PATIENCE]
  const options = { quiet: true, seconds: 600 }
  if (isWritable(npmCache(process.env))) return run('npm', args, options)
  // a home that is not there or not ours, as a service has it
  const cache = mkdtempSync(join(tmpdir(), 'minidesk-npm-'))
  try {
    return await run('npm', [...args, `--cache=${cache}`], options)
  } finally {
    rmSync(cache, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Where npm keeps what it fetched; it tells its scripts.
 * @param {NodeJS.ProcessEnv} env
 */
function npmCache(env) {
  return join(env.npm_config_cache || join(homedir(), '.npm'), '_cacache')
}

/** @param {string} output of npm */
export function whyFailed(output) {
  const [, code] = UNREACHABLE.exec(output) ?? []
  if (code) {
    const [, cause] = /reason: (.+)$/m.exec(output) ?? []
    return unreachable(cause ?? code)
  }
  return `npm ci failed; the dependencies are not installed.${lastLines(complaints(output))}`
}

/** @param {string} cause */
function unreachable(cause) {
  return `The dependencies are not installed, and npm cannot reach its registry (${cause}): check the network and npm’s settings for it, then try again.`
}

/**
 * Whether a Node version is in a range of the form `^20.19.0 || >=22.12.0`.
 * @param {string} version
 * @param {string} range
 */
export function nodeFits(version, range) {
  return range.split('||').some((part) => {
    const match = /^\s*(\^|>=)(\d+\.\d+\.\d+)\s*$/.exec(part)
    if (!match?.[2]) throw new Stop(`package.json: cannot read the Node version "${part.trim()}".`)
    const [have, least] = [numbers(version), numbers(match[2])]
    if (match[1] === '^' && have[0] !== least[0]) return false
    const differing = have.findIndex((number, place) => number !== least[place])
    return differing === -1 || Number(have[differing]) > Number(least[differing])
  })
}

/**
 * The first package that is not installed as the lockfile says, or undefined. An optional one may
 * be absent (it is for another kind of machine), but one made for another system may not be there.
 * @param {Packages} wanted
 * @param {Packages} installed
 * @param {string} system as `process.platform`
 */
export function firstDifference(wanted, installed, system) {
  for (const [folder, want] of Object.entries(wanted)) {
    if (folder === '') continue
    const have = installed[folder]
    if (!have) {
      if (want.optional) continue
      return folder
    }
    if (have.version !== want.version || have.integrity !== want.integrity) return folder
    if (have.os?.every((os) => os !== system && !os.startsWith('!'))) return folder
  }
  return undefined
}

function whyInstall() {
  /** @type {Packages} */
  let installed
  try {
    // npm writes this file last, so a broken-off installation has none
    installed = readJson('node_modules/.package-lock.json').packages
  } catch {
    return 'The dependencies are not installed yet'
  }
  const { packages } = readJson('package-lock.json')
  const folder = firstDifference(packages, installed, process.platform)
  return folder && `${folder} differs from package-lock.json`
}

/**
 * npm says why first, and then how it is used in general: its first complaints without their stack and
 * the fields of their error, or all if it made none.
 * @param {string} output
 */
function complaints(output) {
  const found = output.split('\n').filter((line) => /^npm error +(?!at |\w+: ')\S/.test(line))
  return found.length > 0 ? found.slice(0, 6).join('\n') : output
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

/** @param {string} version */
function numbers(version) {
  return version.split('.').map((part) => Number.parseInt(part, 10))
}
