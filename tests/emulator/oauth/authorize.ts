import type { Handled } from '../http/exchange'
import type { World } from '../world'
import type { Login } from './logins'
import { consentPage, loginPage, messagePage } from './pages'
import { type AuthorizeRequest, checkAuthorize, withQuery } from './request'
import type { Visit } from './visit'

function redirect(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location, 'referrer-policy': 'no-referrer' },
  })
}

async function stale(): Promise<Handled> {
  const text = 'This form has been used already. Go back to the application and log in again.'
  return { response: await messagePage('Form no longer valid', text, 400), effect: false }
}

/** The code, once the user is known and has allowed the client; the consent page before that. */
async function proceed(world: World, request: AuthorizeRequest, login: Login): Promise<Response> {
  const { client, redirectUri, codeChallenge, state } = request
  const user = world.org.userById.get(login.userId)
  if (user && !login.allowed.has(client.id)) {
    return consentPage(world.logins.ask({ request, login }), client, user, redirectUri)
  }
  const { userId } = login
  const code = world.codes.issue({ userId, clientId: client.id, redirectUri, codeChallenge })
  return redirect(withQuery(redirectUri, { code, state }))
}

/** `GET /oauth/authorize`. */
export async function authorize({ world, query, login }: Visit): Promise<Handled> {
  const checked = checkAuthorize(query, world.clients)
  if ('page' in checked) {
    const response = await messagePage('This log-in cannot go on', checked.page, 400)
    return { response, effect: false }
  }
  if ('redirect' in checked) return { response: redirect(checked.redirect), effect: false }
  const { request } = checked
  if (login && query.get('prompt') !== 'login') {
    return { response: await proceed(world, request, login), effect: false }
  }
  const id = world.logins.ask({ request })
  const response = await loginPage(id, world.org.users, request.redirectUri, query)
  return { response, effect: false }
}

/** The login form: a user has been chosen. */
export async function login(visit: Visit): Promise<Handled> {
  const { world, form } = visit
  const pending = world.logins.take(form.get('transaction') ?? '')
  const user = world.org.userById.get(form.get('user') ?? '')
  if (!pending || pending.login || !user) return stale()
  if (visit.login) world.logins.end(visit.login.id)
  const started = world.logins.start(user.id)
  const response = await proceed(world, pending.request, started)
  return { response: visit.setLogin(response, started), effect: true }
}

/** The consent form. */
export async function consent({ world, form }: Visit): Promise<Handled> {
  const pending = world.logins.take(form.get('transaction') ?? '')
  if (!pending?.login || !world.logins.find(pending.login.id)) return stale()
  const { request, login: signedIn } = pending
  if (form.get('decision') !== 'allow') {
    const { redirectUri, state } = request
    const error_description = 'The user has denied the application access'
    const denied = withQuery(redirectUri, { error: 'access_denied', error_description, state })
    return { response: redirect(denied), effect: false }
  }
  signedIn.allowed.add(request.client.id)
  return { response: await proceed(world, request, signedIn), effect: true }
}
