import { spawn } from 'node:child_process'

const anyPort = ['login', 'api', 'socket', 'control'].flatMap((name) => [`--${name}-port`, '0'])

/** Milliseconds from `npm run emulator` to its ready line. */
async function start(flags: readonly string[]): Promise<number> {
  const begun = performance.now()
  const args = ['run', '--silent', 'emulator', '--', ...anyPort, ...flags]
  const child = spawn('npm', args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true })
  let said = ''
  for await (const text of child.stdout) {
    said += text
    if (said.includes('"ready":true')) break
  }
  const took = performance.now() - begun
  // npm and what it started are a group of their own.
  if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
  if (!said.includes('"ready":true')) throw new Error(`No ready line: ${said}`)
  return took
}

const rounds = 7

/** Several starts of both organisations, by turns. */
export async function measureStarts(): Promise<{ default: number[]; large: number[] }> {
  const starts = { default: [] as number[], large: [] as number[] }
  for (let round = 0; round < rounds; round += 1) {
    starts.default.push(await start([]))
    starts.large.push(await start(['--organisation', 'large']))
  }
  return starts
}
