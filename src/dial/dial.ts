/** A call to be placed: to whom, on behalf of whom, and whether that can be ordered at all. Pure. */

import type { PlacedTo } from '~/conversations/placed'
import type { QueueId } from '~/genesys/ids'
import type { CreateCallRequest } from '~/genesys/wirecalls'
import { t } from '~/language'
import { problemOfId } from '~/transfer/check'

import type { Destination } from '~/transfer/destination'

/** E.164; or a short number, of which nobody knows the country: it goes out as it was typed. */
const callable = /^(\+[1-9]\d{3,14}|\d{2,6})$/
/** A contact's, as Genesys Cloud has it. */
const written = /^\+?\d[\d ()./-]{1,29}$/

/** In the words of what is wrong; undefined when it can go. */
export function problemOf(to: Destination): string | undefined {
  switch (to.kind) {
    case 'number':
      if (callable.test(to.id)) return undefined
      return t`Number: it must begin with + and the country code, or be a short number of 2 to 6 digits.`
    case 'contact':
      return written.test(to.number)
        ? undefined
        : t`Contact: this is not a number that can be called.`
    case 'queue':
    case 'person':
      return problemOfId(to)
    default:
      return to satisfies never
  }
}

/** What is shown to whom is called: a number in E.164, and a name where the network passes it on. */
export interface CallerId {
  readonly number: string
  readonly name?: string
}

/**
 * Exactly one destination. Those outside are called on behalf of a queue, and see the caller id that was chosen;
 * without one what Genesys Cloud gives the queue or the agent.
 */
export function requestFor(
  to: Destination,
  onBehalfOf: QueueId | undefined,
  callerId?: CallerId,
): CreateCallRequest {
  const from = {
    ...(onBehalfOf ? { callFromQueueId: onBehalfOf } : {}),
    ...(callerId ? { callerId: callerId.number } : {}),
    ...(callerId?.name ? { callerIdName: callerId.name } : {}),
  }
  switch (to.kind) {
    case 'number':
      return { phoneNumber: to.id, ...from }
    case 'contact':
      return { phoneNumber: to.number, externalContactId: to.id, ...from }
    case 'queue':
      return { callQueueId: to.id }
    case 'person':
      return { callUserId: to.id }
    default:
      return to satisfies never
  }
}

export function placedTo(to: Destination): PlacedTo {
  switch (to.kind) {
    case 'number':
      return { number: to.id }
    case 'contact':
      return { number: to.number }
    case 'queue':
      return { queueId: to.id }
    case 'person':
      return { userId: to.id }
    default:
      return to satisfies never
  }
}

/** Somebody's address in a call that is over, to be called again; nothing where it is no number. */
export function numberOf(customer: { readonly name: string; readonly address: string }) {
  const plain = customer.address.replaceAll(/[\s()./-]/g, '')
  return callable.test(plain)
    ? ({ kind: 'number', id: plain, name: customer.name } as const)
    : undefined
}
