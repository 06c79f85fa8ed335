/**
 * How long to wait before connecting again, in milliseconds: doubling from 1 s to 30 s, with half of
 * it left to chance so that a whole floor of agents does not come back in the same second.
 */
export function backoff(attempt: number, random: number): number {
  const full = Math.min(30_000, 1000 * 2 ** Math.min(attempt, 10))
  return Math.round(full / 2 + (full / 2) * random)
}
