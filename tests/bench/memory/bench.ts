import { figuresOf } from '../figures'
import type { Held } from './heap'

/** After so many minutes; `engine`: megabytes of its own thread. */
export interface Sample extends Held {
  readonly engine: number
}

/** Over 5,000 conversations and 100,000 events. */
export interface Growth {
  /** Megabytes. */
  readonly desk: number
  readonly hand: number
  /** Of the desk's list. */
  readonly nodes: number
}

export interface Figures {
  readonly growth: Growth
  /** One each minute. */
  readonly samples: readonly Sample[]
  readonly events: number
  readonly conversations: number
  /** Events a second, as they came, and as they should. */
  readonly perSecond: number
  readonly wanted: number
  readonly load: number
}

/** Megabytes. */
const mostGrowth = 0.2
/** As much as plain DOM. */
const mostTimes = 2
/** As much at the end as after the first minute. */
const mostInTheEnd = 1.2
/** Less than this is nothing that can be told apart. Megabytes. */
const grain = 0.05
/** Of the density that was asked for. */
const leastRate = 0.9

const say = (isKept: boolean, text: string) => {
  process.stdout.write(`${isKept ? 'ok ' : 'NO '} ${text}\n`)
  return isKept
}

/** Measures the list, and the built desk for `minutes`, in a browser. */
export async function benchMemory(minutes = '10'): Promise<boolean> {
  const config = 'tests/bench/playwright.config.ts'
  const cli = '@playwright/test/cli.js'
  process.env.BENCH_MINUTES = minutes
  const figures = (await figuresOf(cli, 'test', '-c', config, 'memory')) as Figures | undefined
  const [first, last] = [figures?.samples[0], figures?.samples.at(-1)]
  if (!figures || !first || !last) return false
  const { growth, events, conversations, perSecond, wanted, load } = figures
  const { desk, hand, nodes } = growth
  const inTheEnd = (what: string, one: number, other: number) =>
    say(
      other <= one * mostInTheEnd,
      `${what}: ${one.toFixed(2)} MB after the first minute, ${other.toFixed(2)} MB at the end: ` +
        `${(other / one).toFixed(2)} times, of at most ${mostInTheEnd}`,
    )
  const all = [
    say(
      desk <= mostGrowth,
      `Growth over 5,000 conversations and 100,000 events: ${desk.toFixed(3)} MB, of at most ${mostGrowth}`,
    ),
    say(
      desk <= Math.max(hand, grain) * mostTimes,
      `The same in plain DOM: ${hand.toFixed(3)} MB; at most ${mostTimes} times that, where it is more than ${grain} MB`,
    ),
    say(nodes <= 0, `Nodes more than before: ${nodes}, of at most 0`),
    say(
      perSecond >= wanted * leastRate,
      `${minutes} minutes at ${perSecond} events a second, of ${wanted} (${events} events, ${conversations} conversations)`,
    ),
    inTheEnd('The page', first.page, last.page),
    inTheEnd('The engine', first.engine, last.engine),
    say(
      last.nodes <= first.nodes * mostInTheEnd && last.elements <= first.elements * mostInTheEnd,
      `Nodes: ${first.nodes} after the first minute, ${last.nodes} at the end; elements: ${first.elements}, ${last.elements}`,
    ),
  ]
  const row = ({ page, engine }: Sample) => `${page.toFixed(1)}/${engine.toFixed(1)}`
  process.stdout.write(`Page/engine each minute, MB: ${figures.samples.map(row).join(' ')}\n`)
  process.stdout.write(`load ${load}\n`)
  return all.every(Boolean)
}
