/**
 * The engine: tokens, requests and the socket of one browser, whatever the number of tabs. It answers
 * what pages ask by the protocol and tells all of them what changes.
 */
import { inTime } from '~/clock'
import type { Config } from '~/config/config'
import { type Failure, failureOf } from '~/genesys/errors'
import { operations } from '~/genesys/operations'
import type {
  Connection,
  Message,
  Numbered,
  Port,
  Progress,
  Session,
  Watched,
} from '~/protocol/protocol'
import type { Storage } from '~/storage/storage'
import { createAsks } from './asks'
import { type ConfigParts, misplaced, readConfig } from './configuration'
import { checkRequest, numberOf } from './door'
import type { Keeper } from './keeper'
import { refusal } from './refusal'
import { none, signedOut } from './signedout'
import type { OpenSocket } from './socket'

export interface EngineParts extends ConfigParts {
  readonly openSocket: OpenSocket
  readonly random: () => number
  /** Milliseconds of a counter that nobody sets; it may stand still while the machine sleeps. */
  readonly elapsed: () => number
  /** What the browser keeps; loaded with the part that logs in. */
  readonly storage: () => Promise<Storage>
}

export interface Engine {
  /** Lets a page in. */
  connect(port: Port): void
}

/** Milliseconds for the part that logs in to be loaded. */
const patience = 15_000

export function createEngine(parts: EngineParts): Engine {
  const { clock } = parts
  const pages = new Map<Port, { folder: string }>()
  const asks = createAsks()
  let session: Session = { state: 'starting' }
  let connection: Connection = { state: 'idle' }
  let ready: { config: Config; keeper: () => Promise<Keeper> } | undefined
  /** Once loaded: there is nobody to speak for before that. */
  let keeper: Keeper | undefined
  let started = start()

  async function start() {
    const checked = await readConfig(parts)
    if ('problems' in checked) {
      setSession({ state: 'misconfigured', problems: checked.problems })
      return
    }
    const { config } = checked
    keeper = undefined
    let loading: Promise<Keeper> | undefined
    const load = async () => {
      const both = Promise.all([import('./session'), parts.storage()])
      const loaded = await inTime(clock, patience, both, undefined)
      if (!loaded) throw new Error('the part that logs in did not come')
      const [{ createKeeper }, storage] = loaded
      keeper = createKeeper({
        ...{ ...parts, storage, config },
        onSession: setSession,
        onConnection(next) {
          connection = next
          tell({ kind: 'connection', connection })
        },
        onEvent: (topic, body) => tell({ kind: 'event', topic, body }),
      })
      return keeper
    }
    ready = {
      config,
      keeper() {
        loading ??= load().catch((error) => {
          // A network that was down once may be up again.
          loading = undefined
          throw error
        })
        return loading
      },
    }
    setSession(signedOut(config))
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

  async function serve(port: Port, request: Numbered): Promise<unknown> {
    keeper?.heard(port, request)
    // Answered at once, before the configuration is read: silence would mean that nobody lives here.
    // A good-bye neither: the page may say hello again in the meantime.
    switch (request.kind) {
      case 'hello':
        return hello(port, request.folder)
      case 'bye':
        pages.delete(port)
        keeper?.watching.leave(port)
        return asks.leave(port)
      case 'ping':
        // Pages ask every few seconds, and at once when a machine wakes.
        return keeper?.look()
    }
    const arrivedIn = keeper?.login()
    await started
    switch (request.kind) {
      case 'begin':
        if (!ready) throw new Error('there is no configuration')
        return (await ready.keeper()).begin(request, folderOf(port))
      case 'finish':
        return finish(request)
      case 'ask':
        if (operations[request.operation].realm === 'engine') throw refusal(request.operation)
        if (!keeper) throw none(request.operation)
        return ask(keeper, port, { ...request, login: request.login ?? arrivedIn })
      case 'cancel':
        keeper?.watching.cancel(port, request.ask)
        return asks.cancel(port, request.ask)
      case 'watch':
        return keeper?.watching.open(port, request.id, request.topics, progressOf(port, request.id))
      case 'listen':
        return keeper?.channel.listen(request.userId)
      case 'active':
        // What a page tells of conversations is no hand on the desk.
        return request.live === undefined ? keeper?.touch() : undefined
      case 'trail':
        return (await ready?.keeper())?.trail()
      case 'health':
        return keeper?.health()
      case 'places':
        return (await ready?.keeper())?.places(request.wish)
      case 'online':
        keeper?.online()
        // Back: do not wait for the next attempt.
        if (connection.state === 'waiting') keeper?.channel.resume()
        return
      case 'offline':
        // A socket that looks open is not.
        if (connection.state === 'live') keeper?.channel.interrupt()
        return
      case 'reconnect':
        return keeper?.channel.reconnect()
      case 'sign-out':
        return (await ready?.keeper())?.signOut(folderOf(port))
      default:
        return request satisfies never
    }
  }

  const progressOf = (port: Port, id: number) => (progress: Progress | Watched) =>
    port.postMessage({ kind: 'progress', id, progress } satisfies Message)

  function ask(at: Keeper, port: Port, request: Extract<Numbered, { kind: 'ask' }>) {
    const { id, follow, lane, until } = request
    const onProgress = progressOf(port, id)
    const signal = asks.open(port, id, operations[request.operation].access)
    return at
      .ask(request, { source: port, signal, lane, until, onProgress: follow && onProgress })
      .finally(() => asks.close(port, id))
  }

  const folderOf = (port: Port) => pages.get(port)?.folder ?? ''

  async function finish(request: Extract<Numbered, { kind: 'finish' }>) {
    if (!ready) return undefined
    const { config, keeper: load } = ready
    const loaded = await load().catch(() => undefined)
    if (loaded) return loaded.finish(request)
    setSession(signedOut(config, 'not-loaded'))
    return undefined
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
    keeper?.look()
    keeper?.watching.back(port)
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

function fail(port: Port, id: number, failure: Failure) {
  port.postMessage({ kind: 'failed', id, failure } satisfies Message)
}
