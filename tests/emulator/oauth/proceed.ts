import type { Handled } from '../http/exchange'
import { approveClients } from '../org/grants'
import type { Agent } from '../org/organisation'
import type { World } from '../world'
import type { Login } from './logins'
import { approvalPage, consentPage, messagePage, waitingPage } from './pages'
import { type AuthorizeRequest, again, whyClosed } from './request'

export async function stale(): Promise<Handled> {
  const text = 'This form has been used already. Go back to the application and log in again.'
  return { response: await messagePage('Form no longer valid', text, 400), effect: false }
}

export function mayApprove({ permissions }: Agent): boolean {
  return permissions.includes(approveClients)
}

/**
 * A client that an administrator must authorize first. Whoever may not is told on a page whom to ask, and
 * not sent back with an error: the application can do nothing about it, and would only try again.
 */
function askForApproval(
  world: World,
  request: AuthorizeRequest,
  login: Login,
  user: Agent,
): Promise<Response> {
  const { client, redirectUri } = request
  if (mayApprove(user)) {
    return approvalPage(world.logins.ask({ request, login }), client, user, redirectUri)
  }
  const approvers = world.org.users.filter(mayApprove)
  return waitingPage(client, approvers, again(request, 'prompt', 'login'))
}

/** The code, once the user is known and has allowed the client; the pages before that. */
export async function proceed(
  world: World,
  request: AuthorizeRequest,
  login: Login,
): Promise<Response> {
  const { client, redirectUri, codeChallenge } = request
  const { userId } = login
  const user = world.org.userById.get(userId)
  // The client may have been closed or taken away while its form stood on the screen.
  const closed = whyClosed(world.clients.find((one) => one === client))
  if (!user || closed !== undefined) {
    return messagePage('This log-in cannot go on', closed ?? 'Nobody is signed in.', 400)
  }
  if (client.state === 'pending') return askForApproval(world, request, login, user)
  if (!world.logins.hasAllowed(userId, client.id)) {
    return consentPage(world.logins.ask({ request, login }), client, user, redirectUri)
  }
  const grant = { userId, clientId: client.id, redirectUri }
  const code = world.codes.issue({ ...grant, ...(codeChallenge && { codeChallenge }) })
  return world.answers.to(request, { code })
}
