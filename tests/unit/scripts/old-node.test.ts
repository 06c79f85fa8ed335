// A Node that is too old must be able to read as far as the sentence that says so. Tried by hand with Node
// 14.21, 16.20, 18.0 and 18.20; here the rule that makes it so is kept.
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformWithOxc } from 'vite'
import { describe, expect, test } from 'vitest'

const scripts = fileURLToPath(new URL('../../../scripts/', import.meta.url))

/** What is imported by name before the check: a missing name is an error before the first line runs. */
const IN_NODE_14: Record<string, string[]> = {
  'node:child_process': ['spawn'],
  'node:fs': [
    ...['accessSync', 'constants', 'existsSync', 'mkdtempSync', 'readFileSync', 'rmSync'],
    'statSync',
  ],
  'node:fs/promises': ['mkdtemp', 'rm'],
  'node:net': ['connect'],
  'node:os': ['homedir', 'tmpdir'],
  'node:path': ['basename', 'delimiter', 'dirname', 'join', 'resolve'],
  'node:readline': ['createInterface'],
  'node:url': ['fileURLToPath'],
  'node:util': [],
}

const importing = /^import (?:[^'"{]*(?:\{([^}]*)\} )?from )?['"]([^'"]+)['"]/gm

function importsOf(file: string): { names: string[]; from: string }[] {
  const code = readFileSync(file, 'utf8')
  return [...code.matchAll(importing)].map(([, names = '', from = '']) => ({
    names: names
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
    from,
  }))
}

/** A script and all it imports. */
function read(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const { from } of importsOf(file)) {
    if (from.startsWith('.')) read(join(dirname(file), from), seen)
  }
  return seen
}

describe.each(['start.mjs', 'test.mjs'])('what %s is made of', (script) => {
  const files = [...read(join(scripts, script))]

  test('takes from Node only what was there in 14', () => {
    expect(files.length).toBeGreaterThan(4)
    for (const { names, from } of files.flatMap(importsOf)) {
      if (from.startsWith('.')) continue
      expect(Object.keys(IN_NODE_14)).toContain(from)
      expect(IN_NODE_14[from]).toEqual(expect.arrayContaining(names))
    }
  })

  const named = files.map((file) => [basename(file), file] as const)
  test.each(named)('%s is written as Node 14 reads it', async (_, file) => {
    const code = readFileSync(file, 'utf8')
    const modern = await transformWithOxc(code, file, { target: 'esnext', sourcemap: false })
    const old = await transformWithOxc(code, file, { target: 'es2020', sourcemap: false })
    expect(old.code).toBe(modern.code)
  })
})

test('the Node is looked at before anything else is done', () => {
  for (const script of ['start.mjs', 'test.mjs']) {
    const [, first] = /^try \{\n +(.+)$/m.exec(readFileSync(scripts + script, 'utf8')) ?? []
    expect([script, first]).toEqual([script, 'needNode()'])
  }
})
