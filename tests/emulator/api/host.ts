import type { Exchange, FaultStatus, Handled, Host } from '../http/exchange'
import { json } from '../http/json'
import { match } from '../http/router'
import type { World } from '../world'
import { codeOfStatus, type ErrorCode, errorBody, isErrorCode, Refused } from './errors'
import { requireJson, requireRights, requireToken, tokenOf } from './gate'
import { handlers } from './handlers'
import { type Route, routes } from './routes'

function refusal(code: ErrorCode, params: readonly string[], exchange: Exchange): Response {
  const body = errorBody(code, params, exchange.correlationId)
  const response = json(body, body.status)
  if (code === 'too.many.requests.retry.after') response.headers.set('retry-after', params[0] ?? '')
  return response
}

function route(exchange: Exchange) {
  const found = match(routes, exchange.method, exchange.path)
  if (found === 'unknown path') throw new Refused('not.found')
  if (found === 'wrong method') throw new Refused('method.not.allowed')
  return found
}

function answer(exchange: Exchange, world: World): Handled {
  const { route: target, params } = route(exchange)
  const token = requireToken(exchange, world.tokens)
  const wait = world.limit(token.id)
  if (wait !== undefined) throw new Refused('too.many.requests.retry.after', String(wait))
  const user = world.org.users.find(({ id }) => id === token.userId)
  if (!user) throw new Refused('not.a.user')
  const participants = world.conversations.get(params.conversationId ?? '')?.participants ?? []
  const takesPart = participants.some(({ userId }) => userId === user.id)
  const rights: Route = target
  requireRights(rights, token, user, takesPart)
  const body = requireJson(exchange)

  const { path, query } = exchange
  const { status, body: result } = handlers[target.operation]({
    world,
    user,
    token,
    path,
    params,
    query,
    body,
  })
  const response = result === undefined ? new Response(null, { status }) : json(result, status)
  return { response, effect: rights.changes === true && status < 300 }
}

/** The API host: everything under `/api/v2`. `world` is asked for anew with every request. */
export function createApiHost(world: () => World): Host {
  return {
    operationOf({ method, path }) {
      const found = match(routes, method, path)
      return typeof found === 'string' ? '' : found.route.operation
    },
    userOf: (exchange) => tokenOf(exchange, world().tokens)?.userId,
    isRead: ({ method }) => method === 'GET' || method === 'HEAD',
    isShared: () => true,
    handle(exchange) {
      try {
        return answer(exchange, world())
      } catch (error) {
        if (error instanceof Refused) {
          return { response: refusal(error.code, error.params, exchange), effect: false }
        }
        process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
        return { response: refusal('internal.server.error', [], exchange), effect: false }
      }
    },
    faultResponse({ status, code, retryAfter }: FaultStatus, exchange) {
      const seconds = String(retryAfter ?? '')
      const standard =
        status === 429 && retryAfter !== undefined
          ? 'too.many.requests.retry.after'
          : codeOfStatus(status)
      const known = code !== undefined && isErrorCode(code) ? code : standard
      const body = errorBody(known ?? 'internal.server.error', [seconds], exchange.correlationId)
      const response = json({ ...body, status, code: code ?? standard ?? `http.${status}` }, status)
      if (retryAfter !== undefined) response.headers.set('retry-after', seconds)
      return response
    },
  }
}
