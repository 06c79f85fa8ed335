import type { World } from '../world'
import type { Login } from './logins'

/** A request to the login host, with whoever is signed in there. */
export interface Visit {
  readonly world: World
  readonly params: Readonly<Record<string, string>>
  readonly query: URLSearchParams
  /** Of a form. */
  readonly form: URLSearchParams
  readonly headers: Headers
  readonly login: Login | undefined
  /** Sets the cookie of a login, or takes it away. */
  readonly setLogin: (response: Response, login: Login | undefined) => Response
}
