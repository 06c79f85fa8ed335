import type { Conversation, Participant } from './call'
import { isWrapupRequired } from './ending'
import { recordingOf } from './recording'
import { divisionsOf } from './rest'
import { eventTransfers } from './transfers'
import {
  eventWrapup,
  flaggedReason,
  routingData,
  sparse,
  supervisionOf,
  telephone,
  time,
  wireCall,
  wrapupRules,
} from './wire'

/** No `startTime`, `queueName`, `ani`, `dnis`, `participantType`, `wrapupSkipped`: only REST has those. */
function toParticipant(conversation: Conversation, participant: Participant) {
  const { call } = participant
  const wrapup = eventWrapup(participant.wrapup)
  return sparse({
    id: participant.id,
    connectedTime: time(participant.connectedTime),
    endTime: time(participant.endTime),
    userId: participant.userId,
    externalContactId: participant.externalContactId,
    consultParticipantId: participant.consultParticipantId,
    name: participant.name,
    queueId: participant.queue?.id,
    purpose: participant.purpose,
    address: telephone(participant.address),
    ...wrapupRules(participant),
    wrapupExpected: isWrapupRequired(participant),
    wrapup,
    conversationRoutingData: routingData(conversation, participant),
    alertingTimeoutMs: participant.alertingTimeoutMs,
    flaggedReason: flaggedReason(participant),
    ...supervisionOf(participant),
    attributes: participant.attributes,
    calls: [{ ...wireCall(call, participant), ...sparse({ wrapup }) }],
  })
}

/** The body of `v2.users.{id}.conversations`. */
export function toEvent(conversation: Conversation, division: { id: string; name: string }) {
  return {
    id: conversation.id,
    ...sparse({ externalTag: conversation.externalTag }),
    address: telephone(conversation.ani.number),
    participants: conversation.participants.map((participant) =>
      toParticipant(conversation, participant),
    ),
    recordingState: recordingOf(conversation),
    securePause: recordingOf(conversation) === 'paused',
    divisions: divisionsOf(division, conversation).map(
      ({ division: { id, selfUri }, entities }) => ({
        division: { id, selfUri },
        entities,
      }),
    ),
    recentTransfers: eventTransfers(conversation),
  }
}
