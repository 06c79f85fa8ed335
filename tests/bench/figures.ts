import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Runs a tool of the project that writes its figures into the file `MINIDESK_FIGURES`: what needs the test
 * runner, or a browser. Undefined when there are none.
 */
export async function figuresOf(
  tool: string,
  ...args: readonly string[]
): Promise<unknown | undefined> {
  const folder = await mkdtemp(join(tmpdir(), 'minidesk-bench-'))
  const file = join(folder, 'figures.json')
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], {
    cwd: root,
    env: { ...process.env, MINIDESK_FIGURES: file },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  await once(child, 'exit')
  const text = await readFile(file, 'utf8').catch(() => undefined)
  await rm(folder, { recursive: true, force: true })
  return text === undefined ? undefined : JSON.parse(text)
}
