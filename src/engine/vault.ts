/**
 * Where the tokens live: in this closure, and nowhere else. Their time is kept by two counters: the wall
 * clock, which somebody may set, and one that nobody sets and that may stand still while the machine
 * sleeps. What Genesys Cloud said in seconds is never compared with its own clock.
 */
import type { Clock } from '~/clock'

/** What a log-in or a renewal gives. */
export interface Tokens {
  readonly token: string
  /** Seconds; Genesys Cloud may leave it out. */
  readonly expiresIn?: number | undefined
  readonly refreshToken?: string | undefined
}

export interface Vault {
  keep(tokens: Tokens): void
  token(): string | undefined
  refreshToken(): string | undefined
  /** It was refused: what is left is the access token, for its time. */
  forgetRefreshToken(): void
  /** Milliseconds until the token ends, by whichever clock says less; undefined when there is none. */
  left(): number | undefined
  /** The same by the counter that may stand still, and never runs ahead: below zero there is no doubt. */
  leftSurely(): number | undefined
  /** Milliseconds that its whole life takes. */
  life(): number
  /** Genesys Cloud still takes it, whatever the wall clock says. */
  takenStill(): void
  forget(): void
}

/** A token's life when the answer does not say: the platform's default of a day, in seconds. */
const standardLife = 86_400
/** Milliseconds. */
const minute = 60_000

export function createVault(clock: Clock, elapsed: () => number): Vault {
  let held: (Tokens & { life: number; endsAt: number; endsAfter: number }) | undefined

  return {
    keep(tokens) {
      const life = (tokens.expiresIn ?? standardLife) * 1000
      held = { ...tokens, life, endsAt: clock.now() + life, endsAfter: elapsed() + life }
    },
    token: () => held?.token,
    refreshToken: () => held?.refreshToken,
    forgetRefreshToken() {
      if (held) held = { ...held, refreshToken: undefined }
    },
    left: () => held && Math.min(held.endsAt - clock.now(), held.endsAfter - elapsed()),
    leftSurely: () => held && held.endsAfter - elapsed(),
    life: () => held?.life ?? 0,
    takenStill() {
      if (!held) return
      // The clock was set, and the other counter knows better; or both are wrong, and it is asked again.
      const left = Math.max(minute, held.endsAfter - elapsed())
      held = { ...held, endsAt: clock.now() + left, endsAfter: elapsed() + left }
    },
    forget() {
      held = undefined
    },
  }
}
