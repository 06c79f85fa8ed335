/**
 * A login host that asks nobody anything: it sends the browser straight back with a real code of the
 * local Genesys Cloud behind it, and its token endpoint goes wrong as it is told.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { listen } from './emulator/http/listen'
import { type Hosts, logIn } from './unit/emulator/visitor'

/** What Genesys Cloud would answer, if it were asked. */
type Pass = () => Promise<Record<string, unknown>>
/** How the token endpoint answers. */
export type Manner = (response: ServerResponse, pass: Pass) => unknown

export interface LoginHost {
  /** Such as `http://localhost:1234`. */
  readonly origin: string
  /** From now on. */
  become(manner: Manner): void
  /** Who is logged in there; nobody: the browser comes back with an error. */
  logInAs(name: string | undefined): void
  /** Keeps the next browser waiting for its way back; what it answers lets it go. */
  hold(): () => void
  /** Where browsers were sent back to, one for each that came. */
  readonly answers: readonly string[]
  /** The codes that came to the token endpoint, each as often as it came. */
  readonly codes: readonly string[]
  stop(): Promise<void>
}

const json = { 'content-type': 'application/json' }

/** Wrong turns of a token endpoint. */
export const manners = {
  well: async (response, pass) => response.writeHead(200, json).end(JSON.stringify(await pass())),
  /** Never a word. */
  silent: () => {},
  /** The head, half of the body, and never the rest. */
  stuck: (response) => response.writeHead(200, json).write('{"access_token":'),
  /** The connection ends half-way. */
  cut: (response) => {
    response.writeHead(200, { ...json, 'content-length': '200' })
    response.write('{"access_token":', () => response.destroy())
  },
  /** Complete, but not JSON. */
  half: (response) => response.writeHead(200, json).end('{"access_token":'),
  empty: (response) => response.writeHead(200, json).end(),
  page: (response) =>
    response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><p>Welcome'),
  unavailable: (response) =>
    response.writeHead(503, { 'content-type': 'text/html' }).end('<!doctype html><p>Sorry'),
  elsewhere: (response) => response.writeHead(302, { location: '/maintenance' }).end(),
  down: (response) => response.destroy(),
  oldCode: (response) => response.writeHead(400, json).end('{"error":"invalid_grant"}'),
  busy: (response) => response.writeHead(429, json).end('{"error":"rate_limited"}'),
  unknownClient: (response) => response.writeHead(400, json).end('{"error":"invalid_client"}'),
  challenge: (response) =>
    response.writeHead(401, { ...json, 'www-authenticate': 'Basic realm="x"' }).end('{}'),
} satisfies Record<string, Manner>

/** Answers well but for some words of its answer. A text is put in as it is. */
export function saying(change: Record<string, unknown>, raw = ''): Manner {
  return async (response, pass) => {
    const text = JSON.stringify({ ...(await pass()), ...change })
    response.writeHead(200, json).end(raw ? text.replace('"raw"', raw) : text)
  }
}

export async function startLoginHost(genesys: Hosts, port = 0): Promise<LoginHost> {
  let manner: Manner = manners.well
  let name: string | undefined = 'Ana Ruiz'
  let held: Promise<void> | undefined
  const answers: string[] = []
  const codes: string[] = []

  async function authorize(query: URLSearchParams): Promise<string> {
    const asked = Object.fromEntries(query)
    if (name) return (await logIn(genesys, name, 'allow', asked)).location.href
    const back = new URL(asked.redirect_uri ?? '')
    back.search = `error=login_required&state=${asked.state}`
    return back.href
  }

  function token(body: string, response: ServerResponse) {
    codes.push(new URLSearchParams(body).get('code') ?? '')
    response.setHeader('access-control-allow-origin', '*')
    return manner(response, async () => {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const url = `${genesys.login}/oauth/token`
      return (await fetch(url, { method: 'POST', headers, body })).json()
    })
  }

  const server = await listen(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost')
    const goTo = (location: string) => response.writeHead(303, { location }).end()
    if (url.pathname === '/oauth/authorize') {
      const answer = await authorize(url.searchParams)
      answers.push(answer)
      const waits = held
      held = undefined
      await waits
      return goTo(answer)
    }
    if (url.pathname === '/logout') return goTo(url.searchParams.get('redirect_uri') ?? '/')
    if (url.pathname === '/oauth/token') return token(await bodyOf(request), response)
    return response.writeHead(404).end()
  }, port)

  return {
    origin: `http://localhost:${server.port}`,
    become(next) {
      manner = next
    },
    logInAs(next) {
      name = next
    },
    hold() {
      let release = () => {}
      held = new Promise((resolve) => {
        release = resolve
      })
      return () => release()
    },
    answers,
    codes,
    stop: () => server.stop(),
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += chunk
  return text
}
