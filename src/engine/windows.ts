/** Sign-ins that a window of their own is away for: kept here, for the page that opened it stays. */
import type { Clock } from '~/clock'
import type { Transaction } from '~/protocol/protocol'

export interface Windows {
  keep(transaction: Transaction): void
  /** The sign-in that this answer belongs to, once. */
  take(answer: string): Transaction | undefined
  /** Waits for none any more. */
  clear(): void
}

/** Milliseconds: as old as an answer may be. */
const life = 600_000
/** An agent who opens one after the other waits for one of the latest. */
const most = 5

export function createWindows(clock: Clock): Windows {
  let kept: readonly Transaction[] = []
  return {
    keep(transaction) {
      const young = kept.filter(({ startedAt }) => clock.now() - startedAt <= life)
      kept = [transaction, ...young].slice(0, most)
    },
    take(answer) {
      const state = new URLSearchParams(answer).get('state')
      const found = kept.find((one) => one.state === state)
      kept = kept.filter((one) => one !== found)
      return found
    },
    clear() {
      kept = []
    },
  }
}
