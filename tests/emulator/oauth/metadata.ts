import type { Handled } from '../http/exchange'
import { json } from '../http/json'
import type { Visit } from './visit'

export const samlGrant = 'urn:ietf:params:oauth:grant-type:saml2-bearer'

/** RFC 8414, as the platform publishes it: it names the grant for SAML too, which is not to be had here. */
export function metadata({ world: { login } }: Visit): Handled {
  const body = {
    issuer: login,
    authorization_endpoint: `${login}/oauth/authorize`,
    token_endpoint: `${login}/oauth/token`,
    grant_types_supported: ['authorization_code', 'client_credentials', 'refresh_token', samlGrant],
    response_types_supported: ['code'],
    code_challenge_methods_supported: ['S256'],
  }
  return { response: json(body), effect: false }
}
