import { figuresOf } from '../figures'

export interface Figures {
  readonly presses: number
  readonly eventsPerSecond: number
  readonly medianMs: number
  readonly p99Ms: number
  readonly load: number
}

/** Milliseconds from the press to the frame that shows it as pending. */
const most = 100

/** Measures the built desk in a browser. */
export async function benchPending(): Promise<boolean> {
  const config = 'tests/bench/playwright.config.ts'
  const cli = '@playwright/test/cli.js'
  const figures = (await figuresOf(cli, 'test', '-c', config, 'pending')) as Figures | undefined
  if (!figures) return false
  const { presses, eventsPerSecond, medianMs, p99Ms, load } = figures
  const isKept = p99Ms <= most
  process.stdout.write(
    `${isKept ? 'ok ' : 'NO '} Press to pending shown: p99 ${p99Ms} ms, median ${medianMs} ms, of at most ${most} ms ` +
      `(${presses} presses, ${eventsPerSecond} events a second, load ${load})\n`,
  )
  return isKept
}
