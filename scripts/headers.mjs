/**
 * Writes the header files of a deployment: npm run headers -- config.json [--out DIR]
 * Each is made from the one table in scripts/headers/table.mjs; docs/deploy.md says how to use them.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { checkConfig } from '../src/config/config.ts'
import { deploymentOf } from './headers/deployment.mjs'
import { filesOf } from './headers/files.mjs'
import { complain, explain, Stop, say } from './say.mjs'

try {
  const { file, out } = read(process.argv.slice(2))
  const text = contentOf(file)
  const checked = checkConfig(text)
  if ('problems' in checked) {
    const sentences = checked.problems.map(({ where, what }) => `  ${where} ${what}`)
    throw new Stop([`${file}:`, ...sentences].join('\n'))
  }
  const files = filesOf(deploymentOf(checked.config, text))
  for (const [name, content] of Object.entries(files)) {
    const path = join(out, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
    say(path)
  }
} catch (error) {
  complain(explain(error))
  process.exitCode = 1
}

/** @param {string[]} args */
function read(args) {
  const usage = 'npm run headers -- config.json [--out DIR]'
  try {
    const options = /** @type {const} */ ({ out: { type: 'string', default: 'headers' } })
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...more] = positionals
    if (file && more.length === 0) return { file, out: values.out }
  } catch (error) {
    throw new Stop(`${error instanceof Error ? error.message : error}\n${usage}`)
  }
  throw new Stop(`Which config.json? ${usage}`)
}

/** @param {string} file */
function contentOf(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    throw new Stop(`${file} cannot be read.`)
  }
}
