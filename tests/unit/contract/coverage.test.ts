import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { coverage } from '../../contract/coverage'
import { served } from '../../emulator/api/handlers'

test('the list of what is covered is current: npm run coverage makes it anew', () => {
  const document = readFileSync(
    new URL('../../../docs/emulator-coverage.md', import.meta.url),
    'utf8',
  )
  expect(document).toBe(coverage())
})

test('no operation is answered in two rooms', () => {
  const names = served.map(([operation]) => operation)
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
})
