import type { Call, Conversation } from './call'
import { changeParticipant } from './change'

/** A leg held or confined, or no longer: it counts from when the first of the two began. */
export function holding(
  call: Call,
  change: { readonly held?: boolean; readonly confined?: boolean },
  at: number,
): Call {
  const { startHoldTime = at, ...rest } = call
  const next = { ...rest, ...change }
  return next.held || next.confined ? { ...next, startHoldTime } : next
}

/** Hold music for one participant, or its end. */
export function setConfined(
  conversation: Conversation,
  participantId: string,
  confined: boolean,
  at: number,
): Conversation {
  return changeParticipant(conversation, participantId, (participant) =>
    participant.call.state === 'connected'
      ? { ...participant, call: holding(participant.call, { confined }, at) }
      : participant,
  )
}
