import { figuresOf } from '../figures'

export interface Figures {
  readonly events: number
  readonly tabs: number
  readonly medianMs: number
  readonly p95Ms: number
  readonly mostMs: number
  readonly load: number
}

/** Milliseconds from the first tab that shows an event to the last one. */
const most = 100

/** Measures the built desk in a browser. */
export async function benchTabs(): Promise<boolean> {
  const config = 'tests/bench/playwright.config.ts'
  const cli = '@playwright/test/cli.js'
  const all = (await figuresOf(cli, 'test', '-c', config, 'bench/tabs')) as
    | readonly Figures[]
    | undefined
  for (const { events, tabs, medianMs, p95Ms, mostMs, load } of all ?? [])
    process.stdout.write(
      `${p95Ms <= most ? 'ok ' : 'NO '} ${tabs} tabs show the same: p95 ${p95Ms} ms, median ${medianMs} ms, ` +
        `most ${mostMs} ms, of at most ${most} ms (${events} events, load ${load})\n`,
    )
  return all?.length === 2 && all.every(({ p95Ms }) => p95Ms <= most)
}
