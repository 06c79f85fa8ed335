import type { Exchange, FaultStatus, Handled, Host } from '../http/exchange'
import { bytesMax } from '../http/intake'
import { json } from '../http/json'
import { match } from '../http/router'
import { lateHeaders } from '../limits/wire'
import type { World } from '../world'
import type { Answer } from './ask'
import { codeFor, codeOfStatus, errorBody, isErrorCode, Refused } from './errors'
import { requireFit } from './fitting'
import {
  bearerOf,
  preservesIdleTime,
  requireJson,
  requireRights,
  requireToken,
  tokenOf,
} from './gate'
import { handlers, routes } from './handlers'
import type { Route } from './routes'
import { heard, limitHeaders, toResponse } from './wording'

/** Passes a request through the gate, and on to what answers its operation. */
function carryOut(
  route: Route,
  params: Readonly<Record<string, string>>,
  exchange: Exchange,
  world: World,
): Answer {
  const token = requireToken(exchange, world.tokens)
  if (!preservesIdleTime(exchange, route)) world.tokens.used(token.id)
  const wait = world.limits.admit(token, { ...exchange, operation: route.operation })
  if (wait !== undefined) throw new Refused('too.many.requests.retry.after', String(wait))
  const user = world.org.userById.get(token.userId ?? '')
  const client = world.clients.find(({ id }) => id === token.clientId)
  const participants = world.conversations.get(params.conversationId ?? '')?.participants ?? []
  const takesPart = participants.some(({ userId }) => userId !== undefined && userId === user?.id)
  const holder = user ?? { permissions: client?.permissions ?? [] }
  requireRights(route, token, holder, takesPart)
  const body = requireJson(exchange)
  const handler = handlers[route.operation]
  if (!handler) throw new Refused('not.found')
  const { path, query } = exchange
  requireFit(route.operation, query, body)
  return handler({
    world,
    permissions: holder.permissions,
    token,
    path,
    params,
    query,
    body,
    get user() {
      if (!user) throw new Refused('not.a.user')
      return user
    },
  })
}

function refusal({ code, params }: Refused, { correlationId }: Exchange): Answer {
  const body = errorBody(code, params, correlationId)
  const headers =
    code === 'too.many.requests.retry.after'
      ? { 'retry-after': params[0] ?? '', ...lateHeaders }
      : undefined
  return { status: body.status, body, ...(headers && { headers }) }
}

/** Whatever happens is an official answer: the process never ends over a request. */
function answered(operation: string, exchange: Exchange, attempt: () => Answer): Answer {
  try {
    return attempt()
  } catch (error) {
    if (error instanceof Refused) {
      return refusal(new Refused(codeFor(operation, error.code), ...error.params), exchange)
    }
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
    return refusal(new Refused('internal.server.error'), exchange)
  }
}

function handle(exchange: Exchange, current: World): Handled {
  const { method, path, query, body } = exchange
  const found = match(routes, method, path)
  if (typeof found === 'string') {
    const code = found === 'unknown path' ? 'not.found' : 'method.not.allowed'
    return {
      response: toResponse(refusal(new Refused(code), exchange), '', current),
      effect: false,
    }
  }
  const { route, params } = found
  const { operation } = route
  const attempt = () => carryOut(route, params, heard(exchange, operation, current), current)
  const answer = answered(operation, exchange, attempt)
  const { status, body: told } = answer
  current.watch?.answered({ operation, query, body, status, answer: told })
  const headers = { ...limitHeaders(exchange, operation, current), ...answer.headers }
  return {
    response: toResponse({ ...answer, headers }, operation, current),
    effect: route.changes && status < 300,
  }
}

/** The API host: everything under `/api/v2`. `world` is asked for anew with every request. */
export function createApiHost(world: () => World): Host {
  /** Another server vouches for the token first; while it cannot be asked nobody is let in or thrown out. */
  async function handleGuest(exchange: Exchange, current: World): Promise<Handled> {
    const token = bearerOf(exchange)
    try {
      if (token !== undefined) await current.guests?.admit(token)
    } catch {
      return { response: host.faultResponse({ status: 503 }, exchange), effect: false }
    }
    return handle(exchange, current)
  }

  const host: Host = {
    operationOf({ method, path }) {
      const found = match(routes, method, path)
      return typeof found === 'string' ? '' : found.route.operation
    },
    userOf: (exchange) => tokenOf(exchange, world().tokens)?.userId,
    isRead: ({ method }) => method === 'GET' || method === 'HEAD',
    isShared: () => true,
    handle(exchange) {
      const current = world()
      return current.guests ? handleGuest(exchange, current) : handle(exchange, current)
    },
    faultResponse({ status, code, retryAfter }: FaultStatus, exchange) {
      // What the message names: bytes, or seconds.
      const most = status === 413 ? String(bytesMax) : String(retryAfter ?? '')
      const standard =
        status === 429 && retryAfter !== undefined
          ? 'too.many.requests.retry.after'
          : codeOfStatus(status)
      const known = code !== undefined && isErrorCode(code) ? code : standard
      const body = errorBody(known ?? 'internal.server.error', [most], exchange.correlationId)
      const response = json({ ...body, status, code: code ?? standard ?? `http.${status}` }, status)
      const late = Object.entries(status === 429 ? lateHeaders : {})
      for (const [name, value] of late) response.headers.set(name, value)
      if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter))
      return response
    },
  }
  return host
}
