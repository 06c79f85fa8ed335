import type { Clock } from '~/clock'
import { remember } from '../bounded'
import type { Agent } from '../org/organisation'
import type { Client } from './clients'
import type { Introspect, Introspected } from './introspection'
import type { Owner, Tokens } from './tokens'

const askedMax = 10_000

interface Options {
  readonly clock: Clock
  readonly introspect: Introspect
  /** Milliseconds for which another server's word is taken. */
  readonly freshMs?: number | undefined
  readonly tokens: Tokens
  readonly clients: readonly Client[]
  readonly users: readonly Agent[]
}

export interface Guests {
  /** Makes a token of another server's known here, or unknown again. Rejects when nobody can say. */
  admit(value: string): Promise<void>
}

/** Access tokens that another server has issued, to users and clients that are known here too. */
export function createGuests(options: Options): Guests {
  const { clock, introspect, freshMs = 5_000, tokens, clients, users } = options
  const asked = new Map<string, { readonly at: number; readonly done: Promise<void> }>()

  function ownerOf({ clientId, names, scopes }: Introspected): Owner | undefined {
    const client = clients.find(({ id }) => id === clientId)
    const isNamed = ({ id, email }: Agent) =>
      names.some((name) => name === id || name.toLowerCase() === email.toLowerCase())
    const user = users.find(isNamed)
    if (client?.state !== 'active' || !user) return undefined
    const granted = scopes ? client.scopes.filter((one) => scopes.includes(one)) : client.scopes
    return { userId: user.id, clientId, scopes: granted }
  }

  async function learn(value: string): Promise<void> {
    const told = await introspect(value)
    const known = tokens.find(value)
    if (known && !told) tokens.end('revoked', ({ id }) => id === known.id)
    const owner = told && !known && ownerOf(told)
    if (!owner) return
    const { tokenDuration = 0 } = clients.find(({ id }) => id === owner.clientId) ?? {}
    const { expires } = told
    const seconds = expires === undefined ? tokenDuration : expires - clock.now() / 1000
    if (seconds > 0) tokens.adopt(value, owner, seconds)
  }

  return {
    async admit(value) {
      const known = tokens.find(value)
      const last = asked.get(value)
      // What was issued here is known better here, and what has ended here stays so.
      if (known && (known.state !== 'live' || !last)) return
      if (last && clock.now() - last.at < freshMs) return last.done
      const done = learn(value)
      const entry = { at: clock.now(), done }
      remember(asked, value, entry, askedMax)
      try {
        await done
      } catch (error) {
        // No answer is nothing to go by: whoever comes next has it asked again.
        if (asked.get(value) === entry) asked.set(value, { ...entry, at: -Infinity })
        throw error
      }
    },
  }
}
