import { parseArgs } from 'node:util'
import { figuresOf } from '../bench/figures'
import type { DeafFigures } from './deaf'
import { deafLinesOf, factsOf, type Line, linesOf } from './figures'
import type { Figures } from './shift'

/** `npm run soak`: a long shift in bad weather, each figure against its bound. Its short form is in the unit tests. */
const { values } = parseArgs({
  options: {
    hours: { type: 'string', default: '8' },
    seed: { type: 'string', default: '1' },
  },
})
if (!(Number(values.hours) > 0) || !Number.isInteger(Number(values.seed))) {
  process.stderr.write('npm run soak -- --hours 8 --seed 1\n')
  process.exit(2)
}
process.env.SOAK_HOURS = values.hours
process.env.SOAK_SEED = values.seed
const run = (name: string) =>
  figuresOf('vitest/vitest.mjs', 'run', `tests/unit/soak/${name}.test.ts`)

function say(lines: readonly Line[]) {
  for (const { isKept, text } of lines) process.stdout.write(`${isKept ? 'ok ' : 'NO '} ${text}\n`)
  return lines.length > 0 && lines.every(({ isKept }) => isKept)
}

const shift = (await run('shift')) as Figures | undefined
const deaf = ((await run('deaf')) ?? []) as readonly DeafFigures[]
const kept = [say(shift ? linesOf(shift) : []), say(deaf.flatMap(deafLinesOf))]
if (shift) process.stdout.write(`${factsOf(shift)}\n`)
process.exitCode = kept.every(Boolean) ? 0 : 1
