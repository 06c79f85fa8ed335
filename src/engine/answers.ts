/** What an answer of the Platform API says: a value, or why there is none. */
import { Failed, type Failure } from '~/genesys/errors'
import { missingFrom } from '~/genesys/missing'
import { type OperationName, operations } from '~/genesys/operations'
import type { ErrorBody } from '~/genesys/wire'
import type { Told } from './limits'

const correlationHeader = 'inin-correlation-id'

/** Genesys Cloud's own id of the request, if the browser may read it. */
export const correlationOf = ({ headers }: Response): string | undefined =>
  headers.get(correlationHeader) ?? undefined

/** `text`: the body. */
export function failureOfStatus(
  operation: OperationName,
  response: Response,
  text: string,
): Failure {
  const { status } = response
  const error = errorBody(text)
  const id = correlationOf(response) ?? error.contextId
  const common = { operation, ...(id ? { correlationId: id } : {}) }
  if (status === 401) return { ...common, kind: 'signed-out', outcome: 'refused', refused: true }
  if (status === 429)
    return {
      ...common,
      kind: 'rate-limited',
      outcome: 'refused',
      status,
      retryAfter: secondsToWait(
        response.headers.get('retry-after'),
        error.message,
        limitsTold(response.headers).reset,
      ),
    }
  // Of a command that was not read to its end nobody says what came.
  if (status >= 500 || status === 408)
    return { ...common, kind: 'unreachable', outcome: 'unknown', cause: 'server', status }
  return {
    ...common,
    kind: 'refused',
    outcome: 'refused',
    status,
    code: error.code ?? 'unknown',
    message: (error.message ?? `status ${status}`).slice(0, 500),
    ...(status === 403 ? missingFrom(operation, text) : {}),
  }
}

/** From the header where the browser may read it, else from the message or another header, else a whole window. */
export function secondsToWait(header: string | null, message?: string, reset?: number): number {
  const said = [header, /\[(\d+)\]/.exec(message ?? '')?.[1], reset].map(Number)
  return Math.ceil(said.find((seconds) => Number.isFinite(seconds) && seconds > 0) ?? 60)
}

/** What is left of a limit. Genesys Cloud sends no such headers today; where it does, they are exact. */
export function limitsTold(headers: Headers): Pick<Told, 'limit' | 'remaining' | 'reset'> {
  const told = (['limit', 'remaining', 'reset'] as const).flatMap((name) => {
    const said = headers.get(`x-rate-limit-${name}`) ?? headers.get(`x-ratelimit-${name}`)
    return said && /^\d{1,9}$/.test(said) ? [[name, Number(said)]] : []
  })
  return Object.fromEntries(told)
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

export function parse(operation: OperationName, text: string): unknown {
  // A command is accepted with an empty body; a read without one has lost it on the way.
  if (text === '' && operations[operation].access === 'write') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new Failed({ kind: 'unreachable', outcome: 'unknown', cause: 'unreadable', operation })
  }
}
