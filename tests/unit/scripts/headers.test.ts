import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, test } from 'vitest'
import { checkConfig } from '~/config/config'
import { deploymentOf } from '../../../scripts/headers/deployment.mjs'
import { filesOf } from '../../../scripts/headers/files.mjs'
import { type Headers, headersFor, tableOf } from '../../../scripts/headers/table.mjs'
import { readApache, readCaddy, readCloudFront, readHosted, readNginx } from './read-headers'

const project = fileURLToPath(new URL('../../../', import.meta.url))

const local = {
  environment: { login: 'http://localhost:4510', api: 'http://localhost:4511' },
  clientId: 'minidesk-local',
  redirectUris: ['http://localhost:5173/callback.html'],
}

const real = {
  environment: 'mypurecloud.de',
  clientId: 'one',
  redirectUris: ['https://crm.example.com/desk/callback.html'],
  otherRegions: [{ environment: 'euw2.pure.cloud', clientId: 'two' }],
  frameAncestors: ['https://crm.example.com'],
}

function deployment(config: object) {
  const text = JSON.stringify(config)
  const checked = checkConfig(text)
  if ('problems' in checked) throw new Error(JSON.stringify(checked.problems))
  return deploymentOf(checked.config, text)
}

const sent = (config: object, path: string, found = true) =>
  headersFor(tableOf(deployment(config)), path, found)

/** The directives of a path's policy. */
function policy(config: object, path: string): Record<string, string> {
  const text = sent(config, path)['Content-Security-Policy'] ?? ''
  return Object.fromEntries(
    text.split('; ').map((one) => {
      const [name = '', ...values] = one.split(' ')
      return [name, values.join(' ')]
    }),
  )
}

const pages = ['index', 'embed', 'callback', 'popup', 'signed-out'].map(
  (one) => `/desk/${one}.html`,
)
const others = ['assets/later-x.js', 'assets/s.css', 'config.json', 'icon.svg', 'nope', 'sub/x.js']
const paths = ['/desk/', ...pages, '/desk/engine-Bq_1-x.js', ...others.map((one) => `/desk/${one}`)]

describe('the table of headers', () => {
  test('lets only the engine reach the hosts of all regions, and nothing else', () => {
    expect(policy(real, '/desk/engine-x.js')['connect-src']).toBe(
      "'self' https://login.mypurecloud.de https://api.mypurecloud.de wss://*.mypurecloud.de " +
        'https://login.euw2.pure.cloud https://api.euw2.pure.cloud wss://*.euw2.pure.cloud',
    )
    for (const path of paths) {
      const { 'connect-src': reached, 'default-src': rest } = policy(real, path)
      if (path.includes('engine')) continue
      expect([reached ?? rest, path]).toEqual([
        path === '/desk/' || /index|embed/.test(path) ? "'self'" : "'none'",
        path,
      ])
    }
  })

  test('lets a local engine reach the sockets it is told, else those of its API host', () => {
    const sockets = 'ws://localhost:4512'
    const told = { ...local, environment: { ...local.environment, sockets } }
    const hosts = "'self' http://localhost:4510 http://localhost:4511"
    expect(policy(told, '/engine-x.js')['connect-src']).toBe(`${hosts} ${sockets}`)
    expect(policy(local, '/engine-x.js')['connect-src']).toBe(`${hosts} ws://localhost:*`)
  })

  test('seals every script that is not the engine, should somebody start it as a worker', () => {
    for (const path of [
      '/assets/index-x.js',
      '/assets/oauth-x.js',
      '/x.js',
      '/assets/callback-x.js',
    ])
      expect(policy(local, path)).toMatchObject({ 'default-src': "'none'" })
    expect(policy(local, '/assets/index-x.js')).not.toHaveProperty('script-src')
  })

  test('lets Genesys Cloud and who is configured show embed.html in a frame, and nothing else', () => {
    const shells =
      'https://apps.mypurecloud.de https://apps.euw2.pure.cloud https://crm.example.com'
    for (const path of paths)
      expect([path, policy(real, path)['frame-ancestors'] ?? '-']).toEqual([
        path,
        path.includes('embed') ? shells : path.includes('engine') ? '-' : "'none'",
      ])
    expect(policy(local, '/embed.html')['frame-ancestors']).toBe("'none'")
  })

  test('asks for https only where the desk is there', () => {
    expect(sent(real, '/desk/')).toHaveProperty('Strict-Transport-Security')
    expect(policy(real, '/desk/')).toHaveProperty('upgrade-insecure-requests')
    expect(sent(local, '/')).not.toHaveProperty('Strict-Transport-Security')
    expect(policy(local, '/')).not.toHaveProperty('upgrade-insecure-requests')
  })

  test('cuts the pages of a log-in off from who opened them, but not the popup', () => {
    const openers = pages.map((path) => sent(real, path)['Cross-Origin-Opener-Policy'])
    expect(openers).toEqual([
      ...['same-origin', 'same-origin', 'same-origin', 'unsafe-none', 'same-origin'],
    ])
  })

  test('has the browser keep only what carries a hash, and forget on the way out', () => {
    const cached = paths.filter((path) => /immutable/.test(sent(real, path)['Cache-Control'] ?? ''))
    expect(cached).toEqual([
      '/desk/engine-Bq_1-x.js',
      '/desk/assets/later-x.js',
      '/desk/assets/s.css',
    ])
    const forgetting = paths.filter((path) => 'Clear-Site-Data' in sent(real, path))
    expect(forgetting).toEqual(['/desk/signed-out.html'])
    for (const path of paths) expect(sent(real, path, false)).not.toHaveProperty('Cache-Control')
  })
})

describe.each([
  ['a region', real],
  ['this machine', local],
])('the header files for %s', (_, config) => {
  const files = filesOf(deployment(config))
  const folder = config === real ? '/desk' : ''
  const asked = paths.map((path) => path.replace('/desk', folder))
  const wanted = (found: boolean) => asked.map((path) => [path, sent(config, path, found)])

  test.each([
    ['nginx', readNginx],
    ['Caddy', readCaddy],
    ['Apache', readApache],
  ])('for %s say what the table says, also of what is missing', (_name, read) => {
    const told = read(files)
    for (const found of [true, false])
      expect(asked.map((path) => [path, told(path, found)])).toEqual(wanted(found))
  })

  test('for Netlify and Cloudflare say what the table says of every path it names', () => {
    const told = readHosted(files)
    const common = tableOf(deployment(config)).common
    for (const path of asked) {
      const named = !/nope|sub/.test(path)
      expect([path, told(path, true)]).toEqual([path, named ? sent(config, path) : common])
    }
    // These hosts also answer without .html.
    expect(told(`${folder}/callback`, true)).toEqual(sent(config, `${folder}/callback.html`))
  })

  test('for CloudFront say what the table says, but how long hashed files are kept', () => {
    const told = readCloudFront(files)
    const without = (headers: Headers) => {
      const { 'Cache-Control': cache, ...rest } = headers
      return cache && !cache.includes('immutable') ? headers : rest
    }
    for (const path of asked.filter((one) => !/nope|sub/.test(one)))
      expect([path, told(path, true)]).toEqual([path, without(sent(config, path))])
    expect(told('/whatever', true)).toEqual(sent(config, `${folder}/`))
  })
})

describe('npm run headers', () => {
  async function run(config: object) {
    const base = mkdtempSync(join(tmpdir(), 'minidesk-headers-'))
    try {
      const file = join(base, 'config.json')
      writeFileSync(file, JSON.stringify(config))
      const args = ['--import', 'tsx', 'scripts/headers.mjs', file, '--out', join(base, 'out')]
      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: project })
      const written = readdirSync(join(base, 'out'), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => join(parentPath, name))
      const said = stdout.trim().split('\n')
      return { said, written, text: readFileSync(join(base, 'out/_headers'), 'utf8') }
    } finally {
      rmSync(base, { recursive: true })
    }
  }

  test('writes the files and names each', async () => {
    const { said, written, text } = await run(real)
    expect(said.sort()).toEqual(written.sort())
    expect(text).toBe(filesOf(deployment(real))._headers)
  })

  test('refuses a wrong config.json in the words of the desk, and writes nothing', async () => {
    await expect(run({ ...real, clientSecret: 'x', theme: 'dark' })).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(
        /clientSecret looks like a secret[\s\S]*theme is not a known key/,
      ),
    })
  })
})
