import type { Conversation, SpeakTo } from '../../emulator/conversation/call'
import type { Destination } from '../../emulator/conversation/transfer'
import { as, become, ben, of, talking } from './line'

/** Calls in which Ana consults somebody about the customer. */

export function consulting(
  destination: Destination,
  speakTo: SpeakTo = 'DESTINATION',
  call = talking(),
) {
  const objectId = of(call, 'customer').id
  return become(call, 4000, { type: 'consult', ...as(call, 'ana'), objectId, destination, speakTo })
}
export function consulted(speakTo?: SpeakTo, call?: Conversation): Conversation {
  const rings = consulting({ agent: ben }, speakTo, call)
  return become(rings, 5000, { type: 'answer', ...as(rings, 'ben') })
}
export const hangUp = (call: Conversation, who: string) =>
  become(call, 6000, { type: 'hangUp', ...as(call, who) })
export const speak = (call: Conversation, speakTo: SpeakTo) =>
  become(call, 6000, { type: 'speakTo', speakTo, ...as(call, 'ana') })
export const cancel = (call: Conversation) =>
  become(call, 6000, { type: 'cancelConsult', ...as(call, 'ana') })
export const transferOf = (call: Conversation) => call.recentTransfers.at(-1)?.state

export const alone = { customer: 'connected', ana: 'connected' }
export const asked = { customer: 'connected confined', ana: 'connected' }
