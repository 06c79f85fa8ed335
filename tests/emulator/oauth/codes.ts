import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '~/clock'
import { remember } from '../bounded'

const lifetimeMs = 60_000
const codesMax = 10_000

/** What an authorization code stands for. */
export interface Grant {
  readonly userId: string
  readonly clientId: string
  readonly redirectUri: string
  /** A confidential client may do without. */
  readonly codeChallenge?: string
}

/** A grant that has been redeemed: all that comes of it belongs together. */
export interface Redeemed extends Grant {
  readonly family: string
}

export interface Redemption {
  readonly code: string
  readonly clientId: string
  readonly redirectUri: string
  readonly codeVerifier?: string
}

interface Entry extends Redeemed {
  readonly expires: number
  used: boolean
}

export interface Codes {
  issue(grant: Grant): string
  /** The grant of a code that fits, once; otherwise why not. */
  redeem(redemption: Redemption): Redeemed | string
  userOf(code: string): string | undefined
}

const verifierForm = /^[\w.~-]{43,128}$/

function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}

function verifies(verifier: string | undefined, challenge: string | undefined): boolean {
  // A verifier where no challenge was: somebody has taken the challenge out of the request.
  if (challenge === undefined) return verifier === undefined
  return (
    verifier !== undefined && verifierForm.test(verifier) && challengeOf(verifier) === challenge
  )
}

/** Authorization codes: for one use within a minute, by whoever holds the verifier. */
export function createCodes(clock: Clock, voidFamily: (family: string) => void): Codes {
  const codes = new Map<string, Entry>()
  return {
    issue(grant) {
      const code = randomBytes(24).toString('base64url')
      const expires = clock.now() + lifetimeMs
      const entry = { ...grant, family: randomUUID(), expires, used: false }
      remember(codes, code, entry, codesMax)
      return code
    },
    redeem({ code, clientId, redirectUri, codeVerifier }) {
      const entry = codes.get(code)
      if (!entry) return 'The authorization code is not known'
      if (entry.used) {
        // RFC 6749, 4.1.2: somebody has the code who should not; what was issued for it is void.
        voidFamily(entry.family)
        return 'The authorization code has been used'
      }
      entry.used = true
      if (clock.now() >= entry.expires) return 'The authorization code has expired'
      if (entry.clientId !== clientId) return 'The authorization code belongs to another client'
      if (entry.redirectUri !== redirectUri) return 'redirect_uri is not the one of the request'
      if (verifies(codeVerifier, entry.codeChallenge)) return entry
      return 'code_verifier does not fit the code_challenge'
    },
    userOf: (code) => codes.get(code)?.userId,
  }
}
