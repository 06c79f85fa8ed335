import type { SpeakTo } from '../conversation/call'
import { type Fields, isFields, text } from '../http/json'
import { type Ask, fields, type Handler, ok } from './ask'
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
import { command, conversationFor, participantFor } from './participants'

const speakers: readonly SpeakTo[] = ['DESTINATION', 'OBJECT', 'BOTH', 'CONFERENCE']

/** UNSURE in the official documents: which of the two refusals somebody or something unknown gets. */
const refusals: Readonly<Record<Missing, ErrorCode>> = {
  nothing: 'conversation.error.consult.transfer.no.destination',
  'unknown queue': 'conversation.error.consult.transfer.no.destination',
  unknown: 'conversation.error.consult.transfer.no.destination',
  'no number': 'dest.address.not.specified',
}

/** "Specify one and only one parameter": user, queue or address. */
const toAny: Seek = (ask, { destination }) => {
  if (!isFields(destination)) return 'nothing'
  const { userId, name, queueId, address } = destination
  if ([userId ?? name, queueId, address].filter(Boolean).length > 1)
    throw new Refused('bad.request')
  if (queueId) return toQueue(ask, destination)
  return userId ? toUser(ask, destination) : toNamed(ask, { address: address ?? name })
}

/** Only its id names a user: `userDisplayName` is for show. */
const toUser: Seek = (ask, { userId }) => toAgent(ask, { userId })

/** An address that is not given has a refusal of its own. */
const addressed =
  (seek: Seek): Seek =>
  (ask, body) => {
    const destination = seek(ask, body)
    return destination === 'nothing' ? 'no number' : destination
  }

/** Required, whatever its description says of a default. */
function speakToIn({ speakTo }: Fields): SpeakTo {
  const known = speakers.find((one) => one === speakTo)
  if (known) return known
  if (speakTo === undefined) throw new Refused('bad.request')
  throw new Refused('invalid.value', String(speakTo), 'speakTo', speakers.join(', '))
}

/** Who consults: the user, or the one named by `consultingUserId`, connected in this call. */
function initiatorFor(ask: Ask, body: Fields, absent: ErrorCode = 'not.a.participant') {
  const { participants } = conversationFor(ask)
  const connected = (userId: string) =>
    participants.findLast((one) => one.userId === userId && one.call.state === 'connected')
  const own = connected(ask.user.id)
  if (!own) throw new Refused(absent)
  const named = text(body, 'consultingUserId')
  const initiator = named ? connected(named) : own
  if (!initiator) throw new Refused('conversation.error.consult.transfer.no.initiator')
  return initiator
}

function destinationOf(ask: Ask) {
  const destinationParticipantId = conversationFor(ask).consult?.destinationId
  return ok({ destinationParticipantId })
}

/** UNSURE in the official documents: the participant of the path is the one to be transferred, only. */
function consultWith(seek: Seek): Handler {
  return (ask) => {
    const { id: objectId } = participantFor(ask)
    const body = fields(ask)
    const { id: participantId } = initiatorFor(ask, body)
    const speakTo = speakToIn(body)
    const destination = seek(ask, body)
    if (typeof destination === 'string') throw new Refused(refusals[destination])
    command(ask, { type: 'consult', participantId, objectId, destination, speakTo })
    return destinationOf(ask)
  }
}

const gone = 'conversation.error.consult.transfer.pending.not.found'

/** Whoever asks for a change of the consult about the participant of the path. */
function consultant(ask: Ask, body: Fields, absent: ErrorCode): string {
  const { id: objectId } = participantFor(ask, gone)
  const { consult, endTime } = conversationFor(ask)
  if (endTime !== undefined) throw new Refused(gone)
  const { id } = initiatorFor(ask, body, absent)
  if (consult && consult.objectId !== objectId) throw new Refused('object.participant.id.required')
  return id
}

function speakTo(ask: Ask) {
  const body = fields(ask)
  const participantId = consultant(ask, body, 'not.a.participant')
  const answer = destinationOf(ask)
  command(ask, { type: 'speakTo', participantId, speakTo: speakToIn(body) })
  return answer
}

function cancel(ask: Ask) {
  command(ask, { type: 'cancelConsult', participantId: consultant(ask, {}, gone) })
  return { status: 200 }
}

/** Consult transfers: completed by the initiator's hanging up. */
export const consultHandlers = {
  postConversationsCallParticipantConsult: consultWith(toAny),
  postConversationsCallParticipantConsultAgent: consultWith(toUser),
  postConversationsCallParticipantConsultQueue: consultWith(toQueue),
  postConversationsCallParticipantConsultExternal: consultWith(addressed(toAddress)),
  postConversationsCallParticipantConsultContactExternal: consultWith(toContact),
  postConversationsCallParticipantVoiceConsult: consultWith(addressed(toNamed)),
  patchConversationsCallParticipantConsult: speakTo,
  deleteConversationsCallParticipantConsult: cancel,
} satisfies Record<string, Handler>
