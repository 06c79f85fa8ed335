/** What keeps an agent from consulting somebody, or from adding them to the call. */

import type { Conversation } from '~/conversations/conversation'
import { whyNotAway } from '~/conversations/offer'
import { whyNotNow } from '~/transfer/consultation'
import type { Destination } from '~/transfer/destination'
import { consultOperations } from '~/transfer/orders'
import type { WhyNot } from '~/transfer/TransferPanel'
import type { Desk } from './desk'
import { whyNot, whyNotThere } from './rights'

export function whyNotJoin(desk: Desk, call: Conversation, to: Destination): WhyNot {
  // What keeps a transfer from it is not asked.
  const target = whyNotThere(desk, to)
  const away = whyNotAway(call)
  return {
    transfer: away,
    consult:
      whyNot(desk, consultOperations[to.kind]) ?? target ?? away ?? whyNotNow(call, 'consult'),
    invite: whyNot(desk, 'invite') ?? target ?? away ?? whyNotNow(call, 'invite'),
  }
}
