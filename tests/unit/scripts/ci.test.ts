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

  test('is the sum of npm test, and its exit code counts', async () => {
    expect(await start('echo "3 passed, 0 failed"').ended).toEqual({
      code: 0,
      last: '3 passed, 0 failed',
    })
    expect(await start('echo "3 passed, 1 failed"; exit 1').ended).toEqual({
      code: 1,
      last: '3 passed, 1 failed',
    })
  })

  test.each([
    ['npm is missing', undefined, 127],
    ['npm breaks off', 'echo boom >&2; exit 3', 3],
    ['npm ends in the middle of a line', 'printf boom; exit 1', 1],
    ['npm is killed', 'kill -9 $$', 137],
    ['npm ends well without a sum', 'true', 1],
    ['something is said after the sum', 'echo "3 passed, 0 failed"; echo more >&2', 1],
  ])('is a failure when %s', async (_, npm, code) => {
    expect(await start(npm).ended).toEqual({ code, last: '0 passed, 1 failed' })
  })

  test('is still the sum when it is asked to stop', async () => {
    const npm = `trap 'echo "1 passed, 2 failed"; exit 130' TERM; echo up; while :; do sleep 0.05; done`
    const run = start(npm)
    await expect.poll(run.out).toContain('up')
    run.child.kill('SIGTERM')
    expect(await run.ended).toEqual({ code: 143, last: '1 passed, 2 failed' })
  })
})
