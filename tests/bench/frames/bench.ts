import { figuresOf } from '../figures'

/** One variant of one round: the desk, or the same by hand. */
export interface Pair {
  readonly desk: number
  readonly hand: number
}

export interface Weather {
  readonly rows: number
  /** Asked for, and reached, events a second. */
  readonly perSecond: number
  readonly reached: Pair
  /** Milliseconds from sending a frame to the DOM showing it, of all rounds. */
  readonly median: Pair
  readonly p99: Pair
}

export interface Figures {
  /** Microseconds of script a frame, with 1,000 rows. */
  readonly frame: Pair
  /** Milliseconds of script to show other content in 1,000 rows. */
  readonly rows: Pair
  readonly weather: readonly Weather[]
  readonly load: number
}

/** As often as plain DOM takes, at most. */
const mostPerFrame = 1.5
const mostPerRows = 2
/** Milliseconds: one frame of a screen at 60 Hz. */
const oneFrame = 1000 / 60

const say = (isKept: boolean, text: string) =>
  process.stdout.write(`${isKept ? 'ok ' : 'NO '} ${text}\n`)

/** The list under events, beside the same list by hand, in a browser. */
export async function benchFrames(): Promise<boolean> {
  const config = 'tests/bench/playwright.config.ts'
  const cli = '@playwright/test/cli.js'
  const figures = (await figuresOf(cli, 'test', '-c', config, 'frames')) as Figures | undefined
  if (!figures) return false
  const { frame, rows, weather, load } = figures
  const all = [
    ratio('A frame, parsed, mapped and shown, with 1,000 rows', frame, 'µs', mostPerFrame),
    ratio('1,000 rows with other content', rows, 'ms', mostPerRows),
    ...weather.map(stormy),
  ]
  process.stdout.write(`load ${load}\n`)
  return all.every(Boolean)
}

function ratio(what: string, { desk, hand }: Pair, unit: string, most: number): boolean {
  const times = desk / hand
  const isKept = times <= most
  say(
    isKept,
    `${what}: ${times.toFixed(2)} times plain DOM, of at most ${most} (${desk.toFixed(1)} and ${hand.toFixed(1)} ${unit})`,
  )
  return isKept
}

function stormy({ rows, perSecond, reached, median, p99 }: Weather): boolean {
  const isKept = p99.desk <= oneFrame
  const times = (p99.desk / p99.hand).toFixed(2)
  say(
    isKept,
    `Frame to DOM at ${perSecond} events a second, ${rows} rows: p99 ${p99.desk} ms of at most ${oneFrame.toFixed(1)}, ` +
      `median ${median.desk}; by hand ${p99.hand}, ${median.hand}: ${times} times ` +
      `(${Math.round(reached.desk)} and ${Math.round(reached.hand)} a second)`,
  )
  return isKept
}
