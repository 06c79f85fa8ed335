import { randomBytes, randomUUID } from 'node:crypto'
import {
  type Client,
  durationBounds,
  makeClient,
  redirectUrisMax,
  voidTokens,
} from '../oauth/clients'
import { isSafeRedirect } from '../oauth/request'
import { officialScopes } from '../oauth/scopes'
import { clientStates, type GrantType, grantTypes } from '../org/clients'
import {
  BadAsk,
  type ControlAsk,
  type ControlRoute,
  optionalNumber,
  optionalText,
  requireKnown,
} from './ask'

function optionalTexts({ body }: ControlAsk, field: string): readonly string[] | undefined {
  const value = body[field]
  if (value === undefined) return undefined
  if (!Array.isArray(value) || !value.every((entry) => typeof entry === 'string')) {
    throw new BadAsk(`${field} must be a list of texts`, field)
  }
  return value
}

function redirectUrisIn(ask: ControlAsk): readonly string[] | undefined {
  const uris = optionalTexts(ask, 'redirectUris')
  if (uris && uris.length > redirectUrisMax) {
    throw new BadAsk(`A client has at most ${redirectUrisMax} redirect URIs`, 'redirectUris')
  }
  const unsafe = uris?.find((uri) => !isSafeRedirect(uri))
  if (unsafe !== undefined) {
    throw new BadAsk(`Must be https, or http on loopback: ${unsafe}`, 'redirectUris')
  }
  return uris
}

function scopesIn(ask: ControlAsk): readonly string[] | undefined {
  const scopes = optionalTexts(ask, 'scopes')
  const unknown = scopes?.find((scope) => !officialScopes.includes(scope))
  if (unknown !== undefined) throw new BadAsk(`There is no scope ${unknown}`, 'scopes')
  return scopes
}

function stateIn(ask: ControlAsk): Client['state'] | undefined {
  const text = optionalText(ask, 'state')
  const state = clientStates.find((known) => known === text)
  if (text !== undefined && !state) {
    throw new BadAsk(`state must be one of ${clientStates.join(', ')}`, 'state')
  }
  return state
}

/** As on the platform a client is for one kind of grant: for users, or for itself. */
function grantsIn(ask: ControlAsk): readonly GrantType[] {
  const wanted = optionalTexts(ask, 'grants') ?? ['authorization_code']
  const grants = grantTypes.filter((known) => wanted.includes(known))
  const alone = grants.includes('client_credentials') ? grants.length === 1 : true
  const whole = grants.includes('authorization_code') || grants.includes('client_credentials')
  if (grants.length < wanted.length || !alone || !whole) {
    throw new BadAsk(
      'grants must be authorization_code, with refresh_token or without, or client_credentials',
      'grants',
    )
  }
  return grants
}

/** What a client may have, and may have changed. */
function settingsIn(ask: ControlAsk) {
  const redirectUris = redirectUrisIn(ask)
  const scopes = scopesIn(ask)
  const tokenDuration = optionalNumber(ask, 'tokenDuration', durationBounds)
  const state = stateIn(ask)
  const name = optionalText(ask, 'name')
  const permissions = optionalTexts(ask, 'permissions')
  return {
    ...(name !== undefined && { name }),
    ...(permissions && { permissions }),
    ...(redirectUris && { redirectUris }),
    ...(scopes && { scopes }),
    ...(tokenDuration !== undefined && { tokenDuration }),
    ...(state && { state }),
  }
}

/** Whoever can only be trusted with a secret gets one; others when they ask for it. */
function secretIn(ask: ControlAsk, grants: readonly GrantType[]): string | undefined {
  const isPublic = grants.every((grant) => grant === 'authorization_code')
  const given = optionalText(ask, 'secret')
  if (given !== undefined || isPublic) return given
  return randomBytes(32).toString('base64url')
}

function addClient(ask: ControlAsk) {
  const { clients } = ask.world()
  const id = optionalText(ask, 'id') ?? randomUUID()
  if (clients.some((client) => client.id === id)) throw new BadAsk(`There is a client ${id}`, 'id')
  const grants = grantsIn(ask)
  const settings = settingsIn(ask)
  const { redirectUris = [] } = settings
  if (redirectUris.length === 0 && grants.includes('authorization_code')) {
    throw new BadAsk('A code needs a redirect URI to go to', 'redirectUris')
  }
  const secret = secretIn(ask, grants)
  clients.push(
    makeClient({ id, name: id, secret, grants, permissions: [], ...settings, redirectUris }),
  )
  return { status: 201, body: { id, ...(secret !== undefined && { secret }) } }
}

function clientOfPath({ world, params: { clientId = '' } }: ControlAsk): Client {
  const client = world().clients.find(({ id }) => id === clientId)
  if (!client) throw new BadAsk(`There is no client ${clientId}`, undefined, 404)
  return client
}

/** One that is no longer active loses its tokens at once; other scopes have to be allowed anew. */
function changeClient(ask: ControlAsk) {
  const client = clientOfPath(ask)
  requireKnown(ask, ['name', 'redirectUris', 'scopes', 'permissions', 'tokenDuration', 'state'])
  const settings = settingsIn(ask)
  Object.assign(client, settings)
  if (client.state !== 'active') voidTokens(ask.world(), client)
  if (settings.scopes) ask.world().logins.forget(client.id)
  return { status: 204 }
}

function removeClient(ask: ControlAsk) {
  const client = clientOfPath(ask)
  const { clients, logins } = ask.world()
  clients.splice(clients.indexOf(client), 1)
  voidTokens(ask.world(), client)
  logins.forget(client.id)
  return { status: 204 }
}

/** OAuth clients, until the reset. */
export const clientRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/clients', answer: addClient },
  { method: 'PATCH', path: '/clients/{clientId}', answer: changeClient },
  { method: 'DELETE', path: '/clients/{clientId}', answer: removeClient },
]
