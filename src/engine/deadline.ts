import type { Clock } from '~/clock'

/** A signal that aborts after `ms`, by the clock that was handed in; `cancel` when it is not needed. */
export function deadline(clock: Clock, ms: number): { signal: AbortSignal; cancel: () => void } {
  const abort = new AbortController()
  return { signal: abort.signal, cancel: clock.after(ms, () => abort.abort()) }
}
