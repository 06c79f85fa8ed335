import type { Conversation, Transfer } from './call'
import { endParticipant } from './ending'

/** Somebody took what a transfer sent: its initiator is off. A consult goes on until it is completed. */
export function completeTransfers(
  conversation: Conversation,
  taken: readonly string[],
  at: number,
): Conversation {
  const isDone = ({ id, state, arrived }: Transfer) =>
    state === 'Pending' && taken.includes(arrived) && id !== conversation.consult?.transferId
  const left = conversation.recentTransfers
    .filter(isDone)
    .reduce(
      (before, { initiator }) => endParticipant(before, initiator.participantId, 'transfer', at),
      conversation,
    )
  const recentTransfers = left.recentTransfers.map((transfer) =>
    isDone(transfer) ? { ...transfer, state: 'Complete' as const } : transfer,
  )
  return { ...left, recentTransfers }
}

/**
 * UNSURE in the official documents: a further transfer takes back those of the same initiator that nobody
 * has taken yet. Whoever rings for them is let off.
 */
export function withdrawTransfers(
  conversation: Conversation,
  initiatorId: string,
  at: number,
): Conversation {
  const isOut = ({ state, initiator }: Transfer) =>
    state === 'Pending' && initiator.participantId === initiatorId
  const awaited = conversation.recentTransfers.filter(isOut).map(({ arrived }) => arrived)
  if (awaited.length === 0) return conversation
  const left = conversation.participants
    .filter(({ id, routed, call }) => awaited.includes(id) || (routed && call.state === 'alerting'))
    .reduce((before, { id }) => endParticipant(before, id, 'peer', at), conversation)
  const recentTransfers = left.recentTransfers.map((transfer) =>
    isOut(transfer) ? { ...transfer, state: 'Canceled' as const } : transfer,
  )
  return { ...left, recentTransfers }
}
