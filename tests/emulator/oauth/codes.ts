import { createHash, randomBytes } from 'node:crypto'
import type { Clock } from '~/clock'
import { remember } from '../bounded'

const lifetimeMs = 60_000
const codesMax = 10_000

/** What an authorization code stands for. */
export interface Grant {
  readonly userId: string
  readonly clientId: string
  readonly redirectUri: string
  readonly codeChallenge: string
}

export interface Redemption {
  readonly code: string
  readonly clientId: string
  readonly redirectUri: string
  readonly codeVerifier: string
}

interface Entry extends Grant {
  readonly expires: number
  used: boolean
  tokenId?: string
}

export interface Codes {
  issue(grant: Grant): string
  /** The grant of a code that fits, once; otherwise why not. */
  redeem(redemption: Redemption): Grant | string
  /** Remembers what came of a code, so that its replay can void it. */
  redeemed(code: string, tokenId: string): void
  userOf(code: string): string | undefined
}

const verifierForm = /^[\w.~-]{43,128}$/

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

/** Authorization codes: for one use within a minute, by whoever holds the verifier. */
export function createCodes(clock: Clock, voidToken: (tokenId: string) => void): Codes {
  const codes = new Map<string, Entry>()
  return {
    issue(grant) {
      const code = randomBytes(24).toString('base64url')
      const entry = { ...grant, expires: clock.now() + lifetimeMs, used: false }
      remember(codes, code, entry, codesMax)
      return code
    },
    redeem({ code, clientId, redirectUri, codeVerifier }) {
      const entry = codes.get(code)
      if (!entry) return 'The authorization code is not known'
      if (entry.used) {
        // RFC 6749, 4.1.2: somebody has the code who should not; what was issued for it is void.
        if (entry.tokenId) voidToken(entry.tokenId)
        return 'The authorization code has been used'
      }
      entry.used = true
      if (clock.now() >= entry.expires) return 'The authorization code has expired'
      if (entry.clientId !== clientId) return 'The authorization code belongs to another client'
      if (entry.redirectUri !== redirectUri) return 'redirect_uri is not the one of the request'
      const fits =
        verifierForm.test(codeVerifier) && challengeOf(codeVerifier) === entry.codeChallenge
      return fits ? entry : 'code_verifier does not fit the code_challenge'
    },
    redeemed(code, tokenId) {
      const entry = codes.get(code)
      if (entry) entry.tokenId = tokenId
    },
    userOf: (code) => codes.get(code)?.userId,
  }
}
