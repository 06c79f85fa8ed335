import { parse, serialize } from 'hono/utils/cookie'
import type { Exchange, Handled, Host } from '../http/exchange'
import { json } from '../http/json'
import { match, type Template } from '../http/router'
import type { World } from '../world'
import { authorize, login } from './authorize'
import { approve, consent } from './consent'
import { atProvider, backFromProvider, chosenAtProvider } from './idp'
import type { Login } from './logins'
import { logout } from './logout'
import { metadata } from './metadata'
import { messagePage } from './pages'
import { redeem } from './token'
import type { Visit } from './visit'

interface Route extends Template {
  readonly operation: string
  readonly answer: (visit: Visit) => Handled | Promise<Handled>
}

const metadataPath = '/.well-known/oauth-authorization-server'

const routes: readonly Route[] = [
  { operation: 'authorize', method: 'GET', path: '/oauth/authorize', answer: authorize },
  { operation: 'login', method: 'POST', path: '/oauth/login', answer: login },
  { operation: 'consent', method: 'POST', path: '/oauth/consent', answer: consent },
  { operation: 'approve', method: 'POST', path: '/oauth/approve', answer: approve },
  { operation: 'provider', method: 'GET', path: '/idp/{provider}', answer: atProvider },
  { operation: 'provider', method: 'POST', path: '/idp/{provider}', answer: chosenAtProvider },
  { operation: 'return', method: 'GET', path: '/oauth/idp', answer: backFromProvider },
  { operation: 'token', method: 'POST', path: '/oauth/token', answer: redeem },
  { operation: 'logout', method: 'GET', path: '/logout', answer: logout },
  { operation: 'metadata', method: 'GET', path: metadataPath, answer: metadata },
]

/** What requests to the login host go by in `GET /requests`. */
export const loginOperations: readonly string[] = routes.map(({ operation }) => operation)

/** Cookies know no ports: the name keeps several emulators on one machine apart. */
const cookieName = (world: World) => `genesys_local_${new URL(world.login).port}`

function loginOf({ headers }: Exchange, world: World): Login | undefined {
  const name = cookieName(world)
  return world.logins.find(parse(headers.get('cookie') ?? '', name)[name])
}

/** The login host: pages for people, and the token endpoint. */
export function createLoginHost(world: () => World): Host {
  function visit(
    exchange: Exchange,
    params: Readonly<Record<string, string>>,
    current: World,
  ): Visit {
    const { body, query, headers } = exchange
    return {
      world: current,
      params,
      query,
      form: new URLSearchParams(body),
      headers,
      login: loginOf(exchange, current),
      setLogin(response, entry) {
        const options = { path: '/', httpOnly: true, sameSite: 'Lax' } as const
        const cookie = entry
          ? serialize(cookieName(current), entry.id, options)
          : serialize(cookieName(current), '', { ...options, maxAge: 0 })
        response.headers.append('set-cookie', cookie)
        return response
      },
    }
  }

  async function nothing(status: 404 | 405): Promise<Handled> {
    const text = status === 404 ? 'There is no such page.' : 'That is no way to ask for this page.'
    return { response: await messagePage('Not found', text, status), effect: false }
  }

  /** UNSURE in the official documents: whether a page can be reached by whoever opened it. */
  function asOpened(handled: Handled, { switches: { loginOpener } }: World): Handled {
    const { headers } = handled.response
    const isPage = headers.get('content-type')?.startsWith('text/html')
    if (isPage && loginOpener !== 'none') headers.set('cross-origin-opener-policy', loginOpener)
    return handled
  }

  return {
    operationOf({ method, path }) {
      const found = match(routes, method, path)
      return typeof found === 'string' ? '' : found.route.operation
    },
    userOf(exchange) {
      const current = world()
      const form = new URLSearchParams(exchange.body)
      const [code, refreshToken] = [form.get('code'), form.get('refresh_token')]
      if (code !== null) return current.codes.userOf(code)
      if (refreshToken !== null) return current.refreshTokens.userOf(refreshToken)
      return loginOf(exchange, current)?.userId
    },
    // Even its pages do something: logging out is a GET.
    isRead: () => false,
    isShared: (path) => path === '/oauth/token' || path === metadataPath,
    async handle(exchange) {
      const current = world()
      const found = match(routes, exchange.method, exchange.path)
      const handled =
        typeof found === 'string'
          ? nothing(found === 'unknown path' ? 404 : 405)
          : found.route.answer(visit(exchange, found.params, current))
      return asOpened(await handled, current)
    },
    faultResponse({ status, code, retryAfter }) {
      const standard = status < 500 ? 'invalid_request' : 'server_error'
      const error = { error: code ?? standard, error_description: `Refused with ${status}` }
      const response = json(error, status)
      if (retryAfter !== undefined) response.headers.set('retry-after', String(retryAfter))
      return response
    },
  }
}
