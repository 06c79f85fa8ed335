/** Where the access token lives: in this closure, and nowhere else. */
import type { Clock } from '~/clock'

export interface Vault {
  /** Keeps a token. `expiresIn` is in seconds; Genesys Cloud may leave it out. */
  keep(token: string, expiresIn: number | undefined): void
  /** The token to send, or undefined when there is none that can still be accepted. */
  token(): string | undefined
  forget(): void
}

/** A token's life when the answer does not say: the platform's default of a day, in seconds. */
const standardLife = 86_400

export function createVault(clock: Clock, onExpired: () => void): Vault {
  let held: { token: string; expiresAt: number } | undefined
  let cancel = () => {}

  // One long timer would sleep with the machine: look again each minute.
  function watch() {
    cancel()
    const left = held ? held.expiresAt - clock.now() : 0
    cancel = clock.after(Math.min(60_000, left), () => {
      if (!held) return
      if (clock.now() < held.expiresAt) watch()
      else expire()
    })
  }

  function expire() {
    held = undefined
    cancel()
    onExpired()
  }

  return {
    keep(token, expiresIn = standardLife) {
      held = { token, expiresAt: clock.now() + expiresIn * 1000 }
      watch()
    },
    token() {
      // The timer may not have come yet on a machine that has just woken up.
      if (held && clock.now() >= held.expiresAt) expire()
      return held?.token
    },
    forget() {
      held = undefined
      cancel()
    },
  }
}
