import { deskScopes } from '../org/grants'

export interface Client {
  readonly id: string
  readonly name: string
  readonly secret?: string
  readonly grants: readonly 'authorization_code'[]
  readonly redirectUris: readonly string[]
  readonly scopes: readonly string[]
  /** Seconds; the control API may change it for the tokens to come. */
  tokenDuration: number
}

export const defaultRedirectUri = 'http://localhost:5173/callback.html'

/** The OAuth clients of the default organisation: one, public, with PKCE for its only proof. */
export function makeClients(redirectUris: readonly string[]): Client[] {
  return [
    {
      id: 'minidesk-local',
      name: 'Minidesk',
      grants: ['authorization_code'],
      redirectUris,
      scopes: deskScopes,
      tokenDuration: 86_400,
    },
  ]
}
