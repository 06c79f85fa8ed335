import { randomBytes } from 'node:crypto'
import type { AuthorizeRequest } from './request'

/** Somebody signed in to the login host, in one browser. */
export interface Login {
  readonly id: string
  readonly userId: string
}

/** A form that has been shown: its id is good for one submission. */
export interface Pending {
  readonly request: AuthorizeRequest
  /** Set on a form for somebody who is signed in. */
  readonly login?: Login
  /** On the way to or from an identity provider: which, and whom it has recognised. */
  readonly provider?: string
  readonly recognised?: string
}

export interface Logins {
  start(userId: string): Login
  find(id: string | undefined): Login | undefined
  end(id: string): boolean
  /** Keeps a form's request; answers its one-time id. */
  ask(pending: Pending): string
  take(id: string): Pending | undefined
  /** Without using it up. */
  look(id: string): Pending | undefined
  /** Remembers that the user has allowed the client: for as long as the organisation stands. */
  allow(userId: string, clientId: string): void
  hasAllowed(userId: string, clientId: string): boolean
  /** Everybody is asked anew. */
  forget(clientId: string): void
}

const secret = () => randomBytes(24).toString('base64url')

export function createLogins(): Logins {
  const logins = new Map<string, Login>()
  const pending = new Map<string, Pending>()
  /** Client id → users. */
  const allowed = new Map<string, Set<string>>()
  return {
    start(userId) {
      const login = { id: secret(), userId }
      logins.set(login.id, login)
      return login
    },
    find: (id) => (id === undefined ? undefined : logins.get(id)),
    end: (id) => logins.delete(id),
    ask(entry) {
      const id = secret()
      pending.set(id, entry)
      return id
    },
    take(id) {
      const entry = pending.get(id)
      pending.delete(id)
      return entry
    },
    look: (id) => pending.get(id),
    allow(userId, clientId) {
      allowed.set(clientId, (allowed.get(clientId) ?? new Set()).add(userId))
    },
    hasAllowed: (userId, clientId) => allowed.get(clientId)?.has(userId) === true,
    forget: (clientId) => void allowed.delete(clientId),
  }
}
