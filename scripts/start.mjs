// npm start: the local Genesys with calls coming in, and the desk in development mode beside it.
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as util from 'node:util'
import { onInterrupt, root, startChild, stopAll } from './children.mjs'
import { isWritable, needTemporaryFolder } from './folders.mjs'
import { ensureDependencies, needNode } from './install.mjs'
import { complain, explain, Stop, say } from './say.mjs'

/**
 * @typedef {import('./children.mjs').Child} Child
 * @typedef {import('./children.mjs').Ending} Ending
 * @typedef {{ login: string, api: string, sockets: string, control: string }} Addresses
 */

const READY_SECONDS = 60
const FOR_EMULATOR = [
  'scenario',
  'seed',
  'speed',
  'login-port',
  'api-port',
  'socket-port',
  'control-port',
]

const wait = util.promisify(setTimeout)
let stopping = false
onInterrupt(() => end(0, 'Minidesk is stopped.'))

try {
  needNode()
  const flags = readFlags()
  needTemporaryFolder()
  await ensureDependencies()
  if (flags['setup-only']) say('Ready: npm start')
  else await startDesk(flags)
} catch (error) {
  await end(1, explain(error))
}

/** @param {Record<string, string | boolean | undefined>} flags */
async function startDesk(flags) {
  const port = readPort(flags.port ?? process.env.PORT ?? '5173')
  if (await isTaken(port)) {
    throw new Stop(
      `Port ${port} is in use. Stop what runs there, or choose another: npm start -- --port ${port + 1}`,
    )
  }
  const desk = `http://localhost:${port}`
  say('Starting the local Genesys and the desk …')

  const { emulator, addresses } = await startEmulator(`${desk}/callback.html`, flags)
  const vite = startVite(port, addresses)
  endWith('The local Genesys', emulator)
  endWith('The desk’s server', vite)
  await untilServed(desk)
  if (!stopping) say(welcome(desk, addresses))
}

function readFlags() {
  /** @type {Record<string, { type: 'string' | 'boolean' }>} */
  const options = { port: { type: 'string' }, 'setup-only': { type: 'boolean' } }
  for (const name of FOR_EMULATOR) options[name] = { type: 'string' }
  try {
    return util.parseArgs({ options }).values
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`)
    throw new Stop(
      `${error instanceof Error ? error.message : error}\nKnown flags: ${known.join(' ')}`,
    )
  }
}

/** @param {unknown} text */
function readPort(text) {
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Stop(`"${text}" is no port: a number from 1 to 65535 is needed.`)
  }
  return port
}

/**
 * Starts the emulator and waits for its one line of addresses.
 * @param {string} redirectUri
 * @param {Record<string, string | boolean | undefined>} flags
 * @returns {Promise<{ emulator: Child, addresses: Addresses }>}
 */
async function startEmulator(redirectUri, flags) {
  const args = ['--import', 'tsx', 'tests/emulator/cli.ts', '--redirect-uri', redirectUri]
  for (const [name, value] of Object.entries({ scenario: 'calm', ...flags })) {
    if (FOR_EMULATOR.includes(name)) args.push(`--${name}`, String(value))
  }
  const emulator = startChild(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let complaints = ''
  let ready = false
  emulator.process.stderr?.setEncoding('utf8').on('data', (text) => {
    if (ready) process.stderr.write(text)
    else complaints += text
  })
  const addresses = await new Promise((resolve, reject) => {
    const lines = createInterface({ input: /** @type {any} */ (emulator.process.stdout) })
    lines.on('line', (line) => {
      const found = ready ? undefined : readAddresses(line)
      if (found) resolve(found)
      else say(line)
    })
    emulator.ended.then(async (ending) => {
      await wait(50) // its last words may still be in the pipe
      const cause = complaints.trim() || `The local Genesys did not start (${how(ending)}).`
      const ports = FOR_EMULATOR.filter((name) => name.endsWith('-port')).map((name) => `--${name}`)
      const hint = cause.includes('choose another port') ? ` (${ports.join(', ')})` : ''
      reject(new Stop(cause + hint))
    })
    const late = new Stop(`The local Genesys was not ready within ${READY_SECONDS} seconds.`)
    setTimeout(() => reject(late), READY_SECONDS * 1000).unref()
  })
  ready = true
  if (complaints) process.stderr.write(complaints)
  return { emulator, addresses }
}

/**
 * @param {string} line
 * @returns {Addresses | undefined}
 */
function readAddresses(line) {
  if (!line.startsWith('{')) return undefined
  try {
    const message = JSON.parse(line)
    return message.ready ? message : undefined
  } catch {
    return undefined
  }
}

/**
 * @param {number} port
 * @param {Addresses} addresses
 */
function startVite(port, addresses) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const args = [vite, '--port', String(port), '--strictPort', '--clearScreen', 'false']
  const env = { MINIDESK_LOGIN: addresses.login, MINIDESK_API: addresses.api }
  if (isWritable(join(root, 'node_modules'))) return startChild(process.execPath, args, { env })
  // Vite writes there: its bundled configuration, and what it makes of the dependencies
  const cache = mkdtempSync(join(tmpdir(), 'minidesk-vite-'))
  process.on('exit', () => rmSync(cache, { recursive: true, force: true }))
  args.push('--configLoader', 'runner')
  return startChild(process.execPath, args, { env: { ...env, MINIDESK_VITE_CACHE: cache } })
}

/** @param {string} desk */
async function untilServed(desk) {
  const deadline = Date.now() + READY_SECONDS * 1000
  while (!stopping) {
    const answer = await fetch(`${desk}/@vite/client`, { signal: AbortSignal.timeout(5000) }).catch(
      () => undefined,
    )
    if (answer?.ok) return
    if (Date.now() > deadline) {
      throw new Stop(`The desk’s server was not ready within ${READY_SECONDS} seconds.`)
    }
    await wait(150)
  }
}

/**
 * One program that ends by itself ends everything.
 * @param {string} name
 * @param {Child} child
 */
async function endWith(name, child) {
  const ending = await child.ended
  await end(1, `${name} has stopped (${how(ending)}); everything else is stopped too.`)
}

/**
 * @param {number} code
 * @param {string} line
 */
async function end(code, line) {
  if (stopping) return
  stopping = true
  await stopAll('SIGTERM', 5)
  if (code === 0) say(`\n${line}`)
  else complain(line)
  process.exit(code) // the exit kills what did not end by itself
}

/** @param {number} port */
async function isTaken(port) {
  // each loopback family by itself: a server on only one of them would still shadow ours
  const answers = await Promise.all(['127.0.0.1', '::1'].map((host) => answersAt(host, port)))
  return answers.includes(true)
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<boolean>}
 */
function answersAt(host, port) {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 })
    const answer = (/** @type {boolean} */ yes) => {
      socket.destroy()
      resolve(yes)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
    socket.once('timeout', () => answer(false))
  })
}

/** @param {Ending} ending */
function how({ code, signal, error }) {
  return error?.message ?? (signal ? `ended by ${signal}` : `exit code ${code}`)
}

/**
 * @param {string} desk
 * @param {Addresses} addresses
 */
function welcome(desk, addresses) {
  return `
  Minidesk is running.

    Desk           ${desk}
    Log in as      any agent: choose a name on the login page
    Control        ${addresses.control}  (make calls, drop sockets, inject faults)
    Stop           Ctrl+C
`
}
