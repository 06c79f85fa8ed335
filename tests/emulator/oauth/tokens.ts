import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '~/clock'
import { remember } from '../bounded'

/** Tokens that have ended are known as such, so many of them. */
const deadMax = 10_000

/** Whose a token is. A client-credentials token has no user. */
export interface Owner {
  readonly userId?: string
  readonly clientId: string
  readonly scopes: readonly string[]
  /** All that came of one grant, refresh tokens included: they fall together. */
  readonly family?: string
}

export interface Token extends Owner {
  /** Not the token itself: a name for it that may be passed around. */
  readonly id: string
  readonly expires: number
  readonly state: 'live' | 'expired' | 'revoked'
}

interface Entry extends Token {
  state: Token['state']
  lastUsed: number
  stopExpiry?: () => void
  stopIdling?: () => void
}

export interface Tokens {
  /** A new access token; its value is known to nobody else. */
  issue(owner: Owner, seconds: number): { readonly value: string; readonly id: string }
  /** Takes a token in that another server has issued. */
  adopt(value: string, owner: Owner, seconds: number): void
  /** The token of that value, dead or alive. */
  find(value: string): Token | undefined
  end(state: 'expired' | 'revoked', isMeant: (token: Token) => boolean): number
  live(): readonly Token[]
  /** It has been asked with: its idle time begins anew. */
  used(tokenId: string): void
  /** When it ends unless it is used before; undefined where there is no idle time-out. */
  idlesAt(tokenId: string): number | undefined
  /** Ends tokens that are not used for so many seconds; undefined: for none. */
  setIdleTimeout(seconds: number | undefined): void
  readonly idleTimeout: number | undefined
}

interface Options {
  readonly clock: Clock
  readonly issued: (token: Token) => void
  readonly ended: (token: Token, why: 'expired' | 'revoked') => void
}

export function createTokens({ clock, issued, ended }: Options): Tokens {
  const byValue = new Map<string, Entry>()
  const byId = new Map<string, Entry>()
  const values = new WeakMap<Entry, string>()
  const dead = new Map<string, Entry>()
  let idleTimeout: number | undefined

  function forget(token: Entry): void {
    byId.delete(token.id)
    byValue.delete(values.get(token) ?? '')
  }

  function end(token: Entry, state: 'expired' | 'revoked'): void {
    if (token.state !== 'live') return
    token.state = state
    token.stopExpiry?.()
    token.stopIdling?.()
    remember(dead, token.id, token, deadMax, forget)
    ended(token, state)
  }

  function idlesAt({ lastUsed }: Entry): number | undefined {
    return idleTimeout === undefined ? undefined : lastUsed + idleTimeout * 1000
  }

  function startIdling(token: Entry): void {
    token.stopIdling?.()
    const at = idlesAt(token)
    if (at === undefined) return
    token.stopIdling = clock.after(at - clock.now(), () => end(token, 'expired'))
  }

  const living = () => [...byValue.values()].filter(({ state }) => state === 'live')

  function add(value: string, owner: Owner, seconds: number): string {
    const id = randomUUID()
    const lastUsed = clock.now()
    const expires = lastUsed + seconds * 1000
    const token: Entry = { ...owner, id, expires, state: 'live', lastUsed }
    byValue.set(value, token)
    values.set(token, value)
    byId.set(id, token)
    token.stopExpiry = clock.after(seconds * 1000, () => end(token, 'expired'))
    startIdling(token)
    issued(token)
    return id
  }

  return {
    issue(owner, seconds) {
      const value = randomBytes(32).toString('base64url')
      return { value, id: add(value, owner, seconds) }
    },
    adopt(value, owner, seconds) {
      if (!byValue.has(value)) add(value, owner, seconds)
    },
    find: (value) => byValue.get(value),
    end(state, isMeant) {
      const meant = living().filter(isMeant)
      for (const token of meant) end(token, state)
      return meant.length
    },
    live: living,
    used(tokenId) {
      const token = byId.get(tokenId)
      if (token?.state !== 'live') return
      token.lastUsed = clock.now()
      startIdling(token)
    },
    idlesAt(tokenId) {
      const token = byId.get(tokenId)
      return token && idlesAt(token)
    },
    setIdleTimeout(seconds) {
      idleTimeout = seconds
      for (const token of living()) startIdling(token)
    },
    get idleTimeout() {
      return idleTimeout
    },
  }
}
