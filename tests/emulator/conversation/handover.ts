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

/** Whether somebody is on the way because of an attended transfer of this initiator, and of no consult. */
export function isOfferedBy(
  { recentTransfers, consult, participants }: Conversation,
  initiatorId: string,
  offered: string,
): boolean {
  const rings = participants.some(({ id, routed, call }) => {
    return id === offered && routed === true && call.state === 'alerting'
  })
  return recentTransfers.some(
    ({ id, state, transferType, initiator, arrived }) =>
      state === 'Pending' &&
      transferType === 'Attended' &&
      id !== consult?.transferId &&
      initiator.participantId === initiatorId &&
      (arrived === offered || rings),
  )
}
