import { type Fields, isFields } from '../http/json'
import type { Token } from '../oauth/tokens'
import type { Agent, Queue } from '../org/organisation'
import type { World } from '../world'
import { type ErrorCode, Refused } from './errors'

/** A request that has passed the gate. */
export interface Ask {
  readonly world: World
  /** Throws `not.a.user` when the token is a client's own. */
  readonly user: Agent
  /** The user's; without one, the client's own. */
  readonly permissions: readonly string[]
  readonly token: Token
  readonly path: string
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: unknown
}

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export type Handler = (ask: Ask) => Answer

export const ok = (body: unknown): Answer => ({ status: 200, body })

/** What commands are answered with; their effect comes by notification. */
export const accepted: Answer = { status: 202 }

export function param({ params }: Ask, name: string): string {
  return params[name] ?? ''
}

/** The body, which must be an object. */
export function fields({ body }: Ask): Fields {
  if (!isFields(body)) throw new Refused('bad.request')
  return body
}

export function userFor(ask: Ask, code: ErrorCode = 'not.found'): Agent {
  const found = ask.world.org.userById.get(param(ask, 'userId'))
  if (!found) throw new Refused(code)
  return found
}

export function queueFor(ask: Ask): Queue {
  const found = ask.world.org.queueById.get(param(ask, 'queueId'))
  if (!found) throw new Refused('resource.not.found')
  return found
}
