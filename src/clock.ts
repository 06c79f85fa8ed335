/** Time, handed in wherever it matters, so that tests own it. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number
  /** Runs `fn` once after `ms`; the answer cancels it. */
  after(ms: number, fn: () => void): () => void
}

export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, fn) {
    const timer = setTimeout(fn, ms)
    return () => clearTimeout(timer)
  },
}

/** What was asked, or `late` when that takes longer than `ms`. Rejects when it rejects in time. */
export function inTime<T, Late>(
  clock: Clock,
  ms: number,
  asked: Promise<T>,
  late: Late,
): Promise<T | Late> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(late))
    asked.then(resolve, reject).finally(cancel)
  })
}
