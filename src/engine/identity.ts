/** Whose token it is, and what it may do: read once after a log-in, beside everything else. */
import type { Config } from '~/config/config'
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
    return unread(error, trail)
  }
}

/** Milliseconds after which an idle desk locks: the organization's own time-out, or a shorter one of ours. */
export async function readIdleLimit(
  http: Http,
  { idleLockMinutes }: Config,
  trail: Trail,
): Promise<number | undefined> {
  const own = idleLockMinutes === undefined ? [] : [idleLockMinutes * 60_000]
  const [timeout] = await http.call('getIdleTimeout', {}).then(
    (answer) => [answer as IdleTokenTimeout],
    (error: unknown) => unread(error, trail),
  )
  const seconds = timeout?.enableIdleTokenTimeout ? timeout.idleTokenTimeoutSeconds : undefined
  const limits = typeof seconds === 'number' && seconds > 0 ? [...own, seconds * 1000] : own
  return limits.length > 0 ? Math.min(...limits) : undefined
}

/** Less is known then, and everything goes on. */
function unread(error: unknown, trail: Trail): [] {
  const failure = failureOf(error, 'getToken')
  trail.note('not-read', failure.kind, failure.correlationId)
  return []
}
