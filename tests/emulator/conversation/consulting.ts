import {
  type Consult,
  type Conversation,
  isOver,
  type Participant,
  type QueueFacts,
  type Transfer,
} from './call'
import { changeCall, changeParticipant } from './change'
import { setConfined } from './holding'

/** How a consult goes on by what happens to its three participants. */

/** What an agent has on them whom routing finds for a consulted queue. */
export function consultFacts({ consult }: Conversation): Partial<Participant> {
  return consult ? { consultParticipantId: consult.objectId } : {}
}

/** The object or the destination hears music, as the initiator speaks to one of them or to both. */
export function seat(conversation: Conversation, consult: Consult, at: number): Conversation {
  const { objectId, destinationId, speakTo } = consult
  const apart = setConfined(conversation, objectId, speakTo === 'DESTINATION', at)
  return { ...setConfined(apart, destinationId, speakTo === 'OBJECT', at), consult }
}

function mark(conversation: Conversation, id: string, state: Transfer['state']): Conversation {
  const recentTransfers = conversation.recentTransfers.map((transfer) =>
    transfer.id === id && (transfer.state === 'Pending' || transfer.state === 'Active')
      ? { ...transfer, state }
      : transfer,
  )
  return { ...conversation, recentTransfers }
}

/** The consult is over: whoever is still there hears the others again. */
export function endConsult(
  conversation: Conversation,
  consult: Consult,
  state: Transfer['state'],
  at: number,
): Conversation {
  const { consult: _, ...seated } = seat(conversation, { ...consult, speakTo: 'BOTH' }, at)
  return mark(seated, consult.transferId, state)
}

/** UNSURE in the official documents: a call taken over is worked on for the queue it came from. */
function inherit(conversation: Conversation, id: string, queue: QueueFacts | undefined) {
  return changeParticipant(conversation, id, (participant) =>
    queue && participant.purpose === 'agent' && !participant.queue
      ? { ...participant, queue }
      : participant,
  )
}

/** Whoever answered for a consulted queue is the one consulted from now on. */
function found({ participants }: Conversation, consult: Consult): Consult {
  const queue = participants.find(({ id }) => id === consult.destinationId)
  const agent = participants.find(
    ({ id, routed, consultParticipantId, call }) =>
      id !== consult.initiatorId &&
      routed &&
      consultParticipantId === consult.objectId &&
      call.state === 'connected',
  )
  const isFound = agent && queue?.purpose === 'acd' && isOver(queue.call)
  return isFound ? { ...consult, destinationId: agent.id } : consult
}

/**
 * After any change: the consult begins to talk once its destination has answered, is over when one of
 * the three is gone, and is completed by its initiator's leaving. UNSURE in the official documents:
 * leaving earlier makes a blind transfer of it; the object is heard again when the destination fails;
 * initiator and destination talk on when the object is gone; `CONFERENCE` ends the consult.
 */
export function followConsult(conversation: Conversation, at: number): Conversation {
  if (!conversation.consult) return conversation
  const consult = found(conversation, conversation.consult)
  const of = (id: string) => conversation.participants.find((participant) => participant.id === id)
  const initiator = of(consult.initiatorId)
  const destination = of(consult.destinationId)
  const object = of(consult.objectId)
  const isGone = (participant?: Participant) => !participant || isOver(participant.call)
  if (conversation.endTime !== undefined || isGone(destination) || isGone(object)) {
    return endConsult(conversation, consult, 'Failed', at)
  }
  const talks = destination?.call.state === 'connected' && destination.purpose !== 'acd'
  if (isGone(initiator)) {
    const left = changeCall(conversation, consult.initiatorId, () => ({
      disconnectType: 'transfer.consult',
    }))
    const taken = inherit(left, consult.destinationId, initiator?.queue)
    return endConsult(taken, consult, talks ? 'Complete' : 'Pending', at)
  }
  if (!talks) return { ...conversation, consult }
  if (consult.speakTo === 'CONFERENCE') return endConsult(conversation, consult, 'Complete', at)
  return mark(seat(conversation, consult, at), consult.transferId, 'Active')
}
