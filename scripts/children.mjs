// Starting other programs so that none is left behind and none can hang us: each gets a process
// group of its own, which is ended as a whole.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * @typedef {{ code: number | null, signal: NodeJS.Signals | null, error?: Error }} Ending
 * @typedef {{ process: import('node:child_process').ChildProcess, ended: Promise<Ending> }} Child
 * @typedef {Ending & { output: string, late: boolean }} Outcome
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set()

process.on('exit', () => {
  for (const child of running) signalGroup(child, 'SIGKILL')
})

/**
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, stdio?: import('node:child_process').StdioOptions }} [options]
 * @returns {Child}
 */
export function startChild(
  command,
  args,
  { env = {}, stdio = ['ignore', 'inherit', 'inherit'] } = {},
) {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, ...env },
    stdio,
    detached: true,
  })
  running.add(child)
  const ended = new Promise((resolve) => {
    child.once('error', (error) => {
      running.delete(child)
      resolve({ code: null, signal: null, error })
    })
    child.once('exit', (code, signal) => {
      signalGroup(child, 'SIGKILL') // what it may have left behind
      running.delete(child)
      resolve({ code, signal })
    })
  })
  return { process: child, ended }
}

/**
 * Runs a program to its end, or to its time limit. With `quiet` its output is collected instead of shown.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, seconds: number }} options
 * @returns {Promise<Outcome>}
 */
export async function run(command, args, { env, quiet = false, seconds }) {
  const child = startChild(command, args, {
    env,
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
  })
  const { stdout, stderr } = child.process
  let output = ''
  for (const stream of [stdout, stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output += text
    })
  }
  let late = false
  const limit = setTimeout(() => {
    late = true
    signalGroup(child.process, 'SIGKILL')
  }, seconds * 1000)
  const ending = await child.ended
  clearTimeout(limit)
  if (quiet && !ending.error) await readOut(child.process)
  return { ...ending, output, late }
}

/**
 * Ends every program that still runs, gently: what takes longer is killed when we exit.
 * @param {NodeJS.Signals} signal
 * @param {number} seconds how long they may take
 */
export async function stopAll(signal, seconds) {
  const endings = [...running].map((child) => {
    signalGroup(child, signal)
    return new Promise((resolve) => child.once('exit', resolve))
  })
  let limit
  const late = new Promise((resolve) => {
    limit = setTimeout(resolve, seconds * 1000)
  })
  await Promise.race([Promise.all(endings), late])
  clearTimeout(limit)
}

/**
 * Calls `stop` on Ctrl+C, on a plain `kill` (of us, or of the npm that runs us) and when the
 * terminal closes; a second one ends us at once.
 * @param {() => void} stop
 */
export function onInterrupt(stop) {
  let asked = false
  const interrupt = () => {
    if (asked) process.exit(130)
    asked = true
    stop()
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  process.on('SIGHUP', interrupt)
  if (!process.env.npm_lifecycle_event) return
  // npm passes a signal on to the shell between us, which dies of it and tells us nothing
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    if (!asked) interrupt()
  }, 300)
  watch.unref()
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
function signalGroup(child, signal) {
  if (!child.pid) return
  try {
    process.kill(-child.pid, signal)
  } catch {
    // nobody left in the group
  }
}

/**
 * Waits for the rest of the output, but not for a grandchild that keeps the pipe open.
 * @param {import('node:child_process').ChildProcess} child
 */
function readOut(child) {
  return new Promise((resolve) => {
    const enough = setTimeout(() => {
      child.stdout?.destroy()
      child.stderr?.destroy()
      resolve(undefined)
    }, 1000)
    child.once('close', () => {
      clearTimeout(enough)
      resolve(undefined)
    })
  })
}
