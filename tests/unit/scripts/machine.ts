// A machine with nothing on it: an empty folder with the project as it is committed, an empty home, and of
// this machine's environment only the way to its browser and to npm's registry.
import { execFile, spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const project = fileURLToPath(new URL('../../../', import.meta.url))
const exec = promisify(execFile)
const NOBODY = { uid: 65_534, gid: 65_534 }

export type Env = Record<string, string>

export interface User {
  readonly name: string
  readonly ids: { readonly uid: number; readonly gid: number } | undefined
}

export interface Ending {
  readonly code: number | null
  /** Without empty lines. */
  readonly said: string[]
  /** Also without what npm itself notices about this machine. */
  readonly complained: string[]
}

/** A program on the machine, and everything it starts. */
export interface Program {
  readonly said: () => string
  readonly ended: Promise<Ending>
  stop(): void
}

/** Where the project comes from. A downloaded archive has no commits: then the files themselves. */
export const source = existsSync(join(project, '.git'))
  ? 'a clone'
  : 'a copy (this folder is no git checkout)'

/** Root can also be someone else, but where Node is in a home of root's nobody else can run it. */
export function users(): User[] {
  if (process.getuid?.() !== 0) return [{ name: 'an ordinary user', ids: undefined }]
  const others = spawnSync(process.execPath, ['--version'], NOBODY).status === 0
  return [
    { name: 'root', ids: undefined },
    ...(others ? [{ name: 'an ordinary user', ids: NOBODY }] : []),
  ]
}

export async function makeMachine({ ids }: User) {
  const base = mkdtempSync(join(tmpdir(), 'minidesk-bare-'))
  const folder = join(base, 'Mini Desk für alle')
  const [home, temporary] = [join(base, 'home'), join(base, 'tmp')]
  for (const path of [home, temporary]) mkdirSync(path)
  await bring(base, folder)
  if (ids) await exec('chown', ['-R', `${ids.uid}:${ids.gid}`, base])
  const programs: Program[] = []
  const clean = { ...(await wayToRegistry()), HOME: home, TMPDIR: temporary }

  function start(command: string, args: string[], env: Env = {}): Program {
    const child = spawn(command, args, {
      cwd: folder,
      env: { ...clean, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...ids,
    })
    let [out, err] = ['', '']
    child.stdout.setEncoding('utf8').on('data', (text) => {
      out += text
    })
    child.stderr.setEncoding('utf8').on('data', (text) => {
      err += text
    })
    const ended = new Promise<Ending>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code) =>
        resolve({ code, said: lines(out), complained: lines(err).filter(isOurs) }),
      )
    })
    const program = { said: () => out, ended, stop: () => child.kill('SIGTERM') }
    programs.push(program)
    return program
  }

  async function remove(): Promise<void> {
    for (const program of programs) program.stop()
    await Promise.allSettled(programs.map(({ ended }) => ended))
    await exec('chmod', ['-R', 'u+w', base])
    rmSync(base, { recursive: true, force: true, maxRetries: 5 })
  }

  return {
    folder,
    temporary,
    start,
    run: (command: string, args: string[], env?: Env) => start(command, args, env).ended,
    lock: () => exec('chmod', ['-R', 'a-w', folder]),
    unlock: () => exec('chmod', ['-R', 'u+w', folder]),
    remove,
  }
}

export type Machine = Awaited<ReturnType<typeof makeMachine>>

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return address !== null && typeof address === 'object' ? address.port : 0
}

async function bring(base: string, folder: string): Promise<void> {
  if (!existsSync(join(project, '.git'))) {
    const left = ['node_modules', 'dist', 'test-results', 'playwright-report']
    cpSync(project, folder, {
      recursive: true,
      filter: (path) => !left.includes(basename(path)),
    })
    return
  }
  // git refuses a repository of another user's, as a checkout in a container may be
  const config = join(base, 'gitconfig')
  writeFileSync(config, '[safe]\n\tdirectory = *\n')
  // no hard links: their owner is about to change
  const args = ['clone', '--quiet', '--no-local', '--depth', '1', project, folder]
  await exec('git', args, { env: { ...process.env, GIT_CONFIG_GLOBAL: config } })
}

/** What this machine needs to reach npm's registry, wherever it is configured. */
async function wayToRegistry(): Promise<Env> {
  const env: Env = { npm_config_update_notifier: 'false' }
  const kept = /^(PATH|NODE_EXTRA_CA_CERTS|SSL_CERT_\w+|(HTTPS?|NO|ALL)_PROXY|PLAYWRIGHT_\w+)$/i
  for (const [name, value] of Object.entries(process.env)) {
    if (value !== undefined && kept.test(name)) env[name] = value
  }
  const { stdout } = await exec('npm', ['config', 'list', '--json'], {
    cwd: project,
  })
  const config: Record<string, unknown> = JSON.parse(stdout)
  for (const key of ['registry', 'proxy', 'https-proxy', 'cafile', 'strict-ssl']) {
    const value = config[key]
    if (typeof value === 'string' || typeof value === 'boolean') {
      env[`npm_config_${key.replace('-', '_')}`] = String(value)
    }
  }
  return env
}

function isOurs(line: string): boolean {
  return !/^npm (warn|notice)/.test(line)
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '')
}
