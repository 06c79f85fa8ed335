/** What the role of this agent admits, of the verbs of the desk: asked before anything is sent. */

import { admits, lackWords, whyNotAllowed } from '~/genesys/allowed'
import type { OperationName } from '~/genesys/operations'
import { t } from '~/language'
import { whyNotAllowedHere } from '~/transfer/allowed'
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
  contact: 'transferToContact',
} as const satisfies Record<Destination['kind'], OperationName>

/** Undefined when a transfer of any kind is admitted. */
export function whyNotTransfer(desk: Desk): string | undefined {
  const why = Object.values(transfers).map((operation) => whyNot(desk, operation))
  return why.every(Boolean) ? why[0] : undefined
}

const because = <To extends Destination>(to: To, why: string | undefined): To =>
  why ? { ...to, whyNot: to.whyNot ?? why } : to

const isMe = (to: Destination) => to.kind === 'person' && to.isMe === true

/** As it is, or with why no call is transferred there: what the role lacks, or what the organization does not allow. */
export function admitted<To extends Destination>(desk: Desk, to: To): To {
  if (isMe(to)) return because(to, t`This is you: the call is already here`)
  return because(to, whyNot(desk, transfers[to.kind]) ?? whyNotAllowedHere(to, desk.allowed))
}

/** Why nobody is called there from here. A role that may not transfer may call all the same. */
export const whyNotThere = (desk: Desk, to: Destination): string | undefined =>
  isMe(to) ? t`This is you` : whyNotAllowedHere(to, desk.allowed)

/** As it is, or with why it is not called from here. */
export const callable = <To extends Destination>(desk: Desk, to: To): To =>
  because(to, whyNotThere(desk, to))
