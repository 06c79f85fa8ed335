import type { Client, ClientState } from '../oauth/clients'
import { officialScopes } from '../oauth/scopes'
import { type Ask, type Handler, ok, param } from './ask'
import { type ErrorCode, Refused } from './errors'
import { page } from './paging'

const officialState = {
  active: 'active',
  pending: 'active',
  disabled: 'disabled',
  revoked: 'inactive',
} as const satisfies Record<ClientState, string>

const authorizationState = {
  active: 'Authorized',
  pending: 'Requested',
  disabled: 'Authorized',
  revoked: 'Revoked',
} as const satisfies Record<ClientState, string>

/** What a token and the lists of clients tell of one. */
export function toOrgClient({ id, name, grants, scopes, state }: Client) {
  return {
    id,
    name,
    authorizedGrantType: grants.includes('authorization_code') ? 'CODE' : 'CLIENT-CREDENTIALS',
    scope: scopes,
    state: officialState[state],
  }
}

/** UNSURE in the official documents whether the secret is told: here it is not. */
function toClient(client: Client) {
  return {
    ...toOrgClient(client),
    accessTokenValiditySeconds: client.tokenDuration,
    registeredRedirectUri: client.redirectUris,
    selfUri: `/api/v2/oauth/clients/${client.id}`,
  }
}

function toAuthorization(client: Client) {
  return {
    client: toClient(client),
    scope: client.scopes,
    pending: client.state === 'pending',
    state: authorizationState[client.state],
    selfUri: `/api/v2/oauth/authorizations/${client.id}`,
  }
}

function clientFor(ask: Ask, missing: ErrorCode): Client {
  const client = ask.world.clients.find(({ id }) => id === param(ask, 'clientId'))
  if (!client) throw new Refused(missing)
  return client
}

const toScope = (id: string) => ({ id, selfUri: `/api/v2/oauth/scopes/${id}` })

function listed<T>(entities: readonly T[], { path }: Ask) {
  return ok({ entities, total: entities.length, selfUri: path })
}

/** OAuth clients as the organisation's administrators see them. */
export const clientHandlers = {
  getOauthAuthorizations: (ask) => listed(ask.world.clients.map(toAuthorization), ask),
  getOauthAuthorization: (ask) => ok(toAuthorization(clientFor(ask, 'not.found'))),
  getOauthClients: (ask) => ok(page(ask.world.clients.map(toClient), ask.path, ask.query)),
  getOauthClient: (ask) => ok(toClient(clientFor(ask, 'client.not.found'))),
  getOauthScopes: (ask) => listed(officialScopes.map(toScope), ask),
  getOauthScope(ask) {
    const scope = officialScopes.find((id) => id === param(ask, 'scopeId'))
    if (!scope) throw new Refused('not.found')
    return ok(toScope(scope))
  },
} satisfies Record<string, Handler>
