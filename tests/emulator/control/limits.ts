import { isFields } from '../http/json'
import type { EndpointLimit, LimitSettings } from '../limits/settings'
import { BadAsk, type ControlAsk, type ControlRoute, optionalNumber, optionalText } from './ask'
import { optionalOperation } from './faults'

const limits = ['token', 'userApp', 'organisation'] as const
const switches = ['headers', 'retryAfterHeader'] as const
const known: readonly string[] = [...limits, ...switches, 'operations', 'window', 'foreign']

/** The same question of an object within the body; `field` leads to it. */
function within<T>(ask: ControlAsk, field: string, body: unknown, read: (ask: ControlAsk) => T): T {
  if (!isFields(body)) throw new BadAsk(`${field} must be an object`, field)
  try {
    return read({ ...ask, body })
  } catch (error) {
    if (!(error instanceof BadAsk)) throw error
    throw new BadAsk(`${field}.${error.message}`, `${field}.${error.field}`, error.status)
  }
}

function endpointFrom(ask: ControlAsk): EndpointLimit {
  const operation = optionalOperation(ask)
  const path = optionalText(ask, 'path')
  const method = optionalText(ask, 'method')?.toUpperCase()
  if (operation === undefined && path === undefined) {
    throw new BadAsk('operation or path is required', 'operation')
  }
  const max = optionalNumber(ask, 'max', { least: 1 })
  if (max === undefined) throw new BadAsk('max is required', 'max')
  const per = optionalText(ask, 'per') ?? 'token'
  if (per !== 'token' && per !== 'organisation') {
    throw new BadAsk('per must be token or organisation', 'per')
  }
  return {
    ...(method !== undefined && { method }),
    ...(operation !== undefined && { operation }),
    ...(path !== undefined && { path }),
    max,
    per,
  }
}

function endpointsFrom(ask: ControlAsk): Pick<LimitSettings, 'operations'> | undefined {
  const { operations } = ask.body
  if (operations === undefined) return undefined
  if (!Array.isArray(operations)) throw new BadAsk('operations must be a list', 'operations')
  return {
    operations: operations.map((one, index) =>
      within(ask, `operations[${index}]`, one, endpointFrom),
    ),
  }
}

function windowFrom(ask: ControlAsk): Pick<LimitSettings, 'window'> | undefined {
  if (ask.body.window === undefined) return undefined
  const old = ask.world().limits.settings.window
  return within(ask, 'window', ask.body.window, (inner) => {
    const kind = optionalText(inner, 'kind') ?? old.kind
    if (kind !== 'fixed' && kind !== 'rolling') {
      throw new BadAsk('kind must be fixed or rolling', 'kind')
    }
    const seconds = optionalNumber(inner, 'seconds', { least: 1, most: 86_400 }) ?? old.seconds
    return { window: { kind, seconds } }
  })
}

function set(ask: ControlAsk) {
  const { body } = ask
  const unknown = Object.keys(body).find((name) => !known.includes(name))
  if (unknown !== undefined) throw new BadAsk(`There is no ${unknown} to limit`, unknown)
  const numbers = limits.flatMap((name) => {
    const value = body[name] === null ? null : optionalNumber(ask, name, { least: 1 })
    return value === undefined ? [] : [[name, value]]
  })
  const flags = switches.flatMap((name) => {
    const value = body[name]
    if (value !== undefined && typeof value !== 'boolean') {
      throw new BadAsk(`${name} must be true or false`, name)
    }
    return value === undefined ? [] : [[name, value]]
  })
  const foreign = optionalNumber(ask, 'foreign', { most: 100_000, whole: false })
  ask.world().limits.set({
    ...Object.fromEntries(numbers),
    ...Object.fromEntries(flags),
    ...endpointsFrom(ask),
    ...windowFrom(ask),
    ...(foreign !== undefined && { foreign }),
  })
  return tell(ask)
}

function tell({ world }: ControlAsk) {
  const { settings, all } = world().limits
  return { status: 200, body: { ...settings, use: all() } }
}

/** How many requests are taken, until the reset. */
export const limitRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: '/limits', answer: tell },
  { method: 'POST', path: '/limits', answer: set },
]
