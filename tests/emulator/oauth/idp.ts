import type { Handled } from '../http/exchange'
import { redirect } from './answers'
import { offered, signedIn } from './authorize'
import type { Person } from './finding'
import type { Pending } from './logins'
import { choicePage, messagePage } from './pages'
import { stale } from './proceed'
import type { Visit } from './visit'

/** Whom the provider knows, and the organisation does not. */
const stranger: Person = {
  id: 'stranger',
  name: 'Noor Haddad',
  title: 'No user of this organization',
}

/** On the way to the provider of the path. */
function pendingAt({ world, params, query, form }: Visit): Pending | undefined {
  const pending = world.logins.look(query.get('transaction') ?? form.get('transaction') ?? '')
  return pending?.provider === params.provider && !pending?.recognised ? pending : undefined
}

/** `GET /idp/{provider}`: the identity provider, which is none of Genesys Cloud's. */
export async function atProvider(visit: Visit): Promise<Handled> {
  const { world, params, query } = visit
  const { provider = '' } = params
  const transaction = query.get('transaction') ?? ''
  const pending = pendingAt(visit)
  if (!pending) return stale()
  const { request } = pending
  const { mode, ms } = world.providers.modeOf(provider)
  // A reset drops the timer, and cuts whoever waits here.
  if (mode === 'slow') await new Promise<void>((resolve) => world.clock.after(ms, resolve))
  if (mode === 'fail') {
    const text = 'The identity provider has a problem of its own. Nobody was signed in.'
    return {
      response: await messagePage(`Sign-in at ${provider} failed`, text, 500),
      effect: false,
    }
  }
  if (mode === 'loop') {
    const back = `/oauth/idp?${new URLSearchParams({ transaction })}`
    return { response: redirect(back), effect: false }
  }
  if (mode === 'deny') {
    world.logins.take(transaction)
    const error_description = `${provider} has refused the sign-in`
    const denied = world.answers.to(request, { error: 'access_denied', error_description })
    return { response: denied, effect: false }
  }
  const { people, others } = offered(world, request)
  const response = await choicePage({
    heading: `Sign in at ${provider}`,
    text: `${world.org.name} signs in here. Choose whom to sign in as.`,
    action: `/idp/${provider}`,
    transaction,
    people: others === undefined ? [...people, stranger] : people,
    others,
    query,
    target: request.redirectUri,
  })
  return { response, effect: false }
}

/** The provider's form: it vouches for somebody, and sends back. */
export async function chosenAtProvider(visit: Visit): Promise<Handled> {
  const { world, form } = visit
  const pending = pendingAt(visit)
  const recognised = form.get('user')
  if (!pending || !recognised) return stale()
  world.logins.take(form.get('transaction') ?? '')
  const transaction = world.logins.ask({ ...pending, recognised })
  const response = redirect(`/oauth/idp?${new URLSearchParams({ transaction })}`)
  return { response, effect: false }
}

/** `GET /oauth/idp`: back from the provider, with somebody or with nobody. */
export async function backFromProvider(visit: Visit): Promise<Handled> {
  const { world, query } = visit
  const transaction = query.get('transaction') ?? ''
  const pending = world.logins.look(transaction)
  if (!pending?.provider) return stale()
  const { provider, recognised, request } = pending
  if (recognised === undefined) {
    const there = `/idp/${provider}?${new URLSearchParams({ transaction })}`
    return { response: redirect(there), effect: false }
  }
  world.logins.take(transaction)
  const user = world.org.userById.get(recognised)
  if (user) return signedIn(visit, request, user)
  const text = `${provider} knows you, but you are no user of ${world.org.name}. Ask an administrator to add you.`
  return { response: await messagePage('No user of this organization', text, 403), effect: false }
}
