import type { Conversation, Participant } from './call'
import { recordingOf } from './recording'
import { restTransfers } from './transfers'
import {
  flaggedReason,
  restWrapup,
  routingData,
  sparse,
  supervisionOf,
  telephone,
  time,
  wireCall,
  wrapupRules,
} from './wire'

interface Division {
  readonly id: string
  readonly name: string
}

export function divisionsOf(division: Division, { participants }: Conversation) {
  const users = participants.flatMap(({ userId }) => (userId ? [userId] : []))
  return [
    {
      division: { ...division, selfUri: `/api/v2/authorization/divisions/${division.id}` },
      entities: [...new Set(users)].map((id) => ({ id, selfUri: `/api/v2/users/${id}` })),
    },
  ]
}

/** An event has no address of a skill. */
function restRouting(conversation: Conversation, participant: Participant) {
  const told = routingData(conversation, participant)
  const withUri = ({ id }: { id: string }) => ({ id, selfUri: `/api/v2/routing/skills/${id}` })
  return told && { ...told, skills: told.skills.map(withUri) }
}

function toParticipant(conversation: Conversation, participant: Participant) {
  const { userId, queue, call } = participant
  const wrapup = restWrapup(participant.wrapup)
  return sparse({
    id: participant.id,
    startTime: time(participant.startTime),
    connectedTime: time(participant.connectedTime),
    endTime: time(participant.endTime),
    name: participant.name,
    userUri: userId && `/api/v2/users/${userId}`,
    userId,
    externalContactId: participant.externalContactId,
    consultParticipantId: participant.consultParticipantId,
    queueId: queue?.id,
    queueName: queue?.name,
    purpose: participant.purpose,
    participantType: userId ? 'Internal' : 'External',
    address: telephone(participant.address),
    ani: telephone(conversation.ani.number),
    aniName: conversation.ani.name,
    dnis: telephone(conversation.dnis),
    ...wrapupRules(participant),
    wrapupSkipped: participant.wrapupSkipped,
    wrapup,
    flaggedReason: flaggedReason(participant),
    ...supervisionOf(participant),
    conversationRoutingData: restRouting(conversation, participant),
    alertingTimeoutMs: participant.alertingTimeoutMs,
    attributes: participant.attributes,
    calls: [
      {
        ...wireCall(call, participant),
        ...sparse({ startAlertingTime: time(call.startAlertingTime), wrapup }),
        segments: [],
      },
    ],
    evaluations: [],
  })
}

/** The body of `GET /conversations/{id}`, and an entity of `GET /conversations`. */
export function toRest(conversation: Conversation, division: Division) {
  return sparse({
    id: conversation.id,
    externalTag: conversation.externalTag,
    startTime: time(conversation.startTime),
    endTime: time(conversation.endTime),
    address: telephone(conversation.ani.number),
    participants: conversation.participants.map((participant) =>
      toParticipant(conversation, participant),
    ),
    conversationIds: conversation.conversationIds ?? [],
    // In capitals here, in small letters on a call and in events.
    recordingState: recordingOf(conversation).toUpperCase(),
    securePause: recordingOf(conversation) === 'paused',
    divisions: divisionsOf(division, conversation),
    recentTransfers: restTransfers(conversation),
    selfUri: `/api/v2/conversations/${conversation.id}`,
  })
}
