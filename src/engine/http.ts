/**
 * The one way to the Platform API: an operation of the table in, its answer or a `Failed` out.
 * ky sends; whether to send again is decided in retry.ts alone, because ky would repeat a POST whose
 * connection was reset, and a repeated command to a live call is dangerous.
 */
import ky from 'ky'
import type { Clock } from '~/clock'
import { Failed, type Failure } from '~/genesys/errors'
import { type Lane, type OperationName, operations } from '~/genesys/operations'
import type { Progress } from '~/protocol/protocol'
import { failureOfStatus, parse } from './answers'
import { deadline } from './deadline'
import { refusal } from './refusal'
import { retryAfter } from './retry'
import type { Throttle } from './throttle'

/** Milliseconds: a command to a call is of no use, and a danger, when it goes out late. */
const writeLife = 10_000
/** Milliseconds in which the answer of a read is worth waiting for. */
const readLife = 30_000
/** Milliseconds for one attempt. */
const attemptLife = 10_000
/** The platform's own limit for a request. Bytes. */
const largestBody = 512_000

export interface Http {
  call(
    operation: OperationName,
    params: Readonly<Record<string, string | undefined>>,
    body?: unknown,
    options?: CallOptions,
  ): Promise<unknown>
}

export interface CallOptions {
  /** Who asks: those of one lane take turns. */
  readonly source?: unknown
  /** Nobody waits for its answer any more: a read is given up, an order goes on. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/** One request that went out, and what came of it. */
export interface Sent {
  readonly operation: OperationName
  readonly lane: Lane
  /** 1 the first time. */
  readonly attempt: number
  /** Milliseconds since the epoch when it went out. */
  readonly at: number
  /** Milliseconds that it waited for its turn. */
  readonly waited: number
  /** Milliseconds until the last byte of its answer, or until there was none. */
  readonly took: number
  readonly failure?: Failure
  readonly correlationId?: string
}

/** In whose name requests go out. */
export interface Bearer {
  /** Counts the sign-ins: what was asked in one is not sent in the name of the next. */
  login(): number
  token(): string | undefined
  /**
   * Waits while a token is being had, for a write `left` milliseconds at most. Rejects with `Failed` when
   * there will be none in time.
   */
  ready(
    operation: OperationName,
    left: number,
    params: Readonly<Record<string, string | undefined>>,
  ): Promise<void> | undefined
  /** The platform no longer accepts this token; the id is that of the request. */
  refused(token: string, correlationId?: string): void
}

export interface HttpParts {
  /** The origin. */
  readonly api: () => string
  readonly clock: Clock
  readonly throttle: Throttle
  readonly fetch: typeof globalThis.fetch
  readonly bearer: Bearer
  /** Told of every request that went out, once it is over. */
  readonly onSent?: (sent: Sent) => void
}

export function createHttp({ api, clock, throttle, fetch, bearer }: HttpParts): Http {
  const client = ky.create({
    fetch,
    timeout: false,
    retry: { limit: 1, methods: [] },
    throwHttpErrors: false,
    credentials: 'omit',
    redirect: 'error',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  })

  async function send(
    operation: OperationName,
    url: string,
    body: string | undefined,
    asked: number,
  ): Promise<unknown> {
    const token = bearer.token()
    if (!token || bearer.login() !== asked)
      throw new Failed({ kind: 'signed-out', outcome: 'refused', operation })
    const headers: Record<string, string> = { authorization: `Bearer ${token}` }
    if (body !== undefined) headers['content-type'] = 'application/json'
    // Until the last byte of the body: an answer that stops half-way is no answer.
    const { signal, cancel } = deadline(clock, attemptLife)
    let response: Response
    let text: string
    try {
      const { method } = operations[operation]
      response = await client(url, { method, headers, body, signal })
      text = await response.text()
    } catch {
      const cause = signal.aborted ? 'timeout' : 'network'
      throw new Failed({ kind: 'unreachable', outcome: 'unknown', cause, operation })
    } finally {
      cancel()
    }
    if (!response.ok) {
      const failure = failureOfStatus(operation, response, text)
      if (response.status === 401) bearer.refused(token, failure.correlationId)
      throw new Failed(failure)
    }
    return parse(operation, text)
  }

  return {
    async call(operation, params, body, { onProgress, source, signal } = {}) {
      const { access, lane } = operations[operation]
      const path = pathOf(operation, params)
      const asked = bearer.login()
      const json = body === undefined ? undefined : JSON.stringify(body)
      if (json && new TextEncoder().encode(json).length > largestBody)
        throw refusal(operation, 'request.entity.too.large', 413, 'It is too long.')
      let deadline = clock.now() + (access === 'write' ? writeLife : readLife)
      /** A read is as good as ever after the agent has signed in again; a command is not. */
      async function ready() {
        const since = clock.now()
        await bearer.ready(operation, deadline - since, params)
        if (access === 'read') deadline += clock.now() - since
      }
      let replayed = false
      for (let sent = 1; ; sent++) {
        await ready()
        onProgress?.({ step: 'queued' })
        const patience = deadline - clock.now()
        const leave = await throttle.enter({ operation, lane, patience, source, signal })
        if (!leave || clock.now() >= deadline) {
          leave?.done()
          const retryAfter = Math.ceil(throttle.paused(operation) / 1000)
          throw new Failed(
            retryAfter > 0
              ? { kind: 'rate-limited', outcome: 'refused', status: 429, operation, retryAfter }
              : { kind: 'expired', outcome: 'refused', operation },
          )
        }
        try {
          // Its time may have ended in the queue.
          await ready()
          // Or while it waited for a token, or for the command before it.
          if (clock.now() >= deadline)
            throw new Failed({ kind: 'expired', outcome: 'refused', operation })
          onProgress?.({ step: 'sent', attempt: sent })
          const answer = await send(operation, api() + path, json, asked)
          leave.done({ status: 200 })
          return answer
        } catch (error) {
          if (!(error instanceof Failed)) {
            leave.done()
            throw error
          }
          const { failure } = error
          leave.done(
            failure.kind === 'rate-limited' ? { status: 429, retryAfter: failure.retryAfter } : {},
          )
          // Refused for its token alone, so nothing has happened: once more, with the next one.
          if (failure.kind === 'signed-out' && failure.refused && !replayed) {
            replayed = true
            continue
          }
          const wait = retryAfter({ access, failure, sent, left: deadline - clock.now() })
          if (wait === undefined) throw error
          await new Promise<void>((resolve) => clock.after(wait, resolve))
        }
      }
    },
  }
}

/**
 * The path and query of an operation. Every parameter is one path segment or one query value: a
 * slash, a dot segment or a foreign parameter is a mistake of ours or an attack, and is not sent.
 */
export function pathOf(
  operation: OperationName,
  params: Readonly<Record<string, string | undefined>>,
): string {
  const { path, query } = operations[operation]
  const names: readonly string[] = query
  const used = new Set<string>()
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined || !/^[\w:@-][\w.:@-]*$/.test(value)) throw refusal(operation)
    used.add(name)
    return encodeURIComponent(value)
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(params)) {
    if (used.has(name) || value === undefined) continue
    if (!names.includes(name)) throw refusal(operation)
    search.set(name, value)
  }
  return search.size > 0 ? `${filled}?${search}` : filled
}
