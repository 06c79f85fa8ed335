import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '~/clock'
import { remember } from '../bounded'

/** Tokens that have ended are known as such, so many of them. */
const deadMax = 10_000

export interface Token {
  /** Not the token itself: a name for it that may be passed around. */
  readonly id: string
  readonly userId: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly expires: number
  readonly state: 'live' | 'expired' | 'revoked'
}

type Owner = Pick<Token, 'userId' | 'clientId' | 'scopes'>

export interface Tokens {
  /** A new access token; its value is known to nobody else. */
  issue(owner: Owner, seconds: number): { readonly value: string; readonly id: string }
  /** The token of that value, dead or alive. */
  find(value: string): Token | undefined
  end(state: 'expired' | 'revoked', isMeant: (token: Token) => boolean): number
  live(): readonly Token[]
}

interface Options {
  readonly clock: Clock
  readonly ended: (token: Token, why: 'expired' | 'revoked') => void
}

export function createTokens({ clock, ended }: Options): Tokens {
  const tokens = new Map<string, Token>()
  const dead = new Map<string, true>()

  function end(value: string, token: Token, state: 'expired' | 'revoked'): void {
    tokens.set(value, { ...token, state })
    remember(dead, value, true, deadMax, (oldest) => tokens.delete(oldest))
    ended(token, state)
  }

  return {
    issue(owner, seconds) {
      const value = randomBytes(32).toString('base64url')
      const expires = clock.now() + seconds * 1000
      const id = randomUUID()
      tokens.set(value, { ...owner, id, expires, state: 'live' })
      clock.after(seconds * 1000, () => {
        const token = tokens.get(value)
        if (token?.state === 'live') end(value, token, 'expired')
      })
      return { value, id }
    },
    find: (value) => tokens.get(value),
    end(state, isMeant) {
      const meant = [...tokens].filter(([, token]) => token.state === 'live' && isMeant(token))
      for (const [value, token] of meant) end(value, token, state)
      return meant.length
    },
    live: () => [...tokens.values()].filter(({ state }) => state === 'live'),
  }
}
