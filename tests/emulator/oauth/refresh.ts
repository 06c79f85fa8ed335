import { randomBytes } from 'node:crypto'
import { remember } from '../bounded'

/** So many good ones are kept, and as many that are used or void. More people than any organisation here has. */
export const mostRefreshTokens = 20_000

/** What a refresh token stands for. */
export interface Refreshable {
  readonly userId: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly family: string
}

interface Spent extends Refreshable {
  readonly why: 'used' | 'void'
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
  const good = new Map<string, Refreshable>()
  const spent = new Map<string, Spent>()

  function spend(value: string, grant: Refreshable, why: Spent['why']): void {
    good.delete(value)
    remember(spent, value, { ...grant, why }, mostRefreshTokens)
  }

  return {
    issue(grant) {
      const value = randomBytes(32).toString('base64url')
      remember(good, value, grant, mostRefreshTokens)
      return value
    },
    use(value, clientId) {
      const grant = good.get(value)
      const old = spent.get(value)
      const known = grant ?? old
      if (!known) return 'The refresh token is not known'
      if (known.clientId !== clientId) return 'The refresh token belongs to another client'
      if (grant) {
        spend(value, grant, 'used')
        return grant
      }
      if (old?.why === 'void') return 'The refresh token is void'
      voidFamily(known.family)
      return 'The refresh token has been used'
    },
    end(isMeant) {
      for (const [value, grant] of good) if (isMeant(grant)) spend(value, grant, 'void')
    },
    userOf: (value) => (good.get(value) ?? spent.get(value))?.userId,
  }
}
