import type { Faults } from '../faults'
import { type Fields, isFields } from '../http/json'
import type { Template } from '../http/router'
import type { Journal } from '../journal'
import type { Agent, OrganisationName } from '../org/organisation'
import type { ScenarioChoice } from '../scenario/scenario'
import type { World } from '../world'

/** What the control API holds in its hands. */
export interface Controls {
  world(): World
  readonly faults: Faults
  readonly journal: Journal
  readonly speed: number
  readonly seed: number
  reset(seed?: number, organisation?: OrganisationName): void
  playScenario(choice: ScenarioChoice | 'off'): void
}

export interface ControlAsk extends Controls {
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  readonly body: Fields
}

export interface ControlAnswer {
  readonly status: number
  readonly body?: unknown
}

export interface ControlRoute extends Template {
  readonly answer: (ask: ControlAsk) => ControlAnswer
}

/** A request that cannot be met; `field` names what is wrong with it. */
export class BadAsk extends Error {
  readonly status: number
  readonly field: string | undefined

  constructor(message: string, field?: string, status = 400) {
    super(message)
    this.status = status
    this.field = field
  }
}

/** Nothing but what is understood: a mistyped field would mean everybody and everything. */
export function requireKnown({ body }: ControlAsk, names: readonly string[]): void {
  const unknown = Object.keys(body).find((name) => !names.includes(name))
  if (unknown !== undefined) throw new BadAsk(`There is no ${unknown} here`, unknown)
}

export function optionalText({ body }: ControlAsk, field: string): string | undefined {
  const value = body[field]
  if (value === undefined) return undefined
  if (typeof value !== 'string' || value === '') throw new BadAsk(`${field} must be a text`, field)
  return value
}

export function requiredText(ask: ControlAsk, field: string): string {
  const value = optionalText(ask, field)
  if (value === undefined) throw new BadAsk(`${field} is required`, field)
  return value
}

/** The longest a timer waits: some 24 days. */
export const longestMs = 2 ** 31 - 1

interface Range {
  readonly least?: number
  readonly most?: number
  readonly whole?: boolean
}

export function optionalNumber(
  { body }: ControlAsk,
  field: string,
  { least = 0, most = Number.MAX_SAFE_INTEGER, whole = true }: Range = {},
): number | undefined {
  const value = body[field]
  if (value === undefined) return undefined
  const fits = typeof value === 'number' && value >= least && value <= most
  if (!fits || (whole && !Number.isInteger(value))) {
    const range = most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `${least} to ${most}`
    throw new BadAsk(`${field} must be a ${whole ? 'whole ' : ''}number, ${range}`, field)
  }
  return value
}

export function requiredNumber(ask: ControlAsk, field: string, range: Range): number {
  const value = optionalNumber(ask, field, range)
  if (value === undefined) throw new BadAsk(`${field} is required`, field)
  return value
}

/** The id of an existing user, when the body names one. */
export function optionalUser(ask: ControlAsk): string | undefined {
  const userId = optionalText(ask, 'userId')
  if (userId !== undefined && !ask.world().org.userById.has(userId)) {
    throw new BadAsk(`There is no user ${userId}`, 'userId')
  }
  return userId
}

/** The user of the path. */
export function userOfPath({ params, world }: ControlAsk): Agent {
  const user = world().org.userById.get(params.userId ?? '')
  if (!user) throw new BadAsk(`There is no user ${params.userId}`, undefined, 404)
  return user
}

export function parseBody(text: string): Fields {
  if (text.trim() === '') return {}
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    throw new BadAsk('The body is not JSON', 'body')
  }
  if (!isFields(body)) throw new BadAsk('The body must be an object', 'body')
  return body
}
