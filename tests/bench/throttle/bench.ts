import type { Rules } from './platform'
import { measure, type Row, strategiesByName } from './table'

/** Seeds of each situation. */
const seeds = 8
const libraries = ['p-queue intervalCap', 'p-queue strict', 'bottleneck reservoir']

const situations: readonly Rules[] = [60, 300].flatMap((perMinute) =>
  (['fixed', 'rolling'] as const).flatMap((kind) =>
    [0, perMinute / 3].map((foreign) => ({ kind, perMinute, foreign })),
  ),
)

const write = (line: string) => void process.stdout.write(`${line}\n`)
const columns = (cells: readonly string[]) =>
  cells.map((cell, index) => (index === 0 ? cell.padEnd(28) : cell.padStart(14))).join('')

/** Within P9 and P10, as far as one table shows it; throttle.goals.test.ts has the rest. */
function holds({ foreign }: Rules, rows: ReadonlyMap<string, Row>): boolean {
  const ours = rows.get('ours')
  const best = Math.min(...libraries.map((name) => rows.get(name)?.p95 ?? 0))
  if (!ours) return false
  if (foreign > 0) return ours.mostRefused <= 4
  return ours.mostRefused === 0 && ours.makespan <= 1.05 && ours.p95 <= 0.02 * best
}

/** The request engine's throttle beside what else would be taken, in virtual time. */
export async function benchThrottle(): Promise<boolean> {
  let isGood = true
  for (const rules of situations) {
    const { kind, perMinute, foreign } = rules
    const load = { reads: (200 * perMinute) / 60, actions: 20 }
    const others = foreign ? `, ${foreign} a minute by somebody else` : ''
    write(`\n${perMinute} a minute, ${kind} window${others}; ${load.reads} reads and 20 actions`)
    write(columns(['', '429s', 'most 429s', '× optimum', 'action p95 s']))
    const rows = new Map<string, Row>()
    for (const [name, strategy] of Object.entries(strategiesByName)) {
      const row = await measure(strategy, rules, load, seeds)
      rows.set(name, row)
      const { refused, mostRefused, makespan, p95 } = row
      const cells = [`${refused}`, `${mostRefused}`, makespan.toFixed(2), (p95 / 1000).toFixed(2)]
      write(columns([name, ...cells]))
    }
    const isKept = holds(rules, rows)
    write(`${isKept ? 'ok' : 'NO'}  ours, against P9 and P10`)
    isGood &&= isKept
  }
  return isGood
}
