/**
 * How long answers took, in as many numbers after eight hours as after one minute: counts in buckets that
 * grow by a quarter, so that a percentile is right to about a tenth.
 */
import type { Latency } from '~/protocol/health'

/** Milliseconds. */
const first = 16
const growth = 1.25
/** The last one holds whatever took longer than half a minute. */
const size = 36

export type Latencies = Uint32Array

export const makeLatencies = (): Latencies => new Uint32Array(size)

export function addLatency(into: Latencies, ms: number): void {
  const index = ms <= first ? 0 : Math.ceil(Math.log(ms / first) / Math.log(growth))
  const at = Math.min(size - 1, index)
  into[at] = (into[at] ?? 0) + 1
}

/** Milliseconds within which that share (0 to 1) of all of them came. */
export function percentile(of: readonly Latencies[], share: number): number | undefined {
  const counts = Array.from({ length: size }, (_, at) =>
    of.reduce((sum, one) => sum + (one[at] ?? 0), 0),
  )
  const total = counts.reduce((sum, count) => sum + count, 0)
  if (total === 0) return undefined
  let left = Math.max(1, Math.ceil(share * total))
  for (const [at, count] of counts.entries()) {
    if (left > count) {
      left -= count
      continue
    }
    const upper = first * growth ** at
    const lower = at === 0 ? 0 : upper / growth
    return Math.round(lower + ((upper - lower) * left) / count)
  }
  return undefined
}

export function latencyOf(...of: readonly Latencies[]): Latency {
  return { p50: percentile(of, 0.5), p95: percentile(of, 0.95), p99: percentile(of, 0.99) }
}
