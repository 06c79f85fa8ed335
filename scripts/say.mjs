// What the scripts print, and how they stop with one clear line.

/** A reason to stop that a person can act on: printed as it is, without a stack. */
export class Stop extends Error {}

export function say(line = '') {
  process.stdout.write(`${line}\n`)
}

/** @param {string} line */
export function complain(line) {
  process.stderr.write(`${line}\n`)
}

/** @param {unknown} error */
export function explain(error) {
  if (error instanceof Stop) return error.message
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

/**
 * The last lines of what a program printed, indented, to stand under a line of ours.
 * @param {string} output
 */
export function lastLines(output, count = 8) {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  return lines
    .slice(-count)
    .map((line) => `\n    ${line}`)
    .join('')
}
