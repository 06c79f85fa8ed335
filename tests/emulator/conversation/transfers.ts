import type { Conversation } from './call'
import { time } from './wire'

/** How far the latest transfers are, as REST tells it. */
export function restTransfers({ recentTransfers }: Conversation) {
  return recentTransfers.map(({ initiator, arrived: _, ...transfer }) => ({
    ...transfer,
    dateIssued: time(transfer.dateIssued),
    initiator: { userId: initiator.userId },
  }))
}

/** In small letters here, capitalised in REST. */
export function eventTransfers(conversation: Conversation) {
  return restTransfers(conversation).map(({ state, transferType, ...transfer }) => ({
    ...transfer,
    state: state.toLowerCase(),
    transferType: transferType.toLowerCase(),
  }))
}
