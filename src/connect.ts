/** The page's door to the engine. */
import { Failed, type Failure } from '~/genesys/errors'
import type {
  Ask,
  Begin,
  Begun,
  Message,
  Places,
  Port,
  Progress,
  Readings,
  Request,
  Transaction,
  Watched,
  WatchTopics,
} from '~/protocol/protocol'
import address from './engine/worker.ts?worker&url'

/** What the engine says of itself, to whoever listens. */
export type News = Exclude<Message, { kind: 'reply' | 'failed' | 'progress' }>

export interface Line {
  readonly ask: Ask
  /** Whether all tabs of the browser have the same engine. */
  readonly shared: boolean
  /** Prepares a sign-in: what to remember, and where to go. Undefined: not now. */
  begin(begin: Omit<Begin, 'kind'>): Promise<Begun | undefined>
  /**
   * Hands over the login host's answer, with the sign-in that waited for it here, if it did. `close`: this
   * page was opened for that alone.
   */
  finish(
    answer: string,
    transaction: Transaction | null,
  ): Promise<{ readonly close: boolean; readonly signedIn: boolean } | undefined>
  /** The agent has touched the desk; or, given `live`, nobody did: whether a conversation is live. */
  active(live?: boolean): void
  /** What has happened with sign-ins, or how everything fares. */
  read<Kind extends keyof Readings>(kind: Kind): Promise<Readings[Kind]>
  /** Where one can log in. */
  places(wish: string | undefined): Promise<Places | undefined>
  listen(userId: string): void
  readonly watchTopics: WatchTopics
  reconnect(): void
  /** Ends the sign-in; the answer is where the login host forgets it too. */
  signOut(): Promise<string | undefined>
}

/** Milliseconds: in a frame without storage a SharedWorker is made, and never answers. */
const patience = 1_000
/** Milliseconds for what a slow network or machine may take. */
const slow = 15_000
/** Milliseconds between two questions whether the engine lives. */
const beatEvery = 5_000
/** Milliseconds: longer than the engine takes for any answer, so that nothing is busy for ever. */
const askLife = 900_000

interface Policy {
  createScriptURL(text: string): string
}

declare global {
  /** Where the browser has Trusted Types. What they make is no text, but goes where a text would. */
  var trustedTypes: { createPolicy(name: string, policy: Policy): Policy } | undefined
}

/** Whatever is asked for, the engine is what can be started. */
const engineUrl =
  globalThis.trustedTypes
    ?.createPolicy('engine-url', { createScriptURL: () => address })
    .createScriptURL('') ?? address

/**
 * Reaches the engine, shared by all tabs where the browser has that, and this tab's own elsewhere.
 * `onLost` when it has died: what was asked is answered 'unknown', and another has to be reached.
 */
export async function connectEngine(
  folder: string,
  onNews: (news: News) => void,
  onLost: () => void = () => {},
): Promise<Line> {
  const join = (worker: Worker | SharedWorker) => joinWorker(worker, folder, onNews, onLost)
  // Into the browser's cache first, to the last byte: patience is not for the network.
  const loaded = fetch(address, { cache: 'force-cache' }).then((response) => response.text())
  await Promise.race([loaded.catch(() => {}), new Promise((done) => setTimeout(done, slow))])
  const shared = typeof SharedWorker === 'function' ? await join(openShared()) : null
  const line = shared ?? (await join(new Worker(engineUrl, { type: 'module', name: 'minidesk' })))
  if (!line) throw new Error('the engine did not start')
  return line
}

function openShared() {
  return new SharedWorker(engineUrl, {
    type: 'module',
    name: 'minidesk',
    // In development a living engine would answer with yesterday's code.
    ...(import.meta.env.PROD ? { extendedLifetime: true } : {}),
  })
}

/** Says hello; null when nobody answers in time. */
function joinWorker(
  worker: Worker | SharedWorker,
  folder: string,
  onNews: (news: News) => void,
  onLost: () => void,
): Promise<Line | null> {
  return new Promise((resolve) => {
    const port: Port = 'port' in worker ? worker.port : worker
    let joined = false
    const line = makeLine(port, folder, 'port' in worker, (news) => {
      if (!joined) {
        joined = true
        clearTimeout(timer)
        line.watch(onLost)
        resolve(line)
      }
      onNews(news)
    })
    const giveUp = () => {
      // A mistake in a living engine is not its end.
      if (joined) return
      clearTimeout(timer)
      line.post({ kind: 'bye' })
      port.onmessage = null
      if ('terminate' in worker) worker.terminate()
      resolve(null)
    }
    const timer = setTimeout(giveUp, 'port' in worker ? patience : slow)
    const target: EventTarget = worker
    target.addEventListener('error', giveUp)
    line.post({ kind: 'hello', folder })
  })
}

/** Of an ask, or of a watch. */
interface Options {
  readonly signal?: AbortSignal
  onProgress?(progress: Progress | Watched): void
}

interface Waiting {
  readonly operation: Failure['operation']
  readonly timer: ReturnType<typeof setTimeout>
  readonly onProgress: Options['onProgress'] | undefined
  resolve(value: unknown): void
  reject(reason: unknown): void
}

function makeLine(port: Port, folder: string, shared: boolean, onNews: (news: News) => void) {
  let last = 0
  /** How many pings in a row have brought nothing, not the time: a hidden page's timers are slow. */
  let unanswered = 0
  /** Whether a conversation is live, as it was told last. */
  let live = false
  /** The sign-in this page knows of. */
  let login: number | undefined
  const waiting = new Map<number, Waiting>()

  port.onmessage = ({ data: message }: { data: Message }) => {
    unanswered = 0
    if (message.kind === 'reply') return take(message.id)?.resolve(message.value)
    if (message.kind === 'failed') return take(message.id)?.reject(new Failed(message.failure))
    if (message.kind === 'progress') return waiting.get(message.id)?.onProgress?.(message.progress)
    if (message.kind === 'session')
      login = message.session.state === 'signed-in' ? message.session.login : undefined
    onNews(message)
  }

  function take(id: number) {
    const one = waiting.get(id)
    waiting.delete(id)
    clearTimeout(one?.timer)
    return one
  }

  /** Nobody will say any more whether it happened. */
  function abandon(id: number) {
    const one = take(id)
    if (!one) return
    // An engine that was only slow must not send it when nobody counts on that any more.
    post({ kind: 'cancel', ask: id })
    const { operation } = one
    const failure = {
      kind: 'unreachable',
      outcome: 'unknown',
      cause: 'network',
      operation,
    } as const
    one.reject(new Failed(failure))
  }

  function post(request: Request, id = ++last) {
    port.postMessage({ ...request, id })
  }

  function send<Value>(request: Request, { signal, onProgress }: Options = {}): Promise<Value> {
    const id = ++last
    const cancel = () => void (waiting.has(id) && post({ kind: 'cancel', ask: id }))
    signal?.addEventListener('abort', cancel)
    return new Promise<Value>((resolve, reject) => {
      waiting.set(id, {
        operation: request.kind === 'ask' ? request.operation : 'getMe',
        timer: setTimeout(() => abandon(id), askLife),
        onProgress,
        resolve: (value) => resolve(value as Value),
        reject,
      })
      post(request, id)
    })
  }

  return {
    shared,
    post,
    /** Notices when the engine dies, which no event tells. */
    watch(onLost: () => void) {
      const over = new AbortController()
      const { signal } = over
      const beat = () => {
        if (unanswered === 2) {
          for (const id of waiting.keys()) abandon(id)
          // It may only have been slow: then nothing it says later is heard twice.
          over.abort()
          post({ kind: 'bye' })
          port.onmessage = null
          onLost()
          return
        }
        unanswered++
        post({ kind: 'ping' })
        setTimeout(beat, beatEvery)
      }
      setTimeout(beat, beatEvery)
      // A page that leaves is told nothing more; one that comes back from the back-forward cache asks anew.
      window.addEventListener('pagehide', () => post({ kind: 'bye' }), { signal })
      for (const kind of ['online', 'offline'] as const)
        window.addEventListener(kind, () => post({ kind }), { signal })
      const back = ({ persisted }: PageTransitionEvent) => {
        if (!persisted) return
        unanswered = 0
        post({ kind: 'hello', folder })
        post({ kind: 'active', live })
      }
      window.addEventListener('pageshow', back, { signal })
    },
    ask: (operation, params, body, options) => {
      const follow = options?.onProgress && true
      const { lane, until } = options ?? {}
      return send(
        { kind: 'ask', operation, params: { ...params }, body, login, follow, lane, until },
        options,
      )
    },
    begin: (begin) => send({ kind: 'begin', ...begin }),
    finish: (answer, transaction) => send({ kind: 'finish', answer, transaction }),
    active(now) {
      live = now ?? live
      post({ kind: 'active', live: now })
    },
    read: (kind) => send({ kind }),
    places: (wish) => send({ kind: 'places', wish }),
    listen: (userId) => post({ kind: 'listen', userId }),
    watchTopics: (topics, options) => send({ kind: 'watch', topics }, options),
    reconnect: () => post({ kind: 'reconnect' }),
    signOut: () => send({ kind: 'sign-out' }),
  } satisfies Line & { post: unknown; watch: unknown }
}
