import type { AddressInfo } from 'node:net'
import { cpus, loadavg } from 'node:os'
import { control } from '../../unit/emulator/visitor'
import { median, quantile } from '../quantile'
import { type Addresses, listenAll, signInAll } from './agents'
import { startChild } from './children'
import type { Tally } from './emulated'
import { askAs, putUnderLoad } from './load'
import { measureStarts } from './starts'

/** `BENCH_SECONDS` under load, after a moment in which it gets going. */
const seconds = Number(process.env.BENCH_SECONDS ?? 30)
const warmUpMs = 3000
/** Frames still on their way arrive within this time. */
const drainMs = 2000

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function underLoad() {
  const [emulated, empty] = await Promise.all([startChild('emulated.ts'), startChild('empty.ts')])
  const addresses = emulated.greeting as Addresses
  const { port } = empty.greeting as AddressInfo
  const visitors = await signInAll(addresses)
  const { body } = (await visitors[0]?.ask('GET', '/routing/queues/me')) ?? {}
  const ears = await listenAll(visitors)
  await control(addresses, 'POST', '/scenario', { name: 'busy' })
  await pause(warmUpMs)

  const before = (await emulated.ask()) as Tally
  const heardBefore = ears.heard()
  const begun = performance.now()
  const [asked, nothing] = await Promise.all([
    putUnderLoad(addresses.api, seconds, askAs(visitors, body.entities[0].id)),
    putUnderLoad(`http://127.0.0.1:${port}/`, seconds, () => {}),
  ])
  const took = performance.now() - begun
  const events = ((ears.heard() - heardBefore) * 1000) / took
  const share = (((await emulated.ask()) as Tally).busyMs - before.busyMs) / took

  await control(addresses, 'POST', '/scenario', { name: 'off' })
  await pause(drainMs)
  const { published, memoryMax } = (await emulated.ask()) as Tally
  const lost = published - ears.heard()
  ears.close()
  await Promise.all([emulated.end(), empty.end()])
  return { agents: visitors.length, asked, nothing, events, share, lost, memoryMax }
}

const round = (value: number, digits = 0) => Number(value.toFixed(digits))

/** Measures, says what came out, and whether everything is within its bounds. */
export async function benchEmulator(): Promise<boolean> {
  const [load = 0] = loadavg()
  const starts = await measureStarts()
  const { agents, asked, nothing, events, share, lost, memoryMax } = await underLoad()
  const p99 = quantile(asked.latencies, 0.99)
  const emptyP99 = quantile(nothing.latencies, 0.99)
  const figures = {
    startDefaultMs: round(median(starts.default)),
    startLargeMs: round(median(starts.large)),
    agents,
    seconds,
    eventsPerSecond: round(events),
    eventsLost: lost,
    requestsPerSecond: round(asked.perSecond),
    requestsFailed: asked.failed + nothing.failed,
    medianMs: round(median(asked.latencies), 2),
    emptyMedianMs: round(median(nothing.latencies), 2),
    p99Ms: round(p99, 2),
    emptyP99Ms: round(emptyP99, 2),
    p99Ratio: round(p99 / emptyP99, 2),
    memoryMaxMb: round(memoryMax),
    /** Of one core. */
    processorShare: round(share, 2),
    machine: { cores: cpus().length, loadBefore: round(load, 1), node: process.version },
  }
  const bounds: readonly [what: string, figure: string, holds: boolean][] = [
    ['default organisation ready', `${figures.startDefaultMs} ms`, figures.startDefaultMs < 1000],
    ['large organisation ready', `${figures.startLargeMs} ms`, figures.startLargeMs < 3000],
    ['events a second, 500 or more', `${figures.eventsPerSecond}`, figures.eventsPerSecond >= 500],
    ['events lost, none', `${lost}`, lost === 0],
    ['requests a second, 200', `${figures.requestsPerSecond}`, figures.requestsPerSecond >= 200],
    ['requests failed, none', `${figures.requestsFailed}`, figures.requestsFailed === 0],
    ['memory at most, below 400 MB', `${figures.memoryMaxMb} MB`, memoryMax < 400],
  ]
  for (const [what, figure, holds] of bounds) {
    process.stdout.write(`${holds ? 'ok ' : 'NO '} ${what.padEnd(30)} ${figure}\n`)
  }
  const compared = `${figures.p99Ms} ms against ${figures.emptyP99Ms} ms: ${figures.p99Ratio} ×`
  process.stdout.write(`    ${'p99 against an empty route'.padEnd(30)} ${compared}\n`)
  if (load > cpus().length / 2) {
    process.stdout.write(
      `    The machine had other things to do (load ${round(load, 1)}): times say little\n`,
    )
  }
  const ranges = { startsDefaultMs: starts.default.map((ms) => round(ms)) }
  const all = { ...figures, ...ranges, startsLargeMs: starts.large.map((ms) => round(ms)) }
  process.stdout.write(`${JSON.stringify(all)}\n`)
  return bounds.every(([, , holds]) => holds)
}
