import type { Emulator } from '../../contract/emulator'
import { createManualClock } from '../../manual-clock'
import { withEmulator } from '../emulator/visitor'

const tickMs = 5

/** An emulator whose time goes on by itself, never faster than ours, and jumps by `pass`. */
export async function withTime(
  test: (emulator: Emulator, pass: (ms: number) => void) => Promise<void>,
): Promise<void> {
  const clock = createManualClock()
  const ticking = setInterval(() => clock.advance(tickMs), tickMs)
  try {
    await withEmulator((emulator) => test(emulator, clock.advance), { clock })
  } finally {
    clearInterval(ticking)
  }
}
