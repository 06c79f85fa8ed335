import { createHash, timingSafeEqual } from 'node:crypto'
import type { Client } from './clients'

/** RFC 6749, 5.2: UNSURE in the official documents whether Genesys Cloud words these alike. */
export class TokenRefused extends Error {
  readonly error: string
  readonly status: number
  /** The client has tried to prove itself, and is told how to. */
  readonly challenge: boolean

  constructor(error: string, description: string, status = 400, challenge = false) {
    super(description)
    this.error = error
    this.status = status
    this.challenge = challenge
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** Id and secret of HTTP Basic; undefined: something else. */
function basicOf(header: string): { id: string; secret: string } | undefined {
  const encoded = /^Basic ([\w+/=-]+)$/i.exec(header)?.[1]
  if (encoded === undefined) return undefined
  const text = Buffer.from(encoded, 'base64').toString('utf8')
  const at = text.indexOf(':')
  if (at < 0) return undefined
  return { id: decoded(text.slice(0, at)), secret: decoded(text.slice(at + 1)) }
}

function isSame(one: string, other: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(hash(one), hash(other))
}

/**
 * The client that asks. A public one names itself in the form and shows no secret; a confidential one
 * proves itself by HTTP Basic. UNSURE in the official documents: a secret in the form is refused.
 */
export function clientOf(
  headers: Headers,
  form: URLSearchParams,
  clients: readonly Client[],
): Client {
  const header = headers.get('authorization')
  const refuse = (why: string) => new TokenRefused('invalid_client', why, 401, header !== null)
  const basic = header === null ? undefined : basicOf(header)
  if (header !== null && !basic) throw refuse('The Authorization header must be HTTP Basic')
  const named = form.get('client_id')
  if (basic && named !== null && named !== basic.id) throw refuse('Two clients are named')
  const client = clients.find(({ id }) => id === (basic?.id ?? named))
  if (!client) throw refuse('The client is not known')
  if (client.state === 'disabled' || client.state === 'revoked') {
    throw refuse(`The client is ${client.state}`)
  }
  if (client.secret === undefined) {
    if (basic || form.has('client_secret')) throw refuse('This client does not authenticate')
    return client
  }
  if (!basic) throw refuse('This client must show its secret by HTTP Basic')
  if (!isSame(basic.secret, client.secret)) throw refuse('The secret is wrong')
  return client
}
