/** Who hears the keys of an agent: whoever they speak to. */
import type { ParticipantId } from '~/genesys/ids'
import { consultOf } from './consult'
import type { Conversation } from './conversation'
import { partiesOf } from './parties'

/** In a consult the one who is spoken to; else the customer, or whoever else is there. */
export function heardBy(conversation: Conversation): ParticipantId | undefined {
  const consult = consultOf(conversation)
  if (consult) return consult.speaking === 'consulted' ? consult.consulted.id : consult.customer.id
  const others = partiesOf(conversation).filter(
    ({ isMe, state, supervises }) => !isMe && state === 'connected' && !supervises,
  )
  return (others.find(({ isCustomer }) => isCustomer) ?? others[0])?.id
}
