/**
 * When a token is renewed, and by whom: unseen by the engine where there is a refresh token, by one page's
 * way through the login host where there is none. One renewal at a time, for all tabs and requests.
 */
import type { Clock } from '~/clock'
import type { Standing } from '~/protocol/protocol'
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
  return { state: 'ending', endsAt: now + left, due: left <= due, unseen: true }
}

/** Whether there is nothing new to tell: two counters disagree by milliseconds all the time. */
export function isSame(one: Standing, other: Standing): boolean {
  if (one.state !== 'ending' || other.state !== 'ending') {
    return JSON.stringify(one) === JSON.stringify(other)
  }
  const near = Math.abs(one.endsAt - other.endsAt) < 1000
  const alike = one.due === other.due && one.unseen === other.unseen
  return near && alike && one.problem === other.problem
}

export interface Renewal {
  /**
   * A new token, shared by all who ask meanwhile: true when there is one, however many attempts it took;
   * false when there will be none.
   */
  renew(): Promise<boolean>
  /** The network is back: what waits for no more than that is tried at once. */
  hurry(): void
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
  /** The network's trouble, or the login host's: it is tried again. `first`: it had not failed before. */
  readonly onFailed: (first: boolean) => void
  /** They came when nobody needed them any more. */
  readonly onLate: (tokens: Tokens) => void
}): Renewal {
  const { clock, vault } = parts
  let running:
    | { readonly had: Promise<boolean>; readonly settle: (had: boolean) => void }
    | undefined
  let failures = 0
  let cancel = () => {}
  /** Begins the next attempt at once, while nothing but our own patience forbids it. */
  let hurry = () => {}

  async function attempt() {
    pause()
    const refreshToken = vault.refreshToken()
    if (!refreshToken) return reset()
    const result = await parts.refresh(refreshToken)
    // Signed out, or in again, in the meantime: the answer is nobody's.
    if (vault.refreshToken() !== refreshToken) {
      if ('token' in result) parts.onLate(result)
      return
    }
    if ('token' in result) {
      failures = 0
      parts.onTokens(result)
      return settle(true)
    }
    if (result.problem === 'refused') {
      vault.forgetRefreshToken()
      parts.onRefused()
      return reset()
    }
    // The network's trouble, or the login host's, is not the end of a sign-in. By a timer and not by the
    // wall clock, which somebody may set.
    const wait = Math.max(result.retryAfter ?? 0, backoff(++failures, parts.random()))
    cancel = clock.after(wait, attempt)
    if (result.retryAfter === undefined) hurry = () => void attempt()
    parts.onFailed(failures === 1)
  }

  function pause() {
    cancel()
    hurry = () => {}
  }

  function settle(had: boolean) {
    const waiting = running
    running = undefined
    waiting?.settle(had)
  }

  function reset() {
    failures = 0
    pause()
    settle(false)
  }

  return {
    renew() {
      if (running) return running.had
      let settle = (_had: boolean) => {}
      const had = new Promise<boolean>((resolve) => {
        settle = resolve
      })
      running = { had, settle }
      void attempt()
      return had
    },
    hurry: () => hurry(),
    failing: () => failures > 0,
    reset,
  }
}
