/** The built desk on a real static host, with the header files that npm run headers writes, as they are. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { DeskHost } from '../e2e/serve'
import { caddyfile, nginxConf, type Site } from './configuration'

export type ServerName = 'nginx' | 'caddy'

/** Where the desk is served. */
export interface Place {
  server: ServerName
  folder: string
}

const project = fileURLToPath(new URL('../../', import.meta.url))

/** Starts with the first config.json: the header files come from it. */
export async function startHost({ server, folder }: Place): Promise<DeskHost> {
  const base = mkdtempSync(join(tmpdir(), `minidesk-${server}-`))
  const site: Site = { base, folder, port: await freePort() }
  const desk = join(base, 'desk')
  cpSync(join(project, 'dist'), desk, { recursive: true })
  const url = `http://localhost:${site.port}${folder}`
  let running: ChildProcess | undefined

  return {
    url,
    async setConfig(config) {
      const file = join(desk, 'config.json')
      writeFileSync(file, JSON.stringify(config))
      const args = ['--import', 'tsx', 'scripts/headers.mjs', file, '--out', join(base, 'headers')]
      await promisify(execFile)(process.execPath, args, { cwd: project })
      running ??= await start(server, site)
    },
    async stop() {
      const ended = new Promise((resolve) => running?.once('exit', resolve) ?? resolve(undefined))
      running?.kill()
      await ended
      rmSync(base, { recursive: true, force: true })
    },
  }
}

/** Resolves when it answers. */
async function start(server: ServerName, site: Site): Promise<ChildProcess> {
  const { base, port } = site
  const file = join(base, 'server.conf')
  mkdirSync(join(base, 'tmp'))
  writeFileSync(file, server === 'nginx' ? nginxConf(site) : caddyfile(site))
  const args =
    server === 'nginx'
      ? ['-p', base, '-e', 'stderr', '-c', file]
      : ['run', '--config', file, '--adapter', 'caddyfile']
  const env = { ...process.env, HOME: base, XDG_DATA_HOME: base, XDG_CONFIG_HOME: base }
  const child = spawn(server, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text
  })
  const failed = new Promise<never>((_, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${server} ended with ${code}: ${said}`)))
  })
  failed.catch(() => {})
  const answers = async () => {
    for (;;) {
      const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => undefined)
      if (answer) return child
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  }
  return Promise.race([answers(), failed])
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}
