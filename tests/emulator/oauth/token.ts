import type { Handled } from '../http/exchange'
import { json } from '../http/json'
import type { Visit } from './visit'

/** RFC 6749, 5.2: UNSURE whether Genesys words these alike. */
function refuse(error: string, error_description: string, status = 400): Handled {
  return { response: json({ error, error_description }, status), effect: false }
}

/** `POST /oauth/token`: a code and its verifier for an access token. No refresh token comes with it. */
export function redeem({ world, form, headers }: Visit): Handled {
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
    return refuse('invalid_request', 'The body must be a form')
  }
  const client = world.clients.find(({ id }) => id === form.get('client_id'))
  if (!client) return refuse('invalid_client', 'The client is not known', 401)
  // A public client has no secret to show: one that comes with it is a mistake.
  if (headers.has('authorization') || form.has('client_secret')) {
    return refuse('invalid_client', 'This client does not authenticate', 401)
  }
  const grantType = form.get('grant_type')
  if (!grantType) return refuse('invalid_request', 'grant_type is missing')
  if (grantType !== 'authorization_code') {
    return refuse('unsupported_grant_type', `${grantType} is not supported`)
  }
  const code = form.get('code')
  const redirectUri = form.get('redirect_uri')
  const codeVerifier = form.get('code_verifier')
  if (!code || !redirectUri || !codeVerifier) {
    return refuse('invalid_request', 'code, redirect_uri and code_verifier are required')
  }
  const grant = world.codes.redeem({ code, clientId: client.id, redirectUri, codeVerifier })
  if (typeof grant === 'string') return refuse('invalid_grant', grant)
  const { userId } = grant
  const { scopes, tokenDuration } = client
  const token = world.tokens.issue({ userId, clientId: client.id, scopes }, tokenDuration)
  world.codes.redeemed(code, token.id)
  const body = { access_token: token.value, token_type: 'bearer', expires_in: tokenDuration }
  return { response: json(body), effect: true }
}
