import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { BadFlag, readFlags } from '../../emulator/flags'

const anyPort = ['login', 'api', 'socket', 'control'].flatMap((name) => [`--${name}-port`, '0'])

function run(args: readonly string[]) {
  const child = spawn('node', ['--import', 'tsx', 'tests/emulator/cli.ts', ...args])
  let out = ''
  let err = ''
  child.stdout.on('data', (text) => {
    out += text
  })
  child.stderr.on('data', (text) => {
    err += text
  })
  return { child, out: () => out, err: () => err }
}

describe('flags', () => {
  test('stand for the usual ports, with the scenario off', () => {
    expect(readFlags([], {})).toEqual({
      loginPort: 4510,
      apiPort: 4511,
      socketPort: 4512,
      controlPort: 4513,
      scenario: 'off',
    })
  })

  test('win over the environment', () => {
    const env = { MINIDESK_API_PORT: '5000', MINIDESK_LOGIN_PORT: '5001' }
    expect(readFlags(['--api-port', '6000'], env)).toMatchObject({ apiPort: 6000, loginPort: 5001 })
  })

  test('take a scenario, its seed and pace, and redirect URIs', () => {
    const uri = 'http://localhost:3000/callback.html'
    const stage = ['--organisation', 'large', '--scenario', 'calm', '--seed', '7']
    const args = [...stage, '--speed', '2.5', '--redirect-uri', uri]
    expect(readFlags(args, {})).toMatchObject({
      organisation: 'large',
      scenario: 'calm',
      seed: 7,
      speed: 2.5,
      redirectUris: [uri],
    })
  })

  test.each([
    ['--api-port', '70000'],
    ['--api-port', 'x'],
    ['--scenario', 'storm'],
    ['--organisation', 'huge'],
    ['--speed', '0'],
    ['--redirect-uri', 'http://desk.example/'],
  ])('%s cannot be %s', (flag, value) => {
    expect(() => readFlags([flag, value], {})).toThrow(BadFlag)
  })
})

describe('the command', () => {
  test('says in one line of JSON when it is ready, and ends at SIGTERM', async () => {
    const { child, out } = run(anyPort)
    await once(child.stdout, 'data')
    const ready = JSON.parse(out())
    expect(Object.keys(ready)).toEqual(['ready', 'login', 'api', 'sockets', 'control'])
    expect(ready.login).toMatch(/^http:\/\/localhost:\d+$/)
    expect((await fetch(`${ready.control}/state`)).status).toBe(200)
    child.kill('SIGTERM')
    const [code] = await once(child, 'exit')
    expect(code).toBe(0)
  })

  test('says in one line that a port is in use, and exits with 1', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const { child, err } = run([...anyPort, '--control-port', String(port)])
    const [code] = await once(child, 'exit')
    expect(code).toBe(1)
    expect(err().trim()).toBe(`Port ${port} is in use: stop what uses it, or choose another port`)
    server.close()
  })
})
