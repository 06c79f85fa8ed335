import { randomBytes } from 'node:crypto'

/** What is wrong with the next answers that applications get from the login host. */
export interface Spoiled {
  readonly state?: 'right' | 'wrong' | 'missing'
  /** UNSURE in the official documents whether `iss` (RFC 9207) ever comes: here it does not, unless told. */
  readonly iss?: 'right' | 'wrong' | 'missing'
  readonly times: number
}

/** Where an application waits for its answer. */
export interface Asker {
  readonly redirectUri: string
  readonly state?: string
}

export interface Answers {
  /** Sends the browser back to the application. */
  to(asker: Asker, params: Readonly<Record<string, string>>): Response
  spoil(spoiled: Spoiled): void
}

export function redirect(location: string): Response {
  return new Response(null, {
    status: 303,
    headers: { location, 'referrer-policy': 'no-referrer' },
  })
}

/** The answers to requests to authorize: codes and errors, by redirect. */
export function createAnswers(issuer: string): Answers {
  let spoiled: Spoiled = { times: 0 }

  function stateFor(state: string | undefined): string | undefined {
    if (spoiled.state === 'missing') return undefined
    return spoiled.state === 'wrong' ? randomBytes(32).toString('base64url') : state
  }
  function iss(): string | undefined {
    if (spoiled.iss === 'right') return issuer
    return spoiled.iss === 'wrong' ? 'https://login.elsewhere.example' : undefined
  }

  return {
    to({ redirectUri, state }, params) {
      const url = new URL(redirectUri)
      const all = { ...params, state: stateFor(state), iss: iss() }
      for (const [name, value] of Object.entries(all)) {
        if (value !== undefined) url.searchParams.set(name, value)
      }
      spoiled = spoiled.times > 1 ? { ...spoiled, times: spoiled.times - 1 } : { times: 0 }
      return redirect(url.href)
    },
    spoil(next) {
      spoiled = next
    },
  }
}
