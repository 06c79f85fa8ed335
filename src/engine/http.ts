/**
 * The one way to the Platform API: an operation of the table in, its answer or a `Failed` out.
 * ky sends; whether to send again is decided in retry.ts alone, because ky would repeat a POST whose
 * connection was reset, and a repeated command to a live call is dangerous.
 */
import ky from 'ky'
import type { Clock } from '~/clock'
import { Failed, type Failure } from '~/genesys/errors'
import { type OperationName, operations } from '~/genesys/operations'
import type { ErrorBody } from '~/genesys/wire'
import { deadline } from './deadline'
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
const correlationHeader = 'inin-correlation-id'

export interface Http {
  call(
    operation: OperationName,
    params: Readonly<Record<string, string | undefined>>,
    body?: unknown,
  ): Promise<unknown>
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
    async call(operation, params, body) {
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
        const leave = await throttle.enter(lane, deadline - clock.now())
        if (!leave || clock.now() >= deadline) {
          const retryAfter = Math.ceil(throttle.paused() / 1000)
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
          return await send(operation, api() + path, json, asked)
        } catch (error) {
          if (!(error instanceof Failed)) throw error
          const { failure } = error
          if (failure.kind === 'rate-limited')
            throttle.pause(clock.now() + failure.retryAfter * 1000)
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

function failureOfStatus(operation: OperationName, response: Response, text: string): Failure {
  const { status } = response
  const error = errorBody(text)
  const id = response.headers.get(correlationHeader) ?? error.contextId
  const common = { operation, ...(id ? { correlationId: id } : {}) }
  if (status === 401) return { ...common, kind: 'signed-out', outcome: 'refused', refused: true }
  if (status === 429)
    return {
      ...common,
      kind: 'rate-limited',
      outcome: 'refused',
      status,
      retryAfter: secondsToWait(response.headers.get('retry-after'), error.message),
    }
  if (status >= 500)
    return { ...common, kind: 'unreachable', outcome: 'unknown', cause: 'server', status }
  return {
    ...common,
    kind: 'refused',
    outcome: 'refused',
    status,
    code: error.code ?? 'unknown',
    message: (error.message ?? `status ${status}`).slice(0, 500),
  }
}

/** From the header where the browser may read it, else from the message, else a whole window. */
export function secondsToWait(header: string | null, message?: string): number {
  const seconds = Number(header ?? /\[(\d+)\]/.exec(message ?? '')?.[1])
  return Number.isFinite(seconds) && seconds > 0 ? Math.ceil(seconds) : 60
}

function errorBody(text: string): ErrorBody {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body !== 'object' || body === null) return {}
    const { code, message, contextId } = body as Record<string, unknown>
    return {
      ...(typeof code === 'string' ? { code } : {}),
      ...(typeof message === 'string' ? { message } : {}),
      ...(typeof contextId === 'string' ? { contextId } : {}),
    }
  } catch {
    return {}
  }
}

function parse(operation: OperationName, text: string): unknown {
  // A command is accepted with an empty body; a read without one has lost it on the way.
  if (text === '' && operations[operation].access === 'write') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new Failed({ kind: 'unreachable', outcome: 'unknown', cause: 'unreadable', operation })
  }
}

/** Refused by the engine itself: nothing was sent. */
export function refusal(
  operation: OperationName,
  code = 'not.in.table',
  status = 0,
  message = 'The desk may not ask this.',
): Failed {
  return new Failed({ kind: 'refused', outcome: 'refused', operation, status, code, message })
}
