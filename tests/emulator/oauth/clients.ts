import { type ClientPlan, type ClientState, clientPlans, type GrantType } from '../org/clients'
import type { World } from '../world'

export type { ClientState, GrantType } from '../org/clients'

/** An OAuth client. What the control API may change is not readonly. */
export interface Client {
  readonly id: string
  name: string
  /** Only a confidential client has one. */
  readonly secret?: string
  readonly grants: readonly GrantType[]
  permissions: readonly string[]
  redirectUris: readonly string[]
  scopes: readonly string[]
  /** Seconds, for the tokens to come. */
  tokenDuration: number
  state: ClientState
}

export const defaultRedirectUri = 'http://localhost:5173/callback.html'

/** Seconds: of a client that names none, and the bounds of one that does. */
const standardDuration = 86_400
export const durationBounds = { least: 300, most: 172_800 } as const

/** The platform takes no more for one client. */
export const redirectUrisMax = 125

interface Facts extends ClientPlan {
  readonly redirectUris: readonly string[]
  readonly tokenDuration?: number
}

export function makeClient({ secret, ...facts }: Facts): Client {
  return {
    scopes: [],
    permissions: [],
    tokenDuration: standardDuration,
    state: 'active',
    ...facts,
    ...(secret !== undefined && { secret }),
  }
}

/** The clients of the default organisation; those that redirect share the desk's addresses. */
export function makeClients(redirectUris: readonly string[]): Client[] {
  return clientPlans.map((plan) => {
    const redirects = plan.grants.includes('authorization_code')
    return makeClient({ ...plan, redirectUris: redirects ? redirectUris : [] })
  })
}

/** Voids everything that was issued to the client. */
export function voidTokens({ tokens, refreshTokens }: World, { id }: Client): void {
  refreshTokens.end(({ clientId }) => clientId === id)
  tokens.end('revoked', ({ clientId }) => clientId === id)
}
