import type { Client } from './clients'

export interface AuthorizeRequest {
  readonly client: Client
  readonly redirectUri: string
  readonly codeChallenge: string
  readonly state?: string
}

/** A request to authorize, checked: good, to be refused on a page, or refused by redirect. */
export type Checked =
  | { readonly request: AuthorizeRequest }
  | { readonly page: string }
  | { readonly redirect: string }

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Where an answer may go: https, or http on this machine. */
export function isSafeRedirect(uri: string): boolean {
  if (!URL.canParse(uri)) return false
  const { protocol, hostname, hash } = new URL(uri)
  if (hash !== '') return false
  return protocol === 'https:' || (protocol === 'http:' && loopback.has(hostname))
}

/** Adds the parameters that are set to a redirect URI. */
export function withQuery(uri: string, params: Record<string, string | undefined>): string {
  const url = new URL(uri)
  for (const [name, value] of Object.entries(params)) {
    if (value !== undefined) url.searchParams.set(name, value)
  }
  return url.href
}

/**
 * Checks a request to `/oauth/authorize`. While client or redirect URI are in doubt nothing is ever
 * redirected: the answer could go to a stranger.
 */
export function checkAuthorize(query: URLSearchParams, clients: readonly Client[]): Checked {
  const client = clients.find(({ id }) => id === query.get('client_id'))
  if (!client) return { page: 'This client_id is not known here.' }
  const redirectUri = query.get('redirect_uri') ?? ''
  // Byte by byte: another port, another case or one more slash is another address.
  if (!client.redirectUris.includes(redirectUri) || query.getAll('redirect_uri').length > 1) {
    return { page: `This redirect_uri is not registered for ${client.name}.` }
  }
  if (!isSafeRedirect(redirectUri)) {
    return { page: 'A redirect_uri must be https, or http on this machine.' }
  }

  const state = query.get('state') ?? undefined
  const refuse = (error: string, error_description: string) => ({
    redirect: withQuery(redirectUri, { error, error_description, state }),
  })
  if (query.get('response_type') !== 'code') {
    return refuse('unsupported_response_type', 'response_type must be code')
  }
  if (query.get('code_challenge_method') !== 'S256') {
    return refuse('invalid_request', 'code_challenge_method must be S256')
  }
  const codeChallenge = query.get('code_challenge') ?? ''
  if (!/^[\w-]{43}$/.test(codeChallenge)) {
    return refuse('invalid_request', 'code_challenge must be 43 characters of base64url')
  }
  return { request: { client, redirectUri, codeChallenge, ...(state !== undefined && { state }) } }
}
