import type { Participant } from '../conversation/call'
import type { Fields } from '../http/json'
import { type Answer, type Ask, fields, type Handler } from './ask'
import {
  type Missing,
  type Seek,
  toAddress,
  toAgent,
  toContact,
  toNamed,
  toQueue,
} from './destinations'
import { type ErrorCode, Refused } from './errors'
import { command, ownParticipant } from './participants'

/** UNSURE in the official documents: the refusal of a user who does not exist, and of what is no number. */
const refusals: Readonly<Record<Missing, ErrorCode>> = {
  nothing: 'conversations.error.transfer.destination.required',
  'unknown queue': 'conversations.error.queue.not.found',
  unknown: 'postino.error.bad.request',
  'no number': 'postino.error.bad.request',
}

/** The deprecated form: whichever of user, queue and address is given. */
const toAny: Seek = (ask, body) => {
  if (body.userId && body.queueId) throw new Refused('callback.error.user.id.queue.id')
  if (body.queueId) return toQueue(ask, body)
  return body.userId || body.userName ? toAgent(ask, body) : toAddress(ask, body)
}

function typeIn({ world }: Ask, body: Fields, { queue }: Participant) {
  const { transferType = 'Unattended', voicemail } = body
  if (transferType !== 'Attended' && transferType !== 'Unattended') {
    throw new Refused('invalid.value', String(transferType), 'transferType', 'Attended, Unattended')
  }
  // Nobody has a voicemail here, so the refusal of a queue's call is that of every call.
  if (voicemail === true) throw new Refused('conversations.error.transfer.usercall.voicemail')
  if (transferType === 'Unattended' && queue && !world.switches.unattendedQueueTransfers) {
    throw new Refused('conversations.error.transfer.acd.call.unattended')
  }
  return transferType
}

function transferTo(seek: Seek): Handler {
  return (ask): Answer => {
    const own = ownParticipant(ask, 'conversation.error.participant.not.found')
    const body = fields(ask)
    const destination = seek(ask, body)
    if (typeof destination === 'string') throw new Refused(refusals[destination])
    const transferType = typeIn(ask, body, own)
    return command(ask, { type: 'transfer', participantId: own.id, destination, transferType })
  }
}

/** Blind transfers. The participant of the path is the agent's own: the one being replaced. */
export const transferHandlers = {
  postConversationParticipantReplace: transferTo(toAny),
  postConversationsCallParticipantReplace: transferTo(toAny),
  postConversationParticipantReplaceAgent: transferTo(toAgent),
  postConversationParticipantReplaceContactExternal: transferTo(toContact),
  postConversationParticipantReplaceExternal: transferTo(toAddress),
  postConversationParticipantReplaceQueue: transferTo(toQueue),
  postConversationParticipantTransfer: transferTo(toNamed),
} satisfies Record<string, Handler>
