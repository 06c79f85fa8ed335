/**
 * A login host that is none of ours: `oidc-provider` as a plain OAuth 2.0 server, for codes with PKCE and
 * nothing else, at the addresses that Genesys Cloud has. It issues tokens of its own, and vouches for them.
 */
import { generateKeyPairSync, randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { raw } from 'hono/html'
import { type Context, Provider } from 'oidc-provider'
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js'
import { listen } from '../emulator/http/listen'
import type { IntrospectionOptions } from '../emulator/oauth/introspection'
import { deskScopes } from '../emulator/org/grants'
import { allowPage, leavePage, type Person, whoPage } from './otherpages'

export interface OtherLogin {
  /** Such as `http://localhost:1234`: also who it says it is. */
  readonly origin: string
  /** How the API may ask about its tokens. */
  readonly introspection: IntrospectionOptions
  /** What came, such as `POST /oauth/token`. */
  readonly requests: readonly string[]
  /** The forms that came to its token endpoint. */
  readonly forms: readonly Record<string, string>[]
  /** Where browsers were sent back to. */
  readonly answers: readonly URL[]
  /** Who may log in. */
  know(people: readonly Person[]): void
  /** Seconds that its tokens live from now on. */
  giveLife(seconds: number): void
  /** Who it says it is from now on, when it answers. */
  callItself(issuer: string): void
  stop(): Promise<void>
}

/** What its tokens are for. */
const resource = 'urn:larkfield:api'
const api = { clientId: 'genesys-api', clientSecret: randomBytes(24).toString('base64url') }

function configurationFor(callback: string, life: () => number) {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const seconds = (count: number) => () => count
  return {
    adapter: createMemoryAdapter(),
    jwks: { keys: [privateKey.export({ format: 'jwk' })] },
    cookies: { keys: [randomBytes(24).toString('base64url')] },
    clients: [
      {
        client_id: 'minidesk-local',
        token_endpoint_auth_method: 'none',
        redirect_uris: [callback],
        post_logout_redirect_uris: [callback],
      },
      {
        client_id: api.clientId,
        client_secret: api.clientSecret,
        grant_types: [],
        response_types: [],
        redirect_uris: [],
      },
    ],
    clientDefaults: {
      grant_types: ['authorization_code'],
      response_types: ['code'],
      id_token_signed_response_alg: 'ES256',
    },
    responseTypes: ['code'],
    scopes: [],
    claims: {},
    pkce: { required: () => true },
    routes: {
      authorization: '/oauth/authorize',
      token: '/oauth/token',
      introspection: '/oauth/introspect',
      end_session: '/logout',
    },
    features: {
      devInteractions: { enabled: false },
      userinfo: { enabled: false },
      introspection: { enabled: true, allowedPolicy: isApi },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx: Context, form: string) => show(ctx, leavePage(raw(form), callback)),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: deskScopes.join(' '),
          accessTokenTTL: life(),
          accessTokenFormat: 'opaque',
        }),
      },
    },
    interactions: { url: (_ctx: Context, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_ctx: Context, sub: string) => ({
      accountId: sub,
      claims: () => ({ sub }),
    }),
    clientBasedCORS: (_ctx: Context, origin: string) => origin === new URL(callback).origin,
    ttl: {
      AccessToken: life,
      AuthorizationCode: seconds(60),
      Grant: seconds(86_400),
      IdToken: seconds(60),
      Interaction: seconds(600),
      Session: seconds(86_400),
    },
    renderError(ctx: Context, { error, error_description }: Record<string, string>) {
      ctx.type = 'text'
      ctx.body = `${error}: ${error_description}`
    },
  }
}

function isApi(_ctx: Context, client: { readonly clientId: string }): boolean {
  return client.clientId === api.clientId
}

async function show(ctx: Context, page: Promise<Response>): Promise<void> {
  const response = await page
  for (const [name, value] of response.headers) ctx.set(name, value)
  ctx.body = await response.text()
}

/** Who it is, and whether the desk may act for them: asked on two pages. */
function interactions(provider: Provider, people: () => readonly Person[]) {
  async function ask(request: IncomingMessage, response: ServerResponse) {
    const { uid, prompt, params } = await provider.interactionDetails(request, response)
    const action = `/interaction/${uid}`
    const scopes = prompt.details.missingResourceScopes?.[resource] ?? []
    const page =
      prompt.name === 'login'
        ? await whoPage(action, people(), params.redirect_uri)
        : await allowPage(action, scopes, params.redirect_uri)
    response.writeHead(page.status, Object.fromEntries(page.headers)).end(await page.text())
  }

  async function take(request: IncomingMessage, response: ServerResponse) {
    const details = await provider.interactionDetails(request, response)
    const form = await formOf(request)
    const finish = (result: object) =>
      provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true })
    if (details.prompt.name === 'login') {
      return finish({ login: { accountId: form.get('user') ?? '' } })
    }
    if (form.get('decision') !== 'allow') return finish({ error: 'access_denied' })
    const { accountId = '' } = details.session ?? {}
    const grant = new provider.Grant({ accountId, clientId: details.params.client_id })
    grant.addResourceScope(resource, deskScopes.join(' '))
    return finish({ consent: { grantId: await grant.save() } })
  }
  return { ask, take }
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  let text = ''
  for await (const chunk of request) text += chunk
  return new URLSearchParams(text)
}

/** `callback`: the one address that it answers to. */
export async function startOtherLogin(callback: string): Promise<OtherLogin> {
  let people: readonly Person[] = []
  let life = 3600
  let named = ''
  const requests: string[] = []
  const forms: Record<string, string>[] = []
  const answers: URL[] = []
  let serve: RequestListener = () => {}
  const server = await listen((request, response) => serve(request, response), 0)
  const origin = `http://localhost:${server.port}`

  const provider = new Provider(
    origin,
    configurationFor(callback, () => life),
  )
  provider.use(async (ctx, next) => {
    // Genesys Cloud is not asked for scopes, and not asked to end a login in OpenID Connect's words.
    const { redirect_uri } = ctx.query
    if (ctx.path === '/oauth/authorize') ctx.query = { scope: deskScopes.join(' '), ...ctx.query }
    if (ctx.path === '/logout') ctx.query = { ...ctx.query, post_logout_redirect_uri: redirect_uri }
    await next()
    if (ctx.path === '/oauth/token' && ctx.oidc?.body) forms.push({ ...ctx.oidc.body })
    const location = ctx.response.get('location')
    if (!location?.startsWith(`${callback}?`)) return
    const answer = new URL(location)
    if (named) answer.searchParams.set('iss', named)
    ctx.set('location', answer.href)
    answers.push(answer)
  })
  const { ask, take } = interactions(provider, () => people)
  const standard = provider.callback()
  serve = (request, response) => {
    const { pathname } = new URL(request.url ?? '/', origin)
    requests.push(`${request.method} ${pathname}`)
    if (!pathname.startsWith('/interaction/')) return standard(request, response)
    const work = request.method === 'POST' ? take(request, response) : ask(request, response)
    return void work.catch((error) => response.writeHead(400).end(String(error)))
  }
  return {
    origin,
    introspection: { url: `${origin}/oauth/introspect`, ...api },
    requests,
    forms,
    answers,
    know(next) {
      people = next
    },
    giveLife(seconds) {
      life = seconds
    },
    callItself(issuer) {
      named = issuer
    },
    stop: () => server.stop(),
  }
}
