import { randomBytes } from 'node:crypto'
import { remember } from '../bounded'
import type { AuthorizeRequest } from './request'

/** Somebody signed in to the login host, in one browser. */
export interface Login {
  readonly id: string
  readonly userId: string
  /** Clients the user has allowed during this login. */
  readonly allowed: Set<string>
}

/** A form that has been shown: its id is good for one submission. */
export interface Pending {
  readonly request: AuthorizeRequest
  /** Set on a consent form. */
  readonly login?: Login
}

export interface Logins {
  start(userId: string): Login
  find(id: string | undefined): Login | undefined
  end(id: string): boolean
  /** Keeps a form's request; answers its one-time id. */
  ask(pending: Pending): string
  take(id: string): Pending | undefined
}

/** Of sessions and of forms. */
const most = 10_000

const secret = () => randomBytes(24).toString('base64url')

export function createLogins(): Logins {
  const logins = new Map<string, Login>()
  const pending = new Map<string, Pending>()
  return {
    start(userId) {
      const login = { id: secret(), userId, allowed: new Set<string>() }
      remember(logins, login.id, login, most)
      return login
    },
    find: (id) => (id === undefined ? undefined : logins.get(id)),
    end: (id) => logins.delete(id),
    ask(entry) {
      const id = secret()
      remember(pending, id, entry, most)
      return id
    },
    take(id) {
      const entry = pending.get(id)
      pending.delete(id)
      return entry
    },
  }
}
