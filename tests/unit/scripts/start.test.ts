import { spawn } from 'node:child_process'
import { createServer, type Server } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'
import { freePort } from './machine'

const project = fileURLToPath(new URL('../../../', import.meta.url))
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** The port of a stranger's server. */
async function busyPort(host: string): Promise<number> {
  const server = createServer()
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, host, resolve))
  const address = server.address()
  return address !== null && typeof address === 'object' ? address.port : 0
}

/** Runs a script that is expected to end by itself. */
async function run(script: string, args: string[], env: Record<string, string> = {}) {
  const child = spawn(process.execPath, [`scripts/${script}.mjs`, ...args], {
    cwd: project,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complained = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complained += text
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  return { code, complained }
}

describe('npm start, in one line,', { timeout: 30_000 }, () => {
  const free = ['login', 'api', 'socket', 'control'].map((name) => `--${name}-port=0`)

  test.each(['127.0.0.1', '0.0.0.0'])('names the port that is taken on %s', async (host) => {
    const port = await busyPort(host)
    expect(await run('start', [`--port=${port}`, ...free])).toEqual({
      code: 1,
      complained: `Port ${port} is in use. Stop what runs there, or choose another: npm start -- --port ${port + 1}\n`,
    })
  })

  test.each(['login', 'api', 'socket', 'control'])(
    'names the %s port when it is taken',
    async (name) => {
      const port = await busyPort('127.0.0.1')
      const desk = await freePort()
      const ports = [...free, `--${name}-port=${port}`]
      expect(await run('start', [`--port=${desk}`, ...ports])).toEqual({
        code: 1,
        complained: `Port ${port} is in use: stop what uses it, or choose another port (--login-port, --api-port, --socket-port, --control-port)\n`,
      })
    },
  )
})

describe('both commands, in one line,', { timeout: 30_000 }, () => {
  test.each(['start', 'test'])('ask for a folder for temporary files: npm %s', async (script) => {
    expect(await run(script, ['--setup-only'], { TMPDIR: '/nowhere' })).toEqual({
      code: 1,
      complained:
        'TMPDIR is /nowhere, where nothing can be written: set TMPDIR to a folder that is there and yours.\n',
    })
  })
})
