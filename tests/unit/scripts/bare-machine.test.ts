import { existsSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freePort, type Machine, makeMachine, source, users } from './machine'

const MINUTE = 60_000
const NOWHERE = 'http://127.0.0.1:9/'
const NO_REGISTRY = {
  npm_config_registry: NOWHERE,
  npm_config_noproxy: '127.0.0.1',
  npm_config_fetch_retries: '0',
}
const NO_BROWSER = { MINIDESK_BROWSER_CANDIDATES: '' }
const NO_HOME = { HOME: '/nonexistent' }
const SETUP = ['--', '--setup-only']

describe.each(users())(`on a bare machine with ${source}, $name`, (user) => {
  let machine: Machine
  beforeAll(async () => {
    machine = await makeMachine(user)
  }, MINUTE)
  afterAll(() => machine.remove(), MINUTE)

  const isInstalled = () => existsSync(join(machine.folder, 'node_modules/.package-lock.json'))

  test('is told in one line that npm reaches nothing', { timeout: MINUTE }, async () => {
    const { code, complained } = await machine.run('npm', ['start', ...SETUP], NO_REGISTRY)
    expect(complained).toEqual([
      'The dependencies are not installed, and npm cannot reach its registry (connect ECONNREFUSED 127.0.0.1:9): check the network and npm’s settings for it, then try again.',
    ])
    expect(code).toBe(1)
    expect(isInstalled()).toBe(false)
  })

  test('gets everything by npm start alone', { timeout: 10 * MINUTE }, async () => {
    const { code, said, complained } = await machine.run('npm', ['start', ...SETUP])
    expect([code, complained, said.at(-1)]).toEqual([0, [], 'Ready: npm start'])
    expect(isInstalled()).toBe(true)
  })

  test('has a browser by npm test alone', { timeout: 10 * MINUTE }, async () => {
    // root installs one; for others the machine's own may be the only one within reach
    const candidates = user.name === 'root' ? NO_BROWSER : {}
    const { code, said } = await machine.run('npm', ['test', ...SETUP], candidates)
    expect([code, said.at(-1)]).toEqual([0, expect.stringMatching(/^Ready to test, with \/.+/)])
  })

  if (user.name === 'root') return // who may write everywhere, and install what is missing

  test('needs no home', { timeout: MINUTE }, async () => {
    for (const command of ['start', 'test']) {
      const { code, said } = await machine.run('npm', [command, ...SETUP], NO_HOME)
      expect([code, said.at(-1)]).toEqual([0, expect.stringMatching(/^Ready/)])
    }
  })

  test('is told in one line that no browser can be fetched', { timeout: MINUTE }, async () => {
    const env = { ...NO_BROWSER, PLAYWRIGHT_DOWNLOAD_HOST: NOWHERE }
    const { code, complained } = await machine.run('npm', ['test', ...SETUP], env)
    expect(complained).toEqual([
      expect.stringMatching(
        /^No browser to test with \(playwright install: .+\): install Chromium/,
      ),
    ])
    expect(code).toBe(1)
  })

  test('runs a desk that cannot be written to', { timeout: 2 * MINUTE }, async () => {
    await machine.lock()
    const port = await freePort()
    const ports = ['login', 'api', 'socket', 'control'].map((name) => `--${name}-port=0`)
    const desk = machine.start('npm', ['start', '--', `--port=${port}`, ...ports])
    const ready = expect.poll(desk.said, { timeout: MINUTE, interval: 200 })
    await ready.toContain('Minidesk is running')

    const page = await fetch(`http://localhost:${port}/src/main.tsx`)
    const imports = [...(await page.text()).matchAll(/ from "([^"]+)"/g)].map(([, path]) => path)
    expect(imports).toContainEqual(expect.stringContaining('solid-js'))
    for (const path of imports) {
      const { status } = await fetch(`http://localhost:${port}${path}`)
      expect([path, status]).toEqual([path, 200])
    }

    desk.stop()
    expect(await desk.ended).toMatchObject({ complained: [] })
    expect(readdirSync(machine.temporary).filter((name) => name.startsWith('minidesk'))).toEqual([])
  })

  test('is told in one line that tests cannot be written there', { timeout: MINUTE }, async () => {
    // were it not told, it would end all the same: Vitest cannot start here
    const { code, said, complained } = await machine.run('npm', ['test'])
    const locked = join(machine.folder, 'node_modules')
    expect(complained).toEqual([
      `${locked} cannot be written to: make it yours, or test in a clone.`,
    ])
    expect([code, said.at(-1)]).toEqual([1, '0 passed, 1 failed'])
  })

  test('is told in one line that nothing can be installed there', { timeout: MINUTE }, async () => {
    await machine.unlock()
    rmSync(join(machine.folder, 'node_modules'), { recursive: true })
    await machine.lock()
    const { code, complained } = await machine.run('npm', ['start', ...SETUP])
    expect(complained).toEqual([
      `The dependencies are not installed yet, and ${machine.folder} cannot be written to: run npm ci there as its owner, or make it yours.`,
    ])
    expect(code).toBe(1)
  })
})
