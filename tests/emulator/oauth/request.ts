import type { Asker } from './answers'
import type { Client } from './clients'

export interface AuthorizeRequest extends Asker {
  readonly client: Client
  readonly codeChallenge?: string
  /** The organisation's own identity provider, when the request names one. */
  readonly provider?: string
  readonly loginHint?: string
  /** The request itself, to be made again. */
  readonly query: URLSearchParams
}

/** A request to authorize, checked: good, to be refused on a page, or refused by redirect. */
export type Checked =
  | { readonly request: AuthorizeRequest }
  | { readonly page: string }
  | { readonly refused: Asker; readonly error: string; readonly error_description: string }

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Where an answer may go: https, or http on this machine. */
export function isSafeRedirect(uri: string): boolean {
  if (!URL.canParse(uri)) return false
  const { protocol, hostname, hash } = new URL(uri)
  if (hash !== '') return false
  const isLocal = loopback.has(hostname) || hostname.endsWith('.localhost')
  return protocol === 'https:' || (protocol === 'http:' && isLocal)
}

/** The same request with one parameter less, or another. */
export function again({ query }: AuthorizeRequest, name: string, value?: string): string {
  const params = new URLSearchParams(query)
  if (value === undefined) params.delete(name)
  else params.set(name, value)
  return `/oauth/authorize?${params}`
}

/** Why nobody can log in with this client at all; its state may have changed since the request. */
export function whyClosed(client: Client | undefined): string | undefined {
  if (!client) return 'This client_id is not known here.'
  if (client.state === 'disabled') return `${client.name} is disabled in this organization.`
  if (client.state === 'revoked') {
    return `This organization has revoked its authorization of ${client.name}.`
  }
  return undefined
}

/** `org` and `provider` lead past the login page, and only together. */
function whyNoProvider(query: URLSearchParams, orgNames: readonly string[]): string | undefined {
  const [org, provider] = [query.get('org'), query.get('provider')]
  if (!org && !provider) return undefined
  if (!org || !provider) return 'org and provider go together: both, or neither.'
  if (!orgNames.some((name) => name.toLowerCase() === org.toLowerCase())) {
    return `There is no organization ${org} here.`
  }
  return /^[\w-]+$/.test(provider) ? undefined : `There is no identity provider ${provider} here.`
}

/** The challenge, if it is one. A public client needs it: it has no other proof. */
function whyNoChallenge(query: URLSearchParams, client: Client): string | undefined {
  const [challenge, method] = [query.get('code_challenge'), query.get('code_challenge_method')]
  if (client.secret !== undefined && challenge === null && method === null) return undefined
  if (method !== 'S256') return 'code_challenge_method must be S256'
  if (/^[\w-]{43}$/.test(challenge ?? '')) return undefined
  return 'code_challenge must be 43 characters of base64url'
}

/**
 * Checks a request to `/oauth/authorize`. While client or redirect URI are in doubt nothing is ever
 * redirected: the answer could go to a stranger.
 */
export function checkAuthorize(
  query: URLSearchParams,
  clients: readonly Client[],
  orgNames: readonly string[],
): Checked {
  const client = clients.find(({ id }) => id === query.get('client_id'))
  const closed = whyClosed(client)
  if (!client || closed !== undefined) return { page: closed ?? '' }
  const redirectUri = query.get('redirect_uri') ?? ''
  // Byte by byte: another port, another case or one more slash is another address.
  if (!client.redirectUris.includes(redirectUri) || query.getAll('redirect_uri').length > 1) {
    return { page: `This redirect_uri is not registered for ${client.name}.` }
  }
  if (!isSafeRedirect(redirectUri)) {
    return { page: 'A redirect_uri must be https, or http on this machine.' }
  }
  const noProvider = whyNoProvider(query, orgNames)
  if (noProvider !== undefined) return { page: noProvider }

  const state = query.get('state') ?? undefined
  const refused = { redirectUri, ...(state !== undefined && { state }) }
  const refuse = (error: string, error_description: string) => ({
    refused,
    error,
    error_description,
  })
  if (query.get('response_type') !== 'code') {
    return refuse('unsupported_response_type', 'response_type must be code')
  }
  if (!client.grants.includes('authorization_code')) {
    return refuse('unauthorized_client', `${client.name} is for no authorization code`)
  }
  const noChallenge = whyNoChallenge(query, client)
  if (noChallenge !== undefined) return refuse('invalid_request', noChallenge)
  const [codeChallenge, provider] = [query.get('code_challenge'), query.get('provider')]
  const loginHint = query.get('login_hint')
  return {
    request: {
      ...refused,
      client,
      ...(codeChallenge !== null && { codeChallenge }),
      ...(provider && { provider }),
      ...(loginHint && { loginHint }),
      query,
    },
  }
}
