/** Where calls went from this desk, the latest first: in memory, and gone with it. */
import { createSignal } from 'solid-js'
import { type Destination, keyOf } from './destination'

export interface Recents {
  all(): readonly Destination[]
  /** A call was sent there, or placed. */
  note(to: Destination): void
}

const most = 12

export function createRecents(): Recents {
  const [all, setAll] = createSignal<readonly Destination[]>([])
  return {
    all,
    note(to) {
      const { whyNot: _, ...plain } = to
      setAll((before) =>
        [plain, ...before.filter((one) => keyOf(one) !== keyOf(to))].slice(0, most),
      )
    },
  }
}
