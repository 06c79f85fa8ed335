import { type Conversation, isOver, type Participant } from './call'
import { restDisconnectType } from './media'
import { flaggedReason, sparse, telephone, time } from './wire'

/** Users have one; here it never changes. */
const userVersion = 7

/** The user's part in a call, once it is over for them. */
export function pastPart({ participants }: Conversation, userId: string): Participant | undefined {
  const own = participants.filter((participant) => participant.userId === userId)
  return own.every(({ call }) => isOver(call)) ? own[0] : undefined
}

function toParticipant(conversation: Conversation, participant: Participant) {
  const { userId, queue, call, name } = participant
  const reasons = call.disconnectReasons?.filter(({ type }) => type === 'sip')
  return sparse({
    id: participant.id,
    name,
    address: telephone(participant.address),
    startTime: time(participant.startTime),
    endTime: time(participant.endTime),
    purpose: participant.purpose,
    direction: call.direction,
    ani: telephone(conversation.ani.number),
    dnis: telephone(conversation.dnis),
    user: userId && { id: userId, name, version: userVersion, selfUri: `/api/v2/users/${userId}` },
    queue: queue && {
      id: queue.id,
      name: queue.name,
      selfUri: `/api/v2/routing/queues/${queue.id}`,
    },
    disconnectType: restDisconnectType(call),
    didInteract: participant.connectedTime !== undefined,
    sipResponseCodes: reasons?.map(({ code }) => code),
    flaggedReason: flaggedReason(participant),
  })
}

/** An entity of `GET /conversations/calls/history`: the call as it was for `part`'s user. */
export function toCallHistory(
  conversation: Conversation,
  { userId, call, startTime }: Participant,
) {
  const own = conversation.participants.filter((participant) => participant.userId === userId)
  const talked = own.some(({ connectedTime }) => connectedTime !== undefined)
  return {
    id: conversation.id,
    participants: conversation.participants.map((one) => toParticipant(conversation, one)),
    direction: call.direction,
    wentToVoicemail: false,
    missedCall: call.direction === 'inbound' && !talked,
    startTime: time(startTime),
    wasConference: false,
    wasCallback: false,
    hadScreenShare: false,
    hadCobrowse: false,
    wasOutboundCampaign: false,
    selfUri: `/api/v2/conversations/calls/${conversation.id}`,
  }
}
