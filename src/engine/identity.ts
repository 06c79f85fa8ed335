/** Whose token it is, and what it may do: read once after a log-in, beside everything else. */
import { failureOf } from '~/genesys/errors'
import { text } from '~/genesys/values'
import type { User } from '~/genesys/wire'
import type { IdleTokenTimeout, TokenInfo } from '~/genesys/wirechannel'
import type { Http } from './http'
import { lackingScopes } from './scopes'
import type { Trail } from './trail'

/** The one question about the agent that the desk asks as well. */
const whoParams = { expand: 'organization,authorization' } as const

const askWho = (http: Http): Promise<unknown> => http.call('getMe', { ...whoParams })

function idOf(me: unknown): string | undefined {
  return text((me as User | undefined)?.id)
}

/** Whose token that is; undefined when it cannot be read. */
export const readOwner = (http: Http): Promise<string | undefined> =>
  askWho(http).then(idOf, () => undefined)

export interface Identity {
  /** The agent's id, as far as it is known. */
  id(): string | undefined
  /** Somebody new: asked at once, for the desk's first question. */
  begin(): void
  /** Whether that is the question which is answered here. */
  isAsked(operation: string, params: Readonly<Record<string, string | undefined>>): boolean
  /** The answer: the first time, of what was asked beside the log-in. */
  answer(): Promise<unknown>
  /** When what was asked beside the log-in has been answered, or will not be. */
  read(): Promise<unknown>
}

export function createIdentity(http: Http): Identity {
  let id: string | undefined
  let first: Promise<unknown> | undefined
  /** Counts the agents: a late answer is of one who has left. */
  let agents = 0

  async function learn(asked: Promise<unknown>) {
    const mine = agents
    const me = await asked
    if (mine === agents) id = idOf(me)
    return me
  }

  return {
    id: () => id,
    begin() {
      agents++
      id = undefined
      first = learn(askWho(http))
      first.catch(() => {})
    },
    isAsked: (operation, { expand }) => operation === 'getMe' && expand === whoParams.expand,
    answer() {
      const asked = first ?? learn(askWho(http))
      first = undefined
      return asked
    },
    read: () => Promise.resolve(first).catch(() => {}),
  }
}

export interface Lacking {
  /** As far as is known. */
  scopes(): readonly string[]
  /** What was found is of somebody who has left. */
  clear(): void
  /** Somebody new: looked up once. */
  begin(): void
}

/** The scopes that the client lacks. */
export function createLacking(http: Http, trail: Trail, onFound: () => void): Lacking {
  let found: readonly string[] = []
  let agents = 0
  return {
    scopes: () => found,
    clear() {
      agents++
      found = []
    },
    begin() {
      const mine = agents
      void readLacking(http, trail).then((lacking) => {
        if (mine !== agents || lacking.length === 0) return
        found = lacking
        onFound()
      })
    },
  }
}

/** None when Genesys Cloud does not say. */
async function readLacking(http: Http, trail: Trail): Promise<readonly string[]> {
  try {
    const info = (await http.call('getToken', { preserveIdleTTL: 'true' })) as TokenInfo
    if (!Array.isArray(info?.authorizedScope)) return []
    const lacking = lackingScopes(info.authorizedScope)
    if (lacking.length > 0) trail.note('scopes-lacking', lacking.join(' '))
    return lacking
  } catch (error) {
    noteUnread(error, trail)
    return []
  }
}

/** Milliseconds without a request after which the organization ends a sign-in; undefined: it does not. */
export async function readIdleTimeout(http: Http): Promise<number | undefined> {
  const timeout = (await http.call('getIdleTimeout', {})) as IdleTokenTimeout | undefined
  const seconds = timeout?.enableIdleTokenTimeout ? timeout.idleTokenTimeoutSeconds : undefined
  return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined
}

/** Less is known then, and everything goes on. */
export function noteUnread(error: unknown, trail: Trail): void {
  const failure = failureOf(error, 'getToken')
  trail.note('not-read', failure.kind, failure.correlationId)
}
