import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

const script = fileURLToPath(new URL('../../../.ci/run', import.meta.url))

describe('the last line of .ci/run', () => {
  let bin = ''
  beforeEach(() => {
    bin = mkdtempSync(join(tmpdir(), 'minidesk-ci-'))
    for (const tool of ['dirname', 'sleep']) {
      const folder = existsSync(`/usr/bin/${tool}`) ? '/usr/bin' : '/bin'
      symlinkSync(`${folder}/${tool}`, join(bin, tool))
    }
  })
  afterEach(() => rmSync(bin, { recursive: true }))

  /** Runs it with an npm that does as told, or none. */
  function start(npm?: string) {
    if (npm) {
      writeFileSync(join(bin, 'npm'), `#!/bin/sh\n${npm}\n`)
      chmodSync(join(bin, 'npm'), 0o755)
    }
    const child = spawn('/bin/bash', [script], { env: { PATH: bin } })
    let out = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        out += text
      })
    }
    const ended = new Promise<{ code: unknown; last: string | undefined }>((resolve) => {
      child.once('close', (code) => resolve({ code, last: out.trimEnd().split('\n').pop() }))
    })
    return { child, ended, out: () => out }
  }

  /** What npm does for either suite: `npm run test --silent`, `npm run test:servers --silent`. */
  const suites = (test: string, servers: string) =>
    `case $2 in test) ${test};; test:servers) ${servers};; esac`

  test('is the sum of both suites, and the exit code of either counts', async () => {
    const good = suites('echo "3 passed, 0 failed"', 'echo "4 passed, 0 failed"')
    expect(await start(good).ended).toEqual({ code: 0, last: '7 passed, 0 failed' })
    const first = suites('echo "3 passed, 1 failed"; exit 1', 'echo "4 passed, 0 failed"')
    expect(await start(first).ended).toEqual({ code: 1, last: '7 passed, 1 failed' })
    const second = suites('echo "3 passed, 0 failed"', 'echo "2 passed, 2 failed"; exit 1')
    expect(await start(second).ended).toEqual({ code: 1, last: '5 passed, 2 failed' })
  })

  const well = 'echo "4 passed, 0 failed"'
  const broken = [
    ['breaks off', 'echo boom >&2; exit 3', 3],
    ['ends in the middle of a line', 'printf boom; exit 1', 1],
    ['is killed', 'kill -9 $$', 137],
    ['ends well without a sum', 'true', 1],
    ['says something after its sum', 'echo "3 passed, 0 failed"; echo more >&2', 1],
  ] as const

  test.each(broken)('counts a failure when npm test %s', async (_, npm, code) => {
    expect(await start(suites(npm, well)).ended).toEqual({ code, last: '4 passed, 1 failed' })
  })

  test.each(broken)('counts a failure when the servers’ suite %s', async (_, npm, code) => {
    expect(await start(suites(well, npm)).ended).toEqual({ code, last: '4 passed, 1 failed' })
  })

  test('is a failure of either when npm is missing', async () => {
    expect(await start().ended).toEqual({ code: 127, last: '0 passed, 2 failed' })
  })

  test('is still the sum when it is asked to stop: what was not run has failed', async () => {
    const up = `trap 'echo "1 passed, 2 failed"; exit 130' TERM; echo up; while :; do sleep 0.05; done`
    const run = start(suites(up, 'echo never'))
    await expect.poll(run.out).toContain('up')
    run.child.kill('SIGTERM')
    expect(await run.ended).toEqual({ code: 143, last: '1 passed, 3 failed' })
    expect(run.out()).not.toContain('never')
  })
})
