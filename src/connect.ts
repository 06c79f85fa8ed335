/** The page's door to the engine. */
import { Failed } from '~/genesys/errors'
import type { Ask, Message, Port, Request, Transaction } from '~/protocol'
import engineUrl from './engine/worker.ts?worker&url'

/** What the engine says of itself, to whoever listens. */
export type News = Exclude<Message, { kind: 'reply' | 'failed' }>

export interface Line {
  readonly ask: Ask
  /** Prepares a sign-in: what to remember, and where to go. */
  begin(returnTo: string): Promise<{ url: string; transaction: Transaction }>
  /** Hands over the login host's answer, with the sign-in that waited for it. */
  finish(answer: string, transaction: Transaction | null): Promise<void>
  listen(userId: string): void
  reconnect(): void
  /** Ends the sign-in; the answer is where the login host forgets it too. */
  signOut(): Promise<string | undefined>
}

/** Milliseconds: in a frame without storage a SharedWorker is made, and never answers. */
const patience = 1_000

/** Reaches the engine, shared by all tabs where the browser has that, and this tab's own elsewhere. */
export async function connectEngine(folder: string, onNews: (news: News) => void): Promise<Line> {
  const shared = typeof SharedWorker === 'function' ? await join(openShared, folder, onNews) : null
  const line = shared ?? (await join(openDedicated, folder, onNews))
  if (!line) throw new Error('the engine did not start')
  return line
}

type Opened = { readonly port: Port; onError(fn: () => void): void }

function openShared(): Opened {
  const worker = new SharedWorker(engineUrl, {
    type: 'module',
    name: 'minidesk',
    // In development a living engine would answer with yesterday's code.
    ...(import.meta.env.PROD ? { extendedLifetime: true } : {}),
  })
  return { port: worker.port, onError: (fn) => worker.addEventListener('error', fn) }
}

function openDedicated(): Opened {
  const worker = new Worker(engineUrl, { type: 'module', name: 'minidesk' })
  return { port: worker, onError: (fn) => worker.addEventListener('error', fn) }
}

/** Says hello; null when nobody answers in time. */
function join(
  open: () => Opened,
  folder: string,
  onNews: (news: News) => void,
): Promise<Line | null> {
  return new Promise((resolve) => {
    const { port, onError } = open()
    const line = makeLine(port, (news) => {
      clearTimeout(timer)
      resolve(line)
      onNews(news)
    })
    const giveUp = () => {
      clearTimeout(timer)
      line.send({ kind: 'bye' })
      port.onmessage = null
      resolve(null)
    }
    const timer = setTimeout(giveUp, patience)
    onError(giveUp)
    line.send({ kind: 'hello', folder })
    // A page that leaves is told nothing more; one that comes back from the back-forward cache asks anew.
    window.addEventListener('pagehide', () => line.send({ kind: 'bye' }))
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) line.send({ kind: 'hello', folder })
    })
  })
}

function makeLine(port: Port, onNews: (news: News) => void) {
  let last = 0
  const waiting = new Map<
    number,
    { resolve(value: unknown): void; reject(reason: unknown): void }
  >()

  port.onmessage = ({ data: message }: { data: Message }) => {
    if (message.kind === 'reply') take(message.id)?.resolve(message.value)
    else if (message.kind === 'failed') take(message.id)?.reject(new Failed(message.failure))
    else onNews(message)
  }

  function take(id: number) {
    const one = waiting.get(id)
    waiting.delete(id)
    return one
  }

  function send<Value>(request: Request): Promise<Value> {
    const id = ++last
    return new Promise<Value>((resolve, reject) => {
      waiting.set(id, { resolve: (value) => resolve(value as Value), reject })
      port.postMessage({ ...request, id })
    })
  }

  return {
    send,
    ask: (operation, params, body) => send({ kind: 'ask', operation, params: { ...params }, body }),
    begin: (returnTo) => send({ kind: 'begin', returnTo }),
    finish: (answer, transaction) => send({ kind: 'finish', answer, transaction }),
    listen: (userId) => void send({ kind: 'listen', userId }),
    reconnect: () => void send({ kind: 'reconnect' }),
    signOut: () => send({ kind: 'sign-out' }),
  } satisfies Line & { send: unknown }
}
