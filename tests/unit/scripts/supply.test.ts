import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sums, sumsOf, withIntegrity } from '../../../scripts/build/integrity.mjs'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const { dependencies, devDependencies } = JSON.parse(read('package.json'))
const runtime = Object.keys(dependencies)

interface Locked {
  readonly version: string
  readonly integrity?: string
  readonly dev?: true
  readonly devOptional?: true
}
const locked: [string, Locked][] = Object.entries(JSON.parse(read('package-lock.json')).packages)

describe('what a visitor downloads that is not ours', () => {
  test('are six packages at most, each with its note', () => {
    expect(runtime.length).toBeLessThanOrEqual(6)
    const note = read('docs/decisions/0001-runtime-dependencies.md')
    for (const name of runtime) expect(note).toContain(`| ${name} | ${dependencies[name]} |`)
  })

  test('bring nothing with them but what the drawing kit is made of', () => {
    const brought = locked
      .filter(([path, { dev, devOptional }]) => path && !dev && !devOptional)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
    expect(brought.filter((name) => !runtime.includes(name)).sort()).toEqual([
      'csstype',
      'seroval',
      'seroval-plugins',
    ])
  })

  test.each([...Object.entries({ ...dependencies, ...devDependencies })])(
    '%s is pinned exactly, to %s',
    (_name, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/)
    },
  )

  test('are in the list of what is inside', { timeout: 60_000 }, () => {
    const told = execFileSync('npm', ['run', '--silent', 'sbom'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 32_000_000,
    })
    const inside = JSON.parse(told).components.map(
      ({ group, name }: { group?: string; name: string }) => (group ? `${group}/${name}` : name),
    )
    expect(inside).toEqual(expect.arrayContaining(runtime))
  })

  test('is locked with its hash, and runs no script when it is installed', () => {
    const unhashed = locked.filter(([path, { integrity }]) => path && !integrity)
    expect(unhashed.map(([path]) => path)).toEqual([])
    expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  })
})

describe('a page of the build', () => {
  const content = new TextEncoder().encode('alert')
  const hash = createHash('sha384').update(content).digest('base64')

  test('says what its script and its style are', () => {
    const html = [
      '<script type="module" crossorigin src="./assets/a.js"></script>',
      '<link rel="stylesheet" crossorigin href="./assets/a.css">',
      '<link rel="icon" href="./icon.svg">',
    ].join('\n')
    const asked: string[] = []
    const made = withIntegrity(html, (file) => {
      asked.push(file)
      return content
    })
    expect(asked).toEqual(['assets/a.js', 'assets/a.css'])
    expect(
      made.match(new RegExp(`integrity="sha384-${hash.replaceAll('+', '\\+')}"`, 'g')),
    ).toHaveLength(2)
    expect(made).toContain('<link rel="icon" href="./icon.svg">')
  })
})

describe('two builds of the same source', { timeout: 120_000 }, () => {
  const folders: string[] = []
  beforeAll(() => {
    for (const _ of ['one', 'two']) {
      const folder = mkdtempSync(join(tmpdir(), 'minidesk-build-'))
      folders.push(folder)
      const vite = join(root, 'node_modules/.bin/vite')
      execFileSync(vite, ['build', '--outDir', folder, '--emptyOutDir', '--logLevel', 'error'], {
        cwd: root,
        stdio: 'pipe',
        env: { ...process.env, NODE_ENV: 'production' },
      })
    }
  }, 120_000)
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  test('are the same, byte for byte, and their list of sums says so', () => {
    const [one = '', two = ''] = folders
    const list = readFileSync(join(one, sums), 'utf8')
    expect(list.split('\n').length).toBeGreaterThan(8)
    expect(readFileSync(join(two, sums), 'utf8')).toBe(list)
    expect(sumsOf(two)).toBe(list)
    expect(list).not.toContain('config.json')
  })

  test('have no page whose script is not vouched for, and no source map', () => {
    const [folder = ''] = folders
    const pages = readdirSync(folder).filter((file) => file.endsWith('.html'))
    for (const page of pages) {
      const html = readFileSync(join(folder, page), 'utf8')
      for (const tag of html.match(/<(?:script|link rel="stylesheet")[^>]*>/g) ?? [])
        expect(tag).toContain(' integrity="sha384-')
    }
    const all = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    expect(all.filter((file) => file.endsWith('.map'))).toEqual([])
    // Nor a place for a secret: a public client has none.
    const scripts = all.filter((file) => file.endsWith('.js'))
    const secretive = scripts.filter((file) =>
      readFileSync(join(folder, file), 'utf8').includes('client_secret'),
    )
    expect(secretive).toEqual([])
  })
})
