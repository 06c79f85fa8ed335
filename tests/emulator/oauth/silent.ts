import type { World } from '../world'
import type { Login } from './logins'
import { proceed } from './proceed'
import type { AuthorizeRequest } from './request'

/** What only a page could bring about; nothing: the code can be had at once. */
function missing({ org, logins }: World, { client }: AuthorizeRequest, login: Login | undefined) {
  if (!login || !org.userById.has(login.userId)) {
    return { error: 'login_required', error_description: 'Nobody is signed in' }
  }
  if (client.state === 'pending' || !logins.hasAllowed(login.userId, client.id)) {
    const error_description = `${client.name} has not been allowed to act for the user`
    return { error: 'consent_required', error_description }
  }
  return undefined
}

/** `prompt=none`, where it is honoured: the application gets a code or an error, and the person no page. */
export async function answerSilently(
  world: World,
  request: AuthorizeRequest,
  login: Login | undefined,
): Promise<Response> {
  const error = missing(world, request, login)
  if (error || !login) return world.answers.to(request, error ?? {})
  return proceed(world, request, login)
}
