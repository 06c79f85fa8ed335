import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))

test('npm run soak can be started, and says how when it is not told right', () => {
  const args = ['--import', 'tsx', 'tests/soak/main.ts', '--hours', 'never']
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  expect(stderr).toBe('npm run soak -- --hours 8 --seed 1\n')
  expect(status).toBe(2)
})
