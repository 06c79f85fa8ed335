import { type EventFaultKind, eventFaultKinds } from '../notifications/eventfaults'
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
import { boundsFor } from './faults'

/** How late an event comes, unless it is said; a second copy comes at once. */
const lateMs: Readonly<Record<EventFaultKind, number>> = {
  delay: 1000,
  reorder: 1000,
  duplicate: 0,
  lose: 0,
}

const fields = ['kind', 'topic', 'userId', 'times', 'probability', 'seed', 'forMs', 'ms']

function addFault(ask: ControlAsk) {
  requireKnown(ask, fields)
  const kind = eventFaultKinds.find((known) => known === requiredText(ask, 'kind'))
  if (!kind) throw new BadAsk(`kind must be one of ${eventFaultKinds.join(', ')}`, 'kind')
  const topic = optionalText(ask, 'topic')
  const userId = optionalUser(ask)
  const id = ask.world().eventFaults.add({
    kind,
    ms: optionalNumber(ask, 'ms', { most: longestMs }) ?? lateMs[kind],
    ...(topic !== undefined && { topic }),
    ...(userId !== undefined && { userId }),
    ...boundsFor(ask),
  })
  return { status: 201, body: { id } }
}

function removeFault({ world, params: { faultId = '' } }: ControlAsk) {
  if (!world().eventFaults.remove(faultId)) {
    throw new BadAsk(`There is no fault ${faultId}`, undefined, 404)
  }
  return { status: 204 }
}

/** What goes wrong on purpose with events on their way: until the reset. */
export const eventRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/events/faults', answer: addFault },
  {
    method: 'GET',
    path: '/events/faults',
    answer: ({ world }) => ({ status: 200, body: world().eventFaults.list() }),
  },
  {
    method: 'DELETE',
    path: '/events/faults',
    answer({ world }) {
      world().eventFaults.clear()
      return { status: 204 }
    },
  },
  { method: 'DELETE', path: '/events/faults/{faultId}', answer: removeFault },
]
