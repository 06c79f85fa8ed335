import { faultKinds } from '../faults'
import {
  BadAsk,
  type ControlAsk,
  type ControlRoute,
  optionalNumber,
  optionalText,
  optionalUser,
  requiredText,
} from './ask'

const delayMs = 1000

function addFault(ask: ControlAsk) {
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
  const userId = optionalUser(ask)
  const code = optionalText(ask, 'code')
  const retryAfter = optionalNumber(ask, 'retryAfter')
  const id = ask.faults.add({
    kind,
    phase,
    times: optionalNumber(ask, 'times', { least: 1 }) ?? 1,
    status: optionalNumber(ask, 'status', { least: 400, most: 599 }) ?? 500,
    ms: optionalNumber(ask, 'ms') ?? delayMs,
    ...(method !== undefined && { method }),
    ...(path !== undefined && { path }),
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
