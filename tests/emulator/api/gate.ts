import type { Exchange } from '../http/exchange'
import { parseJson } from '../http/json'
import type { Token, Tokens } from '../oauth/tokens'
import type { Agent } from '../org/organisation'
import { Refused } from './errors'
import type { Route } from './routes'

/** What a request carries for a token. */
export function bearerOf({ headers }: Exchange): string | undefined {
  return /^Bearer (.+)$/i.exec(headers.get('authorization') ?? '')?.[1]
}

/** The token a request carries, dead or alive. */
export function tokenOf(exchange: Exchange, tokens: Tokens): Token | undefined {
  const value = bearerOf(exchange)
  return value === undefined ? undefined : tokens.find(value)
}

export function requireToken(exchange: Exchange, tokens: Tokens): Token {
  if (!/^Bearer ./i.test(exchange.headers.get('authorization') ?? '')) {
    throw new Refused('authentication.required')
  }
  const token = tokenOf(exchange, tokens)
  if (token?.state !== 'live') throw new Refused('bad.credentials')
  return token
}

/**
 * Scopes bound the client, permissions the user: both must allow. A client without a user has permissions
 * of its own, and no scopes.
 */
export function requireRights(
  route: Route,
  token: Token,
  holder: Pick<Agent, 'permissions'>,
  takesPart: boolean,
): void {
  const isAdmitted = route.scopes.some((scope) => token.scopes.includes(scope))
  if (token.userId !== undefined && !isAdmitted) {
    throw new Refused('app.not.authorized.for.scope', route.scopes.at(-1) ?? '')
  }
  const { permissions } = route
  if (!permissions || (route.participantsToo && takesPart)) return
  const has = (permission: string) => holder.permissions.includes(permission)
  if ('any' in permissions && !permissions.any.some(has)) {
    throw new Refused('missing.any.permissions', permissions.any.join(', '))
  }
  if ('all' in permissions && !permissions.all.every(has)) {
    const missing = permissions.all.filter((permission) => !has(permission))
    throw new Refused('missing.permissions', missing.join(', '))
  }
}

/** Whether the request leaves the token's idle time as it is. */
export function preservesIdleTime(
  { query }: Pick<Exchange, 'query'>,
  { operation }: Route,
): boolean {
  return operation === 'getTokensMe' && query.get('preserveIdleTTL') === 'true'
}

/** The body as JSON; nothing when there is none. */
export function requireJson({ body, headers }: Exchange): unknown {
  if (body === '') return undefined
  if (!/^application\/json\s*(;|$)/i.test(headers.get('content-type') ?? '')) {
    throw new Refused('unsupported.media.type')
  }
  try {
    return parseJson(body)
  } catch {
    throw new Refused('bad.request')
  }
}
