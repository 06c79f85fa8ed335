/**
 * The one way to the Platform API: an operation of the table in, its answer or a `Failed` out. Whether it
 * is sent again is decided by retry.ts, when by throttle.ts and circuit.ts.
 */
import type { Clock } from '~/clock'
import { Failed, type Failure } from '~/genesys/errors'
import type { Lane } from '~/genesys/operation'
import { type OperationName, operations } from '~/genesys/operations'
import type { Progress } from '~/protocol/protocol'
import { type AttemptParts, type Call, createAttempts, givenUp } from './attempt'
import type { Answering, Circuit, Permit } from './circuit'
import type { Sent, Unsent } from './meter'
import { pathOf } from './path'
import { refusal } from './refusal'
import { lives, silences, waitBefore } from './retry'
import { createSharing } from './sharing'
import type { Leave, Throttle } from './throttle'

/** The platform's own limit for a request. Bytes. */
const largestBody = 512_000

export interface Http {
  call(
    operation: OperationName,
    params: Readonly<Record<string, string | undefined>>,
    body?: unknown,
    options?: CallOptions,
  ): Promise<unknown>
  /** Something has happened: reads that are on their way may be older than that. */
  heard(): void
}

export interface CallOptions {
  /** Who asks: those of one lane take turns. */
  readonly source?: unknown
  /** Only what nobody waits for: a read that can wait longer. */
  readonly lane?: 'background' | undefined
  /** Nobody waits any more: what has not gone out does not, a read is cut off, a command that has goes on. */
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
  /** A command does not go out after this moment. Milliseconds since the epoch. */
  readonly until?: number | undefined
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

export interface HttpParts extends AttemptParts {
  /** The origin. */
  readonly api: () => string
  readonly throttle: Throttle
  /** That of an origin. */
  readonly circuit: (api: string) => Circuit
  readonly random: () => number
  readonly bearer: Bearer
  /** The lane of all its reads, whatever their own. */
  readonly lane?: Lane
  /** Told of every request that went out, once it is over. */
  readonly onSent?: (sent: Sent) => void
  /** Told of every one that was to go out, and did not in its time. */
  readonly onUnsent?: (unsent: Unsent) => void
}

export function createHttp(parts: HttpParts): Http {
  const { clock, throttle, bearer, onSent, onUnsent } = parts
  const sharing = createSharing()
  const send = createAttempts(parts)

  /** From its turn to its answer, as often as the table of retries allows. */
  async function run(call: Call, options: CallOptions, onOut = () => {}): Promise<unknown> {
    const { operation, access, lane, params } = call
    const { source, signal, onProgress } = options
    const circuit = parts.circuit(call.api)
    const waiting = lane === 'background' ? 'background' : 'awaited'
    const life = lives[access === 'write' ? 'write' : waiting]
    let deadline = Math.min(clock.now() + life, options.until ?? Number.POSITIVE_INFINITY)
    /** Until when a silent host is waited for. */
    let silence = clock.now() + silences[waiting]
    let queued = clock.now()
    const left = () => deadline - clock.now()

    /** It did not go out in time. */
    function late(failure: Failure): Failed {
      const waited = clock.now() - queued
      if (!signal?.aborted) onUnsent?.({ operation, lane, at: clock.now(), waited, failure })
      return new Failed(signal?.aborted ? givenUp(operation) : failure)
    }

    /** A read is as good as ever after the agent has signed in again; a command is not. */
    async function waitFor(token: Promise<void> | undefined) {
      const since = clock.now()
      await token
      if (access === 'read') {
        deadline += clock.now() - since
        silence += clock.now() - since
      }
      if (signal?.aborted || left() <= 0) throw late(givenUp(operation))
    }

    function tokenOf(): string {
      const token = bearer.token()
      if (token && bearer.login() === call.login) return token
      throw new Failed({ kind: 'signed-out', outcome: 'refused', operation })
    }

    async function turn(): Promise<{ permit: Permit; leave: Leave }> {
      for (;;) {
        const permit =
          access === 'write'
            ? circuit.pass(call)
            : await circuit.enter(call, Math.min(left(), silence - clock.now()), signal)
        if (!permit)
          throw late({ kind: 'unreachable', outcome: 'unknown', cause: 'network', operation })
        const leave = await throttle.enter({ operation, lane, patience: left(), source, signal })
        if (leave && left() > 0 && (access === 'write' || permit.holds())) return { permit, leave }
        permit.over('given-up')
        leave?.unused()
        if (!leave || left() <= 0) throw late(notInTime())
      }
    }

    function notInTime(): Failure {
      const retryAfter = Math.ceil(throttle.paused(operation) / 1000)
      return retryAfter > 0
        ? { kind: 'rate-limited', outcome: 'refused', status: 429, operation, retryAfter }
        : givenUp(operation)
    }

    let renewed = false
    let gaveWay = false
    for (let attempt = 1; ; ) {
      await waitFor(bearer.ready(operation, left(), params))
      onProgress?.({ step: 'queued' })
      queued = clock.now()
      const { permit, leave } = await turn()
      let token: string
      let isHeld = true
      const giveBack = () => {
        if (!isHeld) return
        isHeld = false
        permit.over('given-up')
        leave.unused()
      }
      try {
        const waits = bearer.ready(operation, left(), params)
        if (waits && !gaveWay) {
          // Not with a place that others could use, nor as the one that finds out. Once: who goes on in doubt
          // about a token is told to wait each time.
          gaveWay = true
          giveBack()
          await waitFor(waits)
          continue
        }
        await waitFor(waits)
        token = tokenOf()
        onProgress?.({ step: 'sent', attempt })
        onOut()
        permit.out()
        isHeld = false
      } finally {
        giveBack()
      }
      const at = clock.now()
      const { value, failure, told, correlationId } = await send(
        call,
        token,
        access === 'read' ? signal : undefined,
      )
      leave.done(told)
      permit.over(answeringOf(failure))
      if (failure?.kind === 'signed-out') bearer.refused(token, correlationId)
      const chance = parts.random()
      const wait =
        failure &&
        waitBefore({ access, lane, failure, sent: attempt, renewed, left: left(), chance })
      onSent?.({
        ...{ operation, lane, attempt, at, waited: at - queued, took: clock.now() - at },
        ...(failure && { failure, gaveUp: wait === undefined }),
        ...(correlationId && { correlationId }),
      })
      if (!failure) {
        onProgress?.({ step: 'accepted', ...(correlationId && { correlationId }) })
        return value
      }
      if (wait === undefined) throw new Failed(failure)
      renewed ||= failure.kind === 'signed-out'
      attempt++
      gaveWay = false
      if (wait > 0) {
        onProgress?.({ step: 'queued' })
        await pause(clock, wait, signal)
      }
    }
  }

  return {
    async call(operation, params, body, options = {}) {
      const { access, lane: usual } = operations[operation]
      const lane = access === 'read' ? (options.lane ?? parts.lane ?? usual) : usual
      const path = pathOf(operation, params)
      const json = body === undefined ? undefined : JSON.stringify(body)
      if (json && new TextEncoder().encode(json).length > largestBody)
        throw refusal(operation, 'request.entity.too.large', 413, 'It is too long.')
      const [api, login] = [parts.api(), bearer.login()]
      const url = api + path
      const call: Call = { operation, access, lane, params, body: json, api, url, login }
      if (access === 'write') {
        sharing.changed()
        return run(call, options).finally(sharing.changed)
      }
      const key = [login, lane, operation, url, json].join(' ')
      return sharing.join(
        key,
        (signal, onOut) => run(call, { ...options, signal }, onOut),
        () => new Failed(givenUp(operation)),
        options.signal,
      )
    },
    heard: sharing.changed,
  }
}

function answeringOf(failure: Failure | undefined): Answering {
  if (failure?.kind === 'expired') return 'given-up'
  if (failure?.kind !== 'unreachable') return 'answered'
  if (failure.cause !== 'server') return failure.cause === 'unreadable' ? 'answered' : 'silent'
  return failure.status === 500 || failure.status === 408 ? 'answered' : 'silent'
}

/** Shorter when nobody waits any more. */
function pause(clock: Clock, ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      cancel()
      signal?.removeEventListener('abort', done)
      resolve()
    }
    const cancel = clock.after(ms, done)
    signal?.addEventListener('abort', done)
  })
}
