/**
 * When a token is renewed, and by whom: unseen by the engine where there is a refresh token, by one page's
 * way through the login host where there is none. One renewal at a time, for all tabs and requests.
 */
import type { Clock } from '~/clock'
import type { Standing } from '~/protocol'
import { backoff } from './backoff'
import type { Refreshed } from './oauth'
import type { Tokens, Vault } from './vault'

/** Milliseconds. */
const minute = 60_000
/** Milliseconds: a shorter life has its last fifth for being renewed. */
const shortLife = 10 * minute

/** How long before its end a token is due, in milliseconds; `random` keeps a whole floor from coming at once. */
export function dueBefore(life: number, random: number): number {
  return life < shortLife ? life / 5 : 5 * minute + random * 30_000
}

/** How long before its end an agent may have to be told, in milliseconds. */
export function toldBefore(life: number, due: number): number {
  return life < shortLife ? due : 10 * minute
}

/** What the sign-in is good for, `left` milliseconds before its end and `due` before it is renewed. */
export function standingOf(
  now: number,
  left: number,
  life: number,
  due: number,
  /** It renews itself, and does so without trouble. */
  renews: boolean,
): Standing {
  if (left > toldBefore(life, due) || (renews && left > 0)) return { state: 'firm' }
  return { state: 'ending', endsAt: now + Math.max(0, left), due: left <= due }
}

export interface Renewal {
  /** A new token, if one can be had; shared by all who ask meanwhile. */
  renew(): Promise<boolean>
  /** A renewal did not come through, and is tried again. */
  failing(): boolean
  /** What was tried before says nothing about the next sign-in. */
  reset(): void
}

/** The unseen half: with a refresh token, which is used for one request at a time and replaced by its answer. */
export function createRenewal(parts: {
  readonly clock: Clock
  readonly random: () => number
  readonly vault: Vault
  readonly refresh: (refreshToken: string) => Promise<Refreshed>
  readonly onTokens: (tokens: Tokens) => void
  /** The refresh token is no longer taken; the access token may still be. */
  readonly onRefused: () => void
}): Renewal {
  const { clock, vault } = parts
  let running: Promise<boolean> | undefined
  let failures = 0
  let notBefore = 0
  let cancel = () => {}

  async function attempt(): Promise<boolean> {
    const refreshToken = vault.refreshToken()
    if (!refreshToken || clock.now() < notBefore) return false
    const result = await parts.refresh(refreshToken)
    // Signed out, or in again, in the meantime: the answer is nobody's.
    if (vault.refreshToken() !== refreshToken) return false
    if ('token' in result) {
      reset()
      parts.onTokens(result)
      return true
    }
    if (result.problem === 'refused') {
      vault.forgetRefreshToken()
      parts.onRefused()
      return false
    }
    // The network's trouble, or the login host's, is not the end of a sign-in.
    const wait = result.retryAfter ?? backoff(failures, parts.random())
    failures++
    notBefore = clock.now() + wait
    cancel = clock.after(wait, () => void renew())
    return false
  }

  function renew(): Promise<boolean> {
    running ??= attempt().finally(() => {
      running = undefined
    })
    return running
  }

  function reset() {
    failures = notBefore = 0
    cancel()
  }

  return { renew, failing: () => failures > 0, reset }
}
