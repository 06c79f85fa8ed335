import type { Handled } from '../http/exchange'
import { json } from '../http/json'
import type { World } from '../world'
import type { Client, GrantType } from './clients'
import { samlGrant } from './metadata'
import { clientOf, TokenRefused } from './proof'
import type { Refreshable } from './refresh'
import type { Visit } from './visit'

interface Ask {
  readonly world: World
  readonly form: URLSearchParams
  readonly client: Client
}

function required(form: URLSearchParams, ...names: string[]): string[] {
  const missing = names.filter((name) => !form.get(name))
  if (missing.length === 0) return names.map((name) => form.get(name) ?? '')
  throw new TokenRefused('invalid_request', `${missing.join(', ')} is missing`)
}

/** Whether the client's refresh tokens are good: a public one's, where that reading is switched on. */
function mayRefresh({ switches }: World, { grants, secret }: Client): boolean {
  if (grants.includes('refresh_token')) return true
  const isPublic = secret === undefined && grants.includes('authorization_code')
  return isPublic && switches.publicRefreshToken === 'rotated'
}

/** What comes of a grant of a user's. No refresh token comes with it where an idle time-out is set. */
function tokensFor({ world, client }: Ask, grant: Refreshable) {
  const { tokenDuration } = client
  const { value } = world.tokens.issue(grant, tokenDuration)
  const body = { access_token: value, token_type: 'bearer', expires_in: tokenDuration }
  const unusable = client.secret === undefined && world.switches.publicRefreshToken === 'unusable'
  const wanted = unusable || mayRefresh(world, client)
  if (!wanted || world.tokens.idleTimeout !== undefined) return body
  return { ...body, refresh_token: world.refreshTokens.issue(grant) }
}

function redeemCode(ask: Ask) {
  const { world, form, client } = ask
  const needed = client.secret === undefined ? ['code_verifier'] : []
  const [code = '', redirectUri = ''] = required(form, 'code', 'redirect_uri', ...needed)
  const codeVerifier = form.get('code_verifier') ?? undefined
  const clientId = client.id
  const grant = world.codes.redeem({ code, clientId, redirectUri, codeVerifier })
  if (typeof grant === 'string') throw new TokenRefused('invalid_grant', grant)
  const { userId, family } = grant
  return tokensFor(ask, { userId, clientId, family, scopes: client.scopes })
}

function refresh(ask: Ask) {
  const { world, form, client } = ask
  const [value = ''] = required(form, 'refresh_token')
  const grant = world.refreshTokens.use(value, client.id)
  if (typeof grant === 'string') throw new TokenRefused('invalid_grant', grant)
  const { userId, clientId, family, scopes } = grant
  return tokensFor(ask, { userId, clientId, family, scopes })
}

/** No user, and no refresh token: the client can always ask again. */
function serveClient({ world, client }: Ask) {
  const { id: clientId, scopes, tokenDuration } = client
  const { value } = world.tokens.issue({ clientId, scopes }, tokenDuration)
  return { access_token: value, token_type: 'bearer', expires_in: tokenDuration }
}

const grants: Readonly<Record<GrantType, (ask: Ask) => object>> = {
  authorization_code: redeemCode,
  refresh_token: refresh,
  client_credentials: serveClient,
}

function isGrantType(text: string): text is GrantType {
  return Object.hasOwn(grants, text)
}

function answer({ world, form, headers }: Visit): object {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
    throw new TokenRefused('invalid_request', 'The body must be a form')
  }
  const client = clientOf(headers, form, world.clients)
  const [grantType = ''] = required(form, 'grant_type')
  if (!isGrantType(grantType)) {
    const why = grantType === samlGrant ? 'No SAML is spoken here' : `${grantType} is not supported`
    throw new TokenRefused('unsupported_grant_type', why)
  }
  const mayAsk = grantType === 'refresh_token' && mayRefresh(world, client)
  if (!mayAsk && !client.grants.includes(grantType)) {
    throw new TokenRefused('unauthorized_client', `${client.name} is not for ${grantType}`)
  }
  if (client.state !== 'active') {
    throw new TokenRefused('unauthorized_client', 'The client is not authorized yet')
  }
  return grants[grantType]({ world, form, client })
}

/** `POST /oauth/token`. */
export function redeem(visit: Visit): Handled {
  try {
    return { response: json(answer(visit)), effect: true }
  } catch (refusal) {
    if (!(refusal instanceof TokenRefused)) throw refusal
    const { error, message, status, challenge } = refusal
    const plain = visit.world.switches.tokenErrorStatus === '400'
    const response = json({ error, error_description: message }, plain ? 400 : status)
    if (challenge && !plain) response.headers.set('www-authenticate', 'Basic realm="oauth"')
    return { response, effect: false }
  }
}
