// Makes a fresh checkout ready: the right Node, and the dependencies that package-lock.json names.
// Plain Node, so that it runs before anything is installed.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run } from './children.mjs'
import { lastLines, Stop, say } from './say.mjs'

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, os?: string[] }} Package
 * @typedef {Record<string, Package>} Packages the `packages` of a lockfile, by folder
 */

/** Checks Node and installs the dependencies where they are missing or differ from the lockfile. */
export async function ensureDependencies() {
  const { engines } = readJson('package.json')
  if (!nodeFits(process.versions.node, engines.node)) {
    throw new Stop(
      `Minidesk needs Node ${engines.node}; this is ${process.versions.node}. Please install a newer Node.`,
    )
  }
  const reason = whyInstall()
  if (!reason) return
  say(`${reason}: running npm ci (about half a minute) …`)
  const started = Date.now()
  const npm = await run('npm', ['ci', '--include=dev', '--no-progress', '--loglevel=error'], {
    quiet: true,
    seconds: 600,
  })
  if (npm.error) throw new Stop(`npm could not be started: ${npm.error.message}`)
  if (npm.late) throw new Stop('npm ci took longer than ten minutes. Is the network there?')
  if (npm.code !== 0) {
    throw new Stop(
      `npm ci failed; the dependencies are not installed.${lastLines(cause(npm.output))}`,
    )
  }
  say(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`)
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
 * npm says why first, and then how it is used in general: its first complaints without their stack, or all if it made none.
 * @param {string} output
 */
function cause(output) {
  const complaints = output.split('\n').filter((line) => /^npm error +(?!at )\S/.test(line))
  return complaints.length > 0 ? complaints.slice(0, 8).join('\n') : output
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

/** @param {string} version */
function numbers(version) {
  return version.split('.').map((part) => Number.parseInt(part, 10))
}
