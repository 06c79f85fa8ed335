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
