import type { Handled } from '../http/exchange'
import { messagePage } from './pages'
import type { Visit } from './visit'

/** `GET /logout`: ends the login, not the tokens, and returns to the application. */
export async function logout({ world, query, login, setLogin }: Visit): Promise<Handled> {
  const client = world.clients.find(({ id }) => id === query.get('client_id'))
  const redirectUri = query.get('redirect_uri')
  if (!client || (redirectUri !== null && !client.redirectUris.includes(redirectUri))) {
    const text = 'client_id or redirect_uri is not known here.'
    return { response: await messagePage('Cannot sign out', text, 400), effect: false }
  }
  const effect = login !== undefined && world.logins.end(login.id)
  const response =
    redirectUri === null
      ? await messagePage('Signed out', 'You are signed out.', 200)
      : new Response(null, { status: 303, headers: { location: redirectUri } })
  return { response: setLogin(response, undefined), effect }
}
