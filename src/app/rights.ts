/** What the role of this agent admits, of the verbs of the desk: asked before anything is sent. */
import { admits, lackWords, whyNotAllowed } from '~/genesys/allowed'
import type { OperationName } from '~/genesys/operations'
import type { Destination } from '~/transfer/destination'
import type { Desk } from './desk'

export function whyNot(desk: Desk, operation: OperationName): string | undefined {
  return whyNotAllowed(operation, desk.me.permissions)
}

/**
 * Answer, Decline, Hold, Mute, End. One of several permissions admits the request; which change needs which
 * the platform does not say, so only an agent with none of them is told beforehand.
 */
export const whyNotCall = (desk: Desk) => whyNot(desk, 'updateCall')

const onQueue = 'routing:agent:onqueue'

/** The switch On Queue. No operation takes this permission, but one status does; off queue anybody may go. */
export function whyNotQueue({ me, presence }: Desk): string | undefined {
  if (me.permissions.size === 0 || presence.onQueue() || admits(me.permissions, onQueue))
    return undefined
  return lackWords({ names: [onQueue], any: false })
}

const transfers = {
  queue: 'transferToQueue',
  person: 'transferToAgent',
  number: 'transferToAddress',
} as const satisfies Record<Destination['kind'], OperationName>

/** Undefined when a transfer of any kind is admitted. */
export function whyNotTransfer(desk: Desk): string | undefined {
  const why = Object.values(transfers).map((operation) => whyNot(desk, operation))
  return why.every(Boolean) ? why[0] : undefined
}

/** As it is, or with the permission that it lacks. */
export function admitted<To extends Destination>(desk: Desk, to: To): To {
  const why = whyNot(desk, transfers[to.kind])
  return why ? { ...to, whyNot: why } : to
}
