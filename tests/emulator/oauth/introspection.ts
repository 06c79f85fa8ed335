/** Milliseconds for an answer. */
const patience = 5_000

/** Where to ask about tokens that were not issued here, and as whom (RFC 7662). */
export interface IntrospectionOptions {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
  /** Milliseconds for which an answer is taken to hold. */
  readonly freshMs?: number
}

/** What another server says of a token that is good. */
export interface Introspected {
  readonly clientId: string
  /** Whose it is, by whatever names the server has for them. */
  readonly names: readonly string[]
  /** Not said: as much as the client may have. */
  readonly scopes?: readonly string[]
  /** Seconds since the epoch. */
  readonly expires?: number
}

/** Asks about a token; nothing: it is not good. Rejects when the answer is none. */
export type Introspect = (token: string) => Promise<Introspected | undefined>

function textsOf(body: object, ...fields: readonly string[]): string[] {
  const entries = new Map<string, unknown>(Object.entries(body))
  return fields.map((field) => entries.get(field)).filter((value) => typeof value === 'string')
}

function read(body: object): Introspected | undefined {
  const [clientId] = textsOf(body, 'client_id')
  // A token that is bound to a key is no bearer's.
  if (!('active' in body) || body.active !== true || 'cnf' in body || !clientId) return undefined
  const [scope] = textsOf(body, 'scope')
  return {
    clientId,
    names: textsOf(body, 'sub', 'username', 'email'),
    ...(scope !== undefined && { scopes: scope.split(' ') }),
    ...('exp' in body && typeof body.exp === 'number' && { expires: body.exp }),
  }
}

export function createIntrospect(options: IntrospectionOptions): Introspect {
  const pair = [options.clientId, options.clientSecret].map(encodeURIComponent).join(':')
  const headers = {
    authorization: `Basic ${Buffer.from(pair).toString('base64')}`,
    accept: 'application/json',
  }
  return async (token) => {
    const body = new URLSearchParams({ token, token_type_hint: 'access_token' })
    const signal = AbortSignal.timeout(patience)
    const response = await fetch(options.url, { method: 'POST', headers, body, signal })
    if (response.status !== 200) throw new Error(`Introspection answered ${response.status}`)
    const told: unknown = await response.json()
    return typeof told === 'object' && told !== null ? read(told) : undefined
  }
}
