import type { Handled } from '../http/exchange'
import type { Agent } from '../org/organisation'
import type { World } from '../world'
import { redirect } from './answers'
import { choicePage, messagePage } from './pages'
import { proceed, stale } from './proceed'
import { type AuthorizeRequest, again, checkAuthorize } from './request'
import { answerSilently } from './silent'
import type { Visit } from './visit'

/** `email`, `email:orgName` or `orgName`: preselects, and never logs in by itself. */
function hinted(users: readonly Agent[], hint: string | undefined): Agent | undefined {
  const email = hint?.split(':')[0]?.toLowerCase()
  return users.find((user) => user.email.toLowerCase() === email)
}

/** Whom to offer, and the way to everybody else when it is one person. */
export function offered({ org }: World, request: AuthorizeRequest) {
  const person = hinted(org.users, request.loginHint)
  return person ? { people: [person], others: again(request, 'login_hint') } : { people: org.users }
}

function start(
  world: World,
  request: AuthorizeRequest,
  query: URLSearchParams,
): Promise<Response> | Response {
  const { provider } = request
  if (provider !== undefined) {
    const transaction = world.logins.ask({ request, provider })
    return redirect(`/idp/${provider}?${new URLSearchParams({ transaction })}`)
  }
  return choicePage({
    heading: 'Genesys Cloud (local)',
    text: 'Choose whom to sign in as.',
    action: '/oauth/login',
    transaction: world.logins.ask({ request }),
    ...offered(world, request),
    query,
    target: request.redirectUri,
  })
}

/**
 * `GET /oauth/authorize`. `target` (another organization's) is ignored. UNSURE in the official documents:
 * a `prompt` other than `login` is ignored (`none` unless switched), and so is a `login_hint` where somebody
 * is signed in.
 */
export async function authorize({ world, query, login }: Visit): Promise<Handled> {
  const { name, domain } = world.org
  const checked = checkAuthorize(query, world.clients, [name, domain.split('.')[0] ?? name])
  if ('page' in checked) {
    const response = await messagePage('This log-in cannot go on', checked.page, 400)
    return { response, effect: false }
  }
  if ('refused' in checked) {
    const { refused, error, error_description } = checked
    return { response: world.answers.to(refused, { error, error_description }), effect: false }
  }
  const { request } = checked
  if (query.get('prompt') === 'none' && world.switches.silentPrompt === 'honoured') {
    return { response: await answerSilently(world, request, login), effect: false }
  }
  if (login && query.get('prompt') !== 'login') {
    return { response: await proceed(world, request, login), effect: false }
  }
  return { response: await start(world, request, query), effect: false }
}

/** The login form: a user has been chosen. */
export async function login(visit: Visit): Promise<Handled> {
  const { world, form } = visit
  const pending = world.logins.take(form.get('transaction') ?? '')
  const user = world.org.userById.get(form.get('user') ?? '')
  if (!pending || pending.login || pending.provider || !user) return stale()
  return signedIn(visit, pending.request, user)
}

/** Begins a login, in place of the one there was, and goes on with the request. */
export async function signedIn(
  visit: Visit,
  request: AuthorizeRequest,
  user: Agent,
): Promise<Handled> {
  const { world, setLogin } = visit
  if (visit.login) world.logins.end(visit.login.id)
  const started = world.logins.start(user.id)
  const response = await proceed(world, request, started)
  return { response: setLogin(response, started), effect: true }
}
