import type { Clock } from '~/clock'

/**
 * A signal that aborts after `ms`, by the clock that was handed in, or when `other` does; `cancel` when it
 * is not needed any more.
 */
export function deadline(
  clock: Clock,
  ms: number,
  other?: AbortSignal,
): { signal: AbortSignal; cancel: () => void } {
  const over = new AbortController()
  const abort = () => over.abort()
  const cancelTimer = clock.after(ms, abort)
  if (other?.aborted) abort()
  other?.addEventListener('abort', abort)
  return {
    signal: over.signal,
    cancel() {
      cancelTimer()
      other?.removeEventListener('abort', abort)
    },
  }
}
