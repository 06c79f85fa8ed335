import { median, quantile } from '../quantile'
import { bottleneck, pQueueFixed, pQueueStrict } from './libraries'
import type { Rules } from './platform'
import { type Load, run } from './run'
import * as strategies from './strategies'

export const strategiesByName: Readonly<Record<string, strategies.Strategy>> = {
  'none, 3/9/27 s back-off': strategies.none,
  'none, Retry-After obeyed': strategies.obedient,
  '8/s spacing, back-off': strategies.eightASecond,
  'spacing at the limit': strategies.atTheLimit,
  'token bucket, burst = limit': strategies.tokenBucket,
  'p-queue intervalCap': pQueueFixed,
  'p-queue strict': pQueueStrict,
  'bottleneck reservoir': bottleneck,
  ours: strategies.ours,
}

export interface Row {
  /** Medians over the seeds; the most 429s of any. */
  readonly refused: number
  readonly mostRefused: number
  readonly makespan: number
  /** Milliseconds, over all actions of all seeds. */
  readonly p95: number
}

/** So many seeds of the same situation. */
export async function measure(
  strategy: strategies.Strategy,
  rules: Rules,
  load: Load,
  seeds: number,
): Promise<Row> {
  const outcomes = []
  for (let seed = 1; seed <= seeds; seed++) outcomes.push(await run(strategy, rules, load, seed))
  const refused = outcomes.map((one) => one.refused)
  return {
    refused: median(refused),
    mostRefused: Math.max(...refused),
    makespan: median(outcomes.map(({ makespan }) => makespan)),
    p95: quantile(
      outcomes.flatMap(({ actions }) => actions),
      0.95,
    ),
  }
}
