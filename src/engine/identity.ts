/** Whose token it is, and what it may do: read once after a log-in, beside everything else. */
import { failureOf } from '~/genesys/errors'
import { text } from '~/genesys/values'
import type { IdleTokenTimeout, TokenInfo, User } from '~/genesys/wire'
import type { Http } from './http'
import { lackingScopes } from './scopes'
import type { Trail } from './trail'

/** The one question about the agent that the desk asks as well. */
export const whoParams = { expand: 'organization,authorization' } as const

export const askWho = (http: Http): Promise<unknown> => http.call('getMe', { ...whoParams })

export function idOf(me: unknown): string | undefined {
  return text((me as User | undefined)?.id)
}

/** The scopes that the client lacks; none when Genesys Cloud does not say. */
export async function readLacking(http: Http, trail: Trail): Promise<readonly string[]> {
  try {
    const info = (await http.call('getToken', { preserveIdleTTL: 'true' })) as TokenInfo
    if (!Array.isArray(info?.authorizedScope)) return []
    const lacking = lackingScopes(info.authorizedScope)
    if (lacking.length > 0) trail.note('scopes-lacking', lacking.join(' '))
    return lacking
  } catch (error) {
    unread(error, trail)
    return []
  }
}

/** Milliseconds without a request after which the organization ends a sign-in; undefined: it does not. */
export async function readIdleTimeout(http: Http, trail: Trail): Promise<number | undefined> {
  try {
    const timeout = (await http.call('getIdleTimeout', {})) as IdleTokenTimeout | undefined
    const seconds = timeout?.enableIdleTokenTimeout ? timeout.idleTokenTimeoutSeconds : undefined
    return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined
  } catch (error) {
    return unread(error, trail)
  }
}

/** Less is known then, and everything goes on. */
function unread(error: unknown, trail: Trail): undefined {
  const failure = failureOf(error, 'getToken')
  trail.note('not-read', failure.kind, failure.correlationId)
}
