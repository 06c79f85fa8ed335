/**
 * The engine: tokens, requests and the socket of one browser, whatever the number of tabs. It answers
 * what pages ask by the protocol and tells all of them what changes.
 */
import { inTime } from '~/clock'
import { type Config, redirectUriFor } from '~/config/config'
import { Failed, type Failure, failureOf } from '~/genesys/errors'
import { operations } from '~/genesys/operations'
import { text } from '~/genesys/values'
import type { Connection, Message, Numbered, Port, Session, SignInProblem } from '~/protocol'
import { type Channel, createChannel } from './channel'
import { type ConfigParts, misplaced, readConfig } from './configuration'
import { checkRequest, numberOf } from './door'
import { createHttp, type Http, refusal } from './http'
import { begin, exchange } from './login'
import type { OpenSocket } from './socket'
import { createThrottle, type Throttle } from './throttle'
import { createVault } from './vault'

export interface EngineParts extends ConfigParts {
  readonly openSocket: OpenSocket
  readonly random: () => number
}

export interface Engine {
  /** Lets a page in. */
  connect(port: Port): void
}

/** Milliseconds that sign-out waits for the token to be revoked. */
const revocationLife = 4_000

export function createEngine(parts: EngineParts): Engine {
  const { clock } = parts
  const pages = new Map<Port, { folder: string }>()
  /** The latest sign-ins that were finished, by their state. */
  let used: readonly string[] = []
  let session: Session = { state: 'starting' }
  let connection: Connection = { state: 'idle' }
  let login = 0
  /** A sign-in that was under way when somebody signed out leaves nothing behind. */
  let signOuts = 0
  let ready:
    | {
        config: Config
        http: Http
        /** Asks in the name of a token that is not, or no longer, the one that stands. */
        httpOf: (token: string) => Http
        channel: Channel
        throttle: Throttle
      }
    | undefined

  const vault = createVault(clock, () => end('ended'))
  let started = start()

  async function start() {
    const checked = await readConfig(parts)
    if ('problems' in checked) {
      setSession({ state: 'misconfigured', problems: checked.problems })
      return
    }
    const { config } = checked
    const throttle = createThrottle(clock, config.perMinute)
    const httpWith = (token: () => string | undefined) =>
      createHttp({
        api: config.sites[0].environment.api,
        clock,
        throttle,
        fetch: parts.fetch,
        token,
        onUnauthorized(refused) {
          // A late 401 for an earlier token says nothing about this one.
          if (refused === vault.token()) end('ended')
        },
      })
    const http = httpWith(vault.token)
    const channel = createChannel({
      http,
      openSocket: parts.openSocket,
      allowsSocket: config.sites[0].environment.allowsSocket,
      clock,
      random: parts.random,
      onConnection(next) {
        connection = next
        tell({ kind: 'connection', connection })
      },
      onEvent: (topic, body) => tell({ kind: 'event', topic, body }),
    })
    ready = { config, http, httpOf: (token) => httpWith(() => token), channel, throttle }
    setSession({ state: 'signed-out', title: config.title })
  }

  function tell(message: Message) {
    for (const page of pages.keys()) page.postMessage(message)
  }

  function setSession(next: Session) {
    session = next
    for (const page of pages.keys()) tellSession(page)
  }

  function tellSession(page: Port) {
    const problem = ready && misplaced(ready.config, pages.get(page)?.folder ?? '')
    const seen: Session = problem ? { state: 'misconfigured', problems: [problem] } : session
    page.postMessage({ kind: 'session', session: seen } satisfies Message)
  }

  function end(problem?: SignInProblem) {
    vault.forget()
    ready?.channel.stop()
    ready?.throttle.clear()
    const title = ready?.config.title ?? ''
    setSession({ state: 'signed-out', title, ...(problem ? { problem } : {}) })
  }

  function signInUri(config: Config, port: Port): string {
    const uri = redirectUriFor(config, pages.get(port)?.folder ?? '')
    if (!uri) throw new Error('no redirect URI for this page')
    return uri
  }

  async function finish({ answer, transaction }: Extract<Numbered, { kind: 'finish' }>) {
    if (!ready) return
    const { config, http, httpOf, channel } = ready
    // An old answer that comes again ends no sign-in that stands, and none that is under way.
    if (!transaction) {
      if (session.state === 'signed-out') end('lost')
      return
    }
    // Used up before the request goes out: a code is exchanged once, whoever brings it again.
    if (used.includes(transaction.state)) return
    used = [transaction.state, ...used].slice(0, 99)
    const before = signOuts
    if (session.state !== 'signed-in') setSession({ state: 'signing-in', title: config.title })
    const result = await exchange(parts, config, transaction, answer)
    if ('problem' in result) {
      if (session.state === 'signing-in') end(result.problem)
      return
    }
    const { token, expiresIn } = result
    if (token === vault.token()) return
    // Logged in in two tabs as the same agent: the desk that stands is not disturbed.
    const same = vault.token() !== undefined && (await isSameAgent(http, httpOf(token)))
    const standing = vault.token()
    if (before !== signOuts || (same && standing)) return revoke(token)
    if (standing) void revoke(standing)
    channel.stop()
    vault.keep(token, expiresIn)
    setSession({ state: 'signed-in', title: config.title, login: ++login })
  }

  /** What is not needed any more must not be left to be found. */
  async function revoke(token: string) {
    await ready
      ?.httpOf(token)
      .call('revokeToken', {})
      .catch(() => {})
  }

  /** Ends the sign-in here and there; the answer is where to go so that the login host forgets too. */
  async function signOut(port: Port): Promise<string | undefined> {
    if (!ready) return undefined
    const { config } = ready
    const returnTo = signInUri(config, port)
    const token = vault.token()
    signOuts++
    end()
    if (token) await inTime(clock, revocationLife, revoke(token), undefined)
    const url = new URL(`${config.sites[0].environment.login}/logout`)
    url.search = new URLSearchParams({
      client_id: config.sites[0].clientId,
      redirect_uri: returnTo,
    }).toString()
    return url.href
  }

  async function serve(port: Port, request: Numbered): Promise<unknown> {
    // Answered at once, before the configuration is read: silence would mean that nobody lives here.
    // A good-bye neither: the page may say hello again in the meantime.
    switch (request.kind) {
      case 'hello':
        return hello(port, request.folder)
      case 'bye':
        pages.delete(port)
        return
      case 'ping':
        return
    }
    const arrivedIn = login
    await started
    switch (request.kind) {
      case 'begin':
        if (!ready) throw new Error('there is no configuration')
        return begin(clock, ready.config, signInUri(ready.config, port), request.returnTo)
      case 'finish':
        return finish(request)
      case 'ask':
        if (!ready || operations[request.operation].realm === 'engine')
          throw refusal(request.operation)
        // Asked in one sign-in, it is not sent in the name of the next.
        if ((request.login ?? arrivedIn) !== login)
          throw new Failed({
            kind: 'signed-out',
            outcome: 'refused',
            operation: request.operation,
          })
        return ready.http.call(request.operation, request.params, request.body)
      case 'listen':
        return ready?.channel.listen(request.userId)
      case 'online':
        // Back: do not wait for the next attempt.
        if (connection.state === 'waiting') ready?.channel.resume()
        return
      case 'offline':
        // A socket that looks open is not.
        if (connection.state === 'live') ready?.channel.interrupt()
        return
      case 'reconnect':
        return ready?.channel.reconnect()
      case 'sign-out':
        return signOut(port)
      default:
        return request satisfies never
    }
  }

  function hello(port: Port, folder: string) {
    pages.set(port, { folder })
    // The engine outlives a reload; a page that is opened on a corrected file must not meet the old one.
    const unusable = !ready || misplaced(ready.config, folder)
    if (unusable && (session.state === 'misconfigured' || session.state === 'signed-out')) {
      ready = undefined
      session = { state: 'starting' }
      started = start()
    }
    tellSession(port)
    port.postMessage({ kind: 'connection', connection } satisfies Message)
  }

  return {
    connect(port) {
      port.onmessage = ({ data }: { data: unknown }) => {
        const request = checkRequest(data)
        if (!request) {
          const id = numberOf(data)
          if (id !== undefined) fail(port, id, refusal('getMe', 'malformed').failure)
          return
        }
        serve(port, request).then(
          (value) =>
            // A page that is kept for Back would be thrown away for an answer.
            request.kind !== 'bye' &&
            port.postMessage({ kind: 'reply', id: request.id, value } satisfies Message),
          (error: unknown) => {
            const operation = request.kind === 'ask' ? request.operation : 'getMe'
            fail(port, request.id, failureOf(error, operation))
          },
        )
      }
    },
  }
}

/** False too when nobody can say. */
async function isSameAgent(one: Http, other: Http): Promise<boolean> {
  const asked = [one, other].map((http) => http.call('getMe', {}))
  const [mine, theirs] = (await Promise.all(asked).catch(() => [])).map((me) => text(Object(me).id))
  return mine !== undefined && mine === theirs
}

function fail(port: Port, id: number, failure: Failure) {
  port.postMessage({ kind: 'failed', id, failure } satisfies Message)
}
