import { randomBytes } from 'node:crypto'

/** What a refresh token stands for. */
export interface Refreshable {
  readonly userId: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly family: string
}

interface Entry extends Refreshable {
  state: 'good' | 'used' | 'void'
}

export interface RefreshTokens {
  issue(grant: Refreshable): string
  /** What it stands for, once; otherwise why not. */
  use(value: string, clientId: string): Refreshable | string
  /** Voids those meant. */
  end(isMeant: (grant: Refreshable) => boolean): void
  userOf(value: string): string | undefined
}

/**
 * Refresh tokens: each is good once, for a new one comes with every use. One that comes a second time is in
 * the wrong hands, and voids all that came of its grant (RFC 9700, 4.14.2). Time does not end them.
 */
export function createRefreshTokens(voidFamily: (family: string) => void): RefreshTokens {
  const tokens = new Map<string, Entry>()
  return {
    issue(grant) {
      const value = randomBytes(32).toString('base64url')
      tokens.set(value, { ...grant, state: 'good' })
      return value
    },
    use(value, clientId) {
      const entry = tokens.get(value)
      if (!entry) return 'The refresh token is not known'
      if (entry.clientId !== clientId) return 'The refresh token belongs to another client'
      if (entry.state === 'used') {
        voidFamily(entry.family)
        return 'The refresh token has been used'
      }
      if (entry.state === 'void') return 'The refresh token is void'
      entry.state = 'used'
      return entry
    },
    end(isMeant) {
      for (const entry of tokens.values()) if (isMeant(entry)) entry.state = 'void'
    },
    userOf: (value) => tokens.get(value)?.userId,
  }
}
