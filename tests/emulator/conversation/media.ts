import type { Call, Conversation, Participant } from './call'
import { recordingOf, recordingStateOf } from './recording'
import { divisionsOf } from './rest'
import { restTransfers } from './transfers'
import {
  eventWrapup,
  flaggedReason,
  restWrapup,
  routingData,
  sparse,
  supervisionOf,
  telephone,
  time,
  wrapupRules,
} from './wire'

interface Division {
  readonly id: string
  readonly name: string
}

/** The call forms flatten the leg into the participant, and refer to user and queue by object. */
function flatten(conversation: Conversation, participant: Participant) {
  const { call, userId, queue } = participant
  return {
    id: participant.id,
    name: participant.name,
    address: telephone(participant.address),
    startTime: time(participant.startTime),
    connectedTime: time(participant.connectedTime),
    endTime: time(participant.endTime),
    startHoldTime: time(call.startHoldTime),
    purpose: participant.purpose,
    state: call.state,
    direction: call.direction,
    disconnectType: call.disconnectType,
    held: call.held,
    muted: call.muted,
    confined: call.confined,
    recording: call.recording,
    recordingState: recordingStateOf(call),
    securePause: recordingStateOf(call) === 'paused',
    errorInfo: call.errorInfo,
    flaggedReason: flaggedReason(participant),
    ...wrapupRules(participant),
    wrapupSkipped: participant.wrapupSkipped,
    consultParticipantId: participant.consultParticipantId,
    user: userId && { id: userId, name: participant.name },
    queue: queue && { id: queue.id, name: queue.name },
    attributes: participant.attributes,
    externalContact: participant.externalContactId && { id: participant.externalContactId },
    ...supervisionOf(participant),
    alertingTimeoutMs: participant.alertingTimeoutMs,
    provider: 'Edge',
    conversationRoutingData: routingData(conversation, participant),
    ani: telephone(conversation.ani.number),
    dnis: telephone(conversation.dnis),
  }
}

/** The body of `v2.users.{id}.conversations.calls`: no `recentTransfers`, no `startAlertingTime`. */
export function toCallEvent(conversation: Conversation, division: Division) {
  return {
    id: conversation.id,
    participants: conversation.participants.map((participant) =>
      sparse({
        ...flatten(conversation, participant),
        initialState: participant.call.initialState,
        wrapup: eventWrapup(participant.wrapup),
      }),
    ),
    otherMediaUris: [],
    address: telephone(conversation.ani.number),
    recordingState: recordingOf(conversation),
    securePause: recordingOf(conversation) === 'paused',
    divisions: divisionsOf(division, conversation).map(
      ({ division: { id, selfUri }, entities }) => ({
        division: { id, selfUri },
        entities,
      }),
    ),
  }
}

/** Calls in REST, alone of all forms, have no `timeout`. */
export function restDisconnectType({ disconnectType }: Call) {
  return disconnectType === 'timeout' ? 'system' : disconnectType
}

/** The body of `GET /conversations/calls/{id}`. */
export function toCallRest(conversation: Conversation, division: Division) {
  return {
    id: conversation.id,
    participants: conversation.participants.map((participant) =>
      sparse({
        ...flatten(conversation, participant),
        disconnectType: restDisconnectType(participant.call),
        startAlertingTime: time(participant.call.startAlertingTime),
        uuiData: participant.call.uuiData,
        wrapup: restWrapup(participant.wrapup),
      }),
    ),
    otherMediaUris: [],
    recentTransfers: restTransfers(conversation),
    recordingState: recordingOf(conversation),
    securePause: recordingOf(conversation) === 'paused',
    divisions: divisionsOf(division, conversation),
    selfUri: `/api/v2/conversations/calls/${conversation.id}`,
  }
}
