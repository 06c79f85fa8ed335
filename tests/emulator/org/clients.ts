import { deskScopes, servicePermissions } from './grants'

export const grantTypes = ['authorization_code', 'refresh_token', 'client_credentials'] as const
export type GrantType = (typeof grantTypes)[number]

export const clientStates = ['pending', 'active', 'disabled', 'revoked'] as const
export type ClientState = (typeof clientStates)[number]

/** An OAuth client as the organisation has it. Where nothing else is said it is active and public. */
export interface ClientPlan {
  readonly id: string
  readonly name: string
  /** A confidential client's. Nothing real is behind it. */
  readonly secret?: string
  readonly grants: readonly GrantType[]
  readonly scopes?: readonly string[]
  /** Of the client itself, for tokens without a user. */
  readonly permissions?: readonly string[]
  readonly state?: ClientState
}

const codeGrants = ['authorization_code', 'refresh_token'] as const

/** One client for each way in, and one for each way to be kept out. The first is the local desk's. */
export const clientPlans: readonly ClientPlan[] = [
  {
    id: 'minidesk-local',
    name: 'Minidesk',
    grants: ['authorization_code'],
    scopes: deskScopes,
  },
  {
    id: 'minidesk-code',
    name: 'Minidesk Server',
    secret: 'minidesk-code-secret',
    grants: codeGrants,
    scopes: [...deskScopes, 'oauth:readonly'],
  },
  {
    id: 'minidesk-service',
    name: 'Minidesk Reports',
    secret: 'minidesk-service-secret',
    grants: ['client_credentials'],
    permissions: servicePermissions,
  },
  {
    id: 'minidesk-pending',
    name: 'Minidesk Trial',
    grants: ['authorization_code'],
    scopes: deskScopes,
    state: 'pending',
  },
  {
    id: 'minidesk-disabled',
    name: 'Minidesk Classic',
    secret: 'minidesk-disabled-secret',
    grants: codeGrants,
    scopes: deskScopes,
    state: 'disabled',
  },
]
