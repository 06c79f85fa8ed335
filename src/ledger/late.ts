import type { Clock } from '~/clock'
import type { Command } from './command'

/** Milliseconds. */
const looks = [2_000, 8_000, 25_000]

/** What was called undone may yet happen, and nothing may tell of it: it is looked at again, less and less. */
export function lookLater(clock: Clock, { state }: Command, read: () => Promise<unknown>): void {
  if (state.step !== 'failed') return
  for (const ms of looks) clock.after(ms, () => void read())
}
