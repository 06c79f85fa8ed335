import { operationFacts } from '../contract/facts'
import { type FaultKind, type FaultSpec, faultKinds } from '../faults'
import { loginOperations } from '../oauth/host'
import {
  BadAsk,
  type ControlAsk,
  type ControlRoute,
  longestMs,
  optionalNumber,
  optionalText,
  optionalUser,
  requiredText,
  requireKnown,
} from './ask'

const standardStatus = 500
const delayMs = 1000

/** Answers with one of these have no body. */
const bodiless = [204, 205, 304]

/** A page and an answer without a body may come with any status; an error is one of 400 and above. */
function statusFor(ask: ControlAsk, kind: FaultKind): Pick<FaultSpec, 'status'> {
  const least = kind === 'html' || kind === 'empty' ? 200 : 400
  const status = optionalNumber(ask, 'status', { least, most: 599 })
  if (kind === 'html' && status !== undefined && bodiless.includes(status)) {
    throw new BadAsk(`A page cannot come with ${status}`, 'status')
  }
  if (status !== undefined) return { status }
  return kind === 'truncate' || kind === 'empty' ? {} : { status: standardStatus }
}

function timeFor(ask: ControlAsk, kind: FaultKind): Pick<FaultSpec, 'ms' | 'jitterMs'> {
  const ms = optionalNumber(ask, 'ms', { most: longestMs })
  const jitterMs = optionalNumber(ask, 'jitterMs', { most: longestMs })
  if (jitterMs !== undefined && kind !== 'delay') {
    throw new BadAsk('jitterMs is for a delay', 'jitterMs')
  }
  if (ms === undefined && kind === 'timeout') return {}
  return { ms: ms ?? delayMs, ...(jitterMs !== undefined && { jitterMs }) }
}

/** How often, of requests as of events: once, unless chance or time bound it. */
export function boundsFor(
  ask: ControlAsk,
): Pick<FaultSpec, 'times' | 'probability' | 'seed' | 'forMs'> {
  const probability = optionalNumber(ask, 'probability', { most: 1, whole: false })
  const seed = optionalNumber(ask, 'seed')
  const forMs = optionalNumber(ask, 'forMs', { least: 1, most: longestMs })
  const isBound = probability !== undefined || forMs !== undefined
  const times = optionalNumber(ask, 'times', { least: 1 }) ?? (isBound ? undefined : 1)
  return {
    ...(times !== undefined && { times }),
    ...(probability !== undefined && { probability }),
    ...(seed !== undefined && { seed }),
    ...(forMs !== undefined && { forMs }),
  }
}

/** The name of an operation of the API, or one of the others, when the body has one. */
export function optionalOperation(
  ask: ControlAsk,
  others: readonly string[] = [],
): string | undefined {
  const operation = optionalText(ask, 'operation')
  if (operation === undefined || others.includes(operation)) return operation
  if (!Object.hasOwn(operationFacts, operation)) {
    throw new BadAsk(`There is no operation ${operation}`, 'operation')
  }
  return operation
}

const fields = [
  'method',
  'path',
  'operation',
  'userId',
  'times',
  'probability',
  'seed',
  'forMs',
  'kind',
  'status',
  'code',
  'retryAfter',
  'ms',
  'jitterMs',
  'phase',
]

function addFault(ask: ControlAsk) {
  requireKnown(ask, fields)
  const kind = faultKinds.find((known) => known === requiredText(ask, 'kind'))
  if (!kind) throw new BadAsk(`kind must be one of ${faultKinds.join(', ')}`, 'kind')
  const phase = optionalText(ask, 'phase') ?? 'before'
  if (phase !== 'before' && phase !== 'after') {
    throw new BadAsk('phase must be before or after', 'phase')
  }
  const path = optionalText(ask, 'path')
  if (path && !path.startsWith('/') && !path.startsWith('*')) {
    throw new BadAsk('path must be a full pathname', 'path')
  }
  const method = optionalText(ask, 'method')?.toUpperCase()
  const operation = optionalOperation(ask, loginOperations)
  const userId = optionalUser(ask)
  const code = optionalText(ask, 'code')
  const retryAfter = optionalNumber(ask, 'retryAfter')
  const id = ask.faults.add({
    kind,
    phase,
    ...boundsFor(ask),
    ...statusFor(ask, kind),
    ...timeFor(ask, kind),
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path }),
    ...(operation !== undefined && { operation }),
    ...(userId !== undefined && { userId }),
    ...(code !== undefined && { code }),
    ...(retryAfter !== undefined && { retryAfter }),
  })
  return { status: 201, body: { id } }
}

function removeFault({ faults, params: { faultId = '' } }: ControlAsk) {
  if (!faults.remove(faultId)) throw new BadAsk(`There is no fault ${faultId}`, undefined, 404)
  return { status: 204 }
}

export const faultRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/faults', answer: addFault },
  {
    method: 'GET',
    path: '/faults',
    answer: ({ faults }) => ({ status: 200, body: faults.list() }),
  },
  {
    method: 'DELETE',
    path: '/faults',
    answer({ faults }) {
      faults.clear()
      return { status: 204 }
    },
  },
  { method: 'DELETE', path: '/faults/{faultId}', answer: removeFault },
]
