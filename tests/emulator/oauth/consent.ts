import type { Handled } from '../http/exchange'
import type { Login, Pending } from './logins'
import { mayApprove, proceed, stale } from './proceed'
import type { Visit } from './visit'

/** The form's request, if somebody is signed in for it still. */
function pendingOf({ world, form }: Visit): (Pending & { readonly login: Login }) | undefined {
  const pending = world.logins.take(form.get('transaction') ?? '')
  const login = world.logins.find(pending?.login?.id)
  return pending && login && { ...pending, login }
}

/** The consent form. */
export async function consent(visit: Visit): Promise<Handled> {
  const { world, form } = visit
  const pending = pendingOf(visit)
  if (!pending) return stale()
  const { request, login } = pending
  if (form.get('decision') !== 'allow') {
    const error_description = 'The user has denied the application access'
    const denied = world.answers.to(request, { error: 'access_denied', error_description })
    return { response: denied, effect: false }
  }
  world.logins.allow(login.userId, request.client.id)
  return { response: await proceed(world, request, login), effect: true }
}

/** The form that authorizes a client for the whole organisation. */
export async function approve(visit: Visit): Promise<Handled> {
  const { world, form } = visit
  const pending = pendingOf(visit)
  const user = world.org.userById.get(pending?.login.userId ?? '')
  if (!pending || !user || !mayApprove(user)) return stale()
  const { request, login } = pending
  const { client } = request
  if (form.get('decision') !== 'authorize') {
    const error_description = `${client.name} has not been authorized for this organization`
    const denied = world.answers.to(request, { error: 'access_denied', error_description })
    return { response: denied, effect: false }
  }
  // Whoever has closed it in the meantime has the last word.
  const effect = client.state === 'pending'
  if (effect) client.state = 'active'
  return { response: await proceed(world, request, login), effect }
}
