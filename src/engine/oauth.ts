/**
 * OAuth 2.0 authorization code with PKCE, as a public client (RFC 6749, 7636, 9207).
 * Errors of the library carry codes and tokens in `cause`: they end here, as one word.
 */
import * as oauth from 'oauth4webapi'
import type { Clock } from '~/clock'
import type { Config } from '~/config/config'
import { isLoopback } from '~/config/environment'
import type { SignInProblem, Transaction } from '~/protocol'
import { deadline } from './deadline'

/** Older answers belong to a sign-in nobody waits for any more. Milliseconds. */
const transactionLife = 600_000
/** For the token endpoint. Milliseconds. */
const patience = 15_000
/** What Genesys Cloud gives a token at the most, two days. Seconds. */
const longestLife = 172_800

export type Exchanged =
  | { readonly token: string; readonly expiresIn: number | undefined }
  | { readonly problem: SignInProblem }

function serverOf(config: Config): oauth.AuthorizationServer {
  const { login } = config.sites[0].environment
  return {
    issuer: login,
    authorization_endpoint: `${login}/oauth/authorize`,
    token_endpoint: `${login}/oauth/token`,
  }
}

/** A fresh sign-in: what to remember, and where to go. */
export async function beginSignIn(
  config: Config,
  redirectUri: string,
  returnTo: string,
  now: number,
): Promise<{ url: string; transaction: Transaction }> {
  const verifier = oauth.generateRandomCodeVerifier()
  const state = oauth.generateRandomState()
  const url = new URL(`${config.sites[0].environment.login}/oauth/authorize`)
  url.search = new URLSearchParams({
    client_id: config.sites[0].clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    state,
    ...config.sites[0].sso,
  }).toString()
  const { login } = config.sites[0].environment
  return {
    url: url.href,
    transaction: { verifier, state, login, redirectUri, returnTo, startedAt: now },
  }
}

/**
 * Checks the callback's answer (its query string) against the sign-in that waits for it, and changes
 * the code for a token. Sends at most one request, and only when the answer is ours.
 */
export async function finishSignIn(
  config: Config,
  transaction: Transaction,
  answer: string,
  { clock, fetch }: { readonly clock: Clock; readonly fetch: typeof globalThis.fetch },
): Promise<Exchanged> {
  if (transaction.login !== config.sites[0].environment.login) return { problem: 'mismatch' }
  if (!config.redirectUris.includes(transaction.redirectUri)) return { problem: 'mismatch' }
  if (clock.now() - transaction.startedAt > transactionLife) return { problem: 'stale' }

  const server = serverOf(config)
  const client: oauth.Client = { client_id: config.sites[0].clientId }
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
      {
        signal,
        [oauth.customFetch]: (url: string, options: RequestInit) =>
          fetch(url, {
            ...options,
            credentials: 'omit',
            cache: 'no-store',
            referrerPolicy: 'no-referrer',
          }),
        [oauth.allowInsecureRequests]: isLoopback(new URL(server.issuer).hostname),
      },
    )
    answered = true
    const { access_token, expires_in } = await oauth.processAuthorizationCodeResponse(
      server,
      client,
      response,
    )
    // A life that is none would end the sign-in as it begins. The library refuses what is no number.
    if (expires_in !== undefined && expires_in < 1) return { problem: 'login-failed' }
    return { token: access_token, expiresIn: expires_in && Math.min(expires_in, longestLife) }
  } catch (error) {
    // Until the last byte: an answer that stops half-way and stays silent is none either.
    if (!answered || signal.aborted) return { problem: 'login-unreachable' }
    return { problem: problemOfExchange(error) }
  } finally {
    cancel()
  }
}

function problemOfAnswer(error: unknown): SignInProblem {
  if (!(error instanceof oauth.AuthorizationResponseError)) return 'mismatch'
  if (error.error === 'access_denied') return 'denied'
  // To a round trip that nobody asked for: the login host wants to see the agent (OpenID Connect, 3.1.2.6).
  if (error.error.endsWith('_required')) return 'ended'
  const passes = error.error === 'server_error' || error.error === 'temporarily_unavailable'
  return passes ? 'login-failed' : 'login-refused'
}

function problemOfExchange(error: unknown): SignInProblem {
  // A page, a redirect, half a document, too many at once: answered, but not with a token.
  if (!(error instanceof oauth.ResponseBodyError) || error.status === 429) return 'login-failed'
  return error.error === 'invalid_grant' ? 'code-refused' : 'login-refused'
}
