/**
 * OAuth 2.0 authorization code with PKCE, as a public client (RFC 6749, 7636, 9207).
 * Errors of the library carry codes and tokens in `cause`: they end here, as one word.
 */
import * as oauth from 'oauth4webapi'
import type { Clock } from '~/clock'
import type { Config } from '~/config/config'
import { isLoopback } from '~/config/environment'
import type { Site } from '~/config/site'
import type { SignInProblem, Transaction } from '~/protocol/protocol'
import { secondsToWait } from './answers'
import { deadline } from './deadline'
import { wantedScopes } from './scopes'
import type { Tokens } from './vault'

/** Older answers belong to a sign-in nobody waits for any more. Milliseconds. */
const transactionLife = 600_000
/** For the token endpoint. Milliseconds. */
const patience = 15_000
/** What Genesys Cloud gives a token at the most, two days. Seconds. */
const longestLife = 172_800

export type Exchanged = Tokens | { readonly problem: SignInProblem }

/** What came of a renewal: `retryAfter` in milliseconds, where the token endpoint said so. */
export type Refreshed =
  | Tokens
  | { readonly problem: 'refused' }
  | { readonly problem: 'unreachable'; readonly retryAfter?: number | undefined }

interface Means {
  readonly clock: Clock
  readonly fetch: typeof globalThis.fetch
}

function serverOf({ environment: { login } }: Site): oauth.AuthorizationServer {
  return {
    issuer: login,
    authorization_endpoint: `${login}/oauth/authorize`,
    token_endpoint: `${login}/oauth/token`,
  }
}

/** A fresh sign-in: what to remember, and where to go. */
export async function beginSignIn(
  site: Site,
  redirectUri: string,
  returnTo: string,
  now: number,
  prompt?: 'login' | 'none',
): Promise<{ url: string; transaction: Transaction }> {
  const verifier = oauth.generateRandomCodeVerifier()
  const state = oauth.generateRandomState()
  const { login } = site.environment
  const url = new URL(`${login}/oauth/authorize`)
  url.search = new URLSearchParams({
    client_id: site.clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...(prompt ? { prompt } : {}),
    ...(site.sendScopes ? { scope: wantedScopes.join(' ') } : {}),
    ...site.sso,
  }).toString()
  return {
    url: url.href,
    transaction: {
      ...{ verifier, state, site: site.name, login },
      ...{ redirectUri, returnTo, startedAt: now, prompt },
    },
  }
}

/** Where the login host forgets the agent too. */
export function logoutOf({ environment: { login }, clientId }: Site, returnTo: string): string {
  const url = new URL(`${login}/logout`)
  url.search = new URLSearchParams({ client_id: clientId, redirect_uri: returnTo }).toString()
  return url.href
}

/** The place that a sign-in was begun with, if the configuration still has it. */
export function siteOf({ sites }: Config, { site, login }: Transaction): Site | undefined {
  return sites.find(({ name, environment }) => name === site && environment.login === login)
}

/**
 * Checks the callback's answer (its query string) against the sign-in that waits for it, and changes
 * the code for a token. Sends at most one request, and only when the answer is ours.
 */
export async function finishSignIn(
  config: Config,
  transaction: Transaction,
  answer: string,
  means: Means,
): Promise<Exchanged> {
  const { clock } = means
  const site = siteOf(config, transaction)
  if (!site) return { problem: 'mismatch' }
  if (!config.redirectUris.includes(transaction.redirectUri)) return { problem: 'mismatch' }
  if (clock.now() - transaction.startedAt > transactionLife) return { problem: 'stale' }

  const server = serverOf(site)
  const client: oauth.Client = { client_id: site.clientId }
  let params: URLSearchParams
  try {
    params = oauth.validateAuthResponse(
      server,
      client,
      new URLSearchParams(answer),
      transaction.state,
    )
    // The library leaves these to the token endpoint; nothing is asked there on a malformed answer.
    if (params.getAll('code').length !== 1) return { problem: 'mismatch' }
  } catch (error) {
    return { problem: problemOfAnswer(error) }
  }

  const { signal, cancel } = deadline(clock, patience)
  let answered = false
  try {
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      params,
      transaction.redirectUri,
      transaction.verifier,
      { signal, ...optionsFor(server, means) },
    )
    answered = true
    const tokens = tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response))
    return tokens ?? { problem: 'login-failed' }
  } catch (error) {
    // Until the last byte: an answer that stops half-way and stays silent is none either.
    if (!answered || signal.aborted) return { problem: 'login-unreachable' }
    return { problem: problemOfExchange(error) }
  } finally {
    cancel()
  }
}

/** New tokens for a refresh token. Sends one request; who asks again, and when, is decided elsewhere. */
export async function refreshTokens(
  site: Site,
  refreshToken: string,
  means: Means,
): Promise<Refreshed> {
  const server = serverOf(site)
  const client: oauth.Client = { client_id: site.clientId }
  const { signal, cancel } = deadline(means.clock, patience)
  let response: Response | undefined
  try {
    const options = { signal, ...optionsFor(server, means) }
    response = await oauth.refreshTokenGrantRequest(
      server,
      client,
      oauth.None(),
      refreshToken,
      options,
    )
    const tokens = tokensOf(await oauth.processRefreshTokenResponse(server, client, response))
    // Genesys Cloud may leave the refresh token as it was.
    return tokens ? { refreshToken, ...tokens } : { problem: 'unreachable' }
  } catch (error) {
    // Whatever else it says, only a clear no is a no: a page of a proxy ends no sign-in.
    if (error instanceof oauth.ResponseBodyError && error.status < 429)
      return { problem: 'refused' }
    const said = response?.headers.get('retry-after')
    const waits = response && (response.status === 429 || said)
    const retryAfter = waits ? secondsToWait(said ?? null) * 1000 : undefined
    return { problem: 'unreachable', retryAfter }
  } finally {
    cancel()
  }
}

/** Whether the login host answers at all: nobody is led away unasked to a page of the browser's own. */
export async function loginAnswers({ environment }: Site, { clock, fetch }: Means) {
  const { signal, cancel } = deadline(clock, patience)
  const options = {
    method: 'HEAD',
    mode: 'no-cors',
    credentials: 'omit',
    cache: 'no-store',
  } as const
  try {
    await fetch(`${environment.login}/`, { ...options, referrerPolicy: 'no-referrer', signal })
    return true
  } catch {
    return false
  } finally {
    cancel()
  }
}

function optionsFor({ issuer }: oauth.AuthorizationServer, { fetch }: Means) {
  return {
    [oauth.customFetch]: (url: string, options: RequestInit) =>
      fetch(url, {
        ...options,
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      }),
    [oauth.allowInsecureRequests]: isLoopback(new URL(issuer).hostname),
  }
}

/** Undefined for a life that is none: it would end as it begins. The library refuses what is no number. */
function tokensOf(answer: oauth.TokenEndpointResponse): Tokens | undefined {
  const { access_token, expires_in, refresh_token } = answer
  if (expires_in !== undefined && expires_in < 1) return undefined
  return {
    token: access_token,
    expiresIn: expires_in && Math.min(expires_in, longestLife),
    ...(refresh_token ? { refreshToken: refresh_token } : {}),
  }
}

function problemOfAnswer(error: unknown): SignInProblem {
  if (!(error instanceof oauth.AuthorizationResponseError)) return 'mismatch'
  if (error.error === 'access_denied') return 'denied'
  // To a round trip that nobody asked for: the login host wants to see the agent (OpenID Connect, 3.1.2.6).
  if (error.error.endsWith('_required')) return 'ended'
  const passes = error.error === 'server_error' || error.error === 'temporarily_unavailable'
  return passes ? 'login-failed' : problemOfRefusal(error.error)
}

function problemOfExchange(error: unknown): SignInProblem {
  // A page, a redirect, half a document, too many at once: answered, but not with a token.
  if (!(error instanceof oauth.ResponseBodyError) || error.status === 429) return 'login-failed'
  return error.error === 'invalid_grant' ? 'code-refused' : problemOfRefusal(error.error)
}

/** RFC 6749, 4.1.2.1 and 5.2: what is refused is this app, or what it asked for. */
function problemOfRefusal(error: string): SignInProblem {
  if (error === 'invalid_client') return 'client-refused'
  return error === 'unauthorized_client' ? 'client-pending' : 'login-refused'
}
