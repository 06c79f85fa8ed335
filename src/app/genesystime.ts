/**
 * Genesys Cloud's clock, as far as it can be told from what happens while the desk listens. All times of
 * calls are its own; a machine whose clock is a minute off would show a minute that nobody waited.
 */
import { type Accessor, createSignal } from 'solid-js'
import type { Clock } from '~/clock'

export interface GenesysTime {
  /** Milliseconds since the epoch, by its clock. */
  now(): number
  /** How far this machine is ahead of it, in milliseconds. */
  readonly ahead: Accessor<number>
  /** Something that Genesys Cloud says began at `told` was heard just now. */
  heard(told: number): void
}

/** Less than this is the way of the news, not the clocks. Milliseconds. */
const way = 2_000
/** More than this is no clock that is off, but news that is old. Milliseconds. */
const most = 600_000

export function createGenesysTime(clock: Clock): GenesysTime {
  const [ahead, setAhead] = createSignal(0)
  return {
    now: () => clock.now() - ahead(),
    ahead,
    heard(told) {
      const off = clock.now() - told
      if (Math.abs(off) <= most) setAhead(Math.abs(off) > way ? off : 0)
    },
  }
}
