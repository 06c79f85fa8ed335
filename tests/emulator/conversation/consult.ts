import {
  type Address,
  type Conversation,
  isListening,
  type Moment,
  type Participant,
  type SpeakTo,
} from './call'
import { activeWith, changeParticipant, type Outcome } from './change'
import { endConsult, seat } from './consulting'
import { endParticipant } from './ending'
import { holding } from './holding'
import { makeOutside } from './outside'
import { makeAcd, makeRinging } from './start'
import { type Destination, recordTransfer } from './transfer'

interface Wanted {
  readonly objectId: string
  readonly destination: Destination
  readonly speakTo: SpeakTo
}

/** Who is asked sees the initiator as the other end, and whom it is about. */
function ask(
  initiator: Participant,
  { objectId, destination }: Wanted,
  moment: Moment,
): Participant {
  const caller: Address = { name: initiator.name, number: initiator.address }
  const about = { consultParticipantId: objectId }
  if ('queue' in destination) return { ...makeAcd(destination.queue, caller, moment), ...about }
  if ('address' in destination) return makeOutside(destination, caller, 'dialing', about, moment)
  // Works for no queue as long as it only gives advice.
  return makeRinging(destination.agent, caller, { purpose: initiator.purpose, ...about }, moment)
}

/** The initiator speaks: their own hold is over. */
function retrieve(conversation: Conversation, initiatorId: string, at: number): Conversation {
  return changeParticipant(conversation, initiatorId, (participant) => ({
    ...participant,
    call: holding(participant.call, { held: false }, at),
  }))
}

/**
 * A consult begins: the destination rings or waits, the object hears music unless it is spoken to.
 * UNSURE in the official documents: more than the two who talk is a conference, whatever they do there.
 */
export function startConsult(
  conversation: Conversation,
  initiator: Participant,
  wanted: Wanted,
  moment: Moment,
): Outcome {
  const { id: participantId, userId } = initiator
  if (initiator.call.state !== 'connected' || userId === undefined || isListening(initiator)) {
    return { refused: 'not.a.participant' }
  }
  const { objectId, destination, speakTo } = wanted
  const object = conversation.participants.find(({ id }) => id === objectId)
  const isObject =
    object?.call.state === 'connected' && object.purpose !== 'acd' && !isListening(object)
  if (!isObject || objectId === participantId) return { refused: 'object.participant.id.required' }
  const isParty = (id: string) => id === participantId || id === objectId
  if (activeWith(conversation, (one) => !isParty(one.id) && !isListening(one))) {
    return { refused: 'conversation.error.cannot.transfer.conference' }
  }
  // Oneself, and UNSURE in the official documents: whoever takes part already, if only by listening.
  if (
    'agent' in destination &&
    activeWith(conversation, (one) => one.userId === destination.agent.id)
  ) {
    return { refused: 'conversation.error.cannot.transfer.to.self' }
  }
  const asked = ask(initiator, wanted, moment)
  const { conversation: before, transfer } = recordTransfer(
    conversation,
    { participantId, userId },
    destination,
    asked,
    { state: 'Pending', transferType: 'Attended' },
    moment,
  )
  const consult = {
    transferId: transfer.id,
    initiatorId: participantId,
    objectId,
    destinationId: asked.id,
    speakTo,
  }
  return { conversation: seat(retrieve(before, participantId, moment.at), consult, moment.at) }
}

/** Whom the initiator speaks to from now on; takes effect on the destination once it has answered. */
export function changeSpeakers(
  conversation: Conversation,
  { id }: Participant,
  speakTo: SpeakTo,
  { at }: Moment,
): Outcome {
  const { consult } = conversation
  if (consult?.initiatorId !== id) {
    return { refused: 'conversation.error.consult.transfer.pending.not.found' }
  }
  return { conversation: seat(retrieve(conversation, id, at), { ...consult, speakTo }, at) }
}

/**
 * The initiator takes it back: whoever was asked is off. UNSURE in the official documents: the object is
 * heard again at once; `not.started` is for a participant whom no consult was ever about.
 */
export function cancelConsult(
  conversation: Conversation,
  { id }: Participant,
  { at }: Moment,
): Outcome {
  const { consult, participants } = conversation
  if (consult?.initiatorId !== id) {
    const had = participants.some((one) => one.consultParticipantId !== undefined)
    if (had) return { refused: 'conversation.error.consult.transfer.pending.not.found' }
    return { refused: 'conversation.error.consult.transfer.not.started' }
  }
  const canceled = endConsult(conversation, consult, 'Canceled', at)
  const asked = participants.filter(
    (one) => one.id !== id && one.consultParticipantId === consult.objectId,
  )
  return {
    conversation: asked.reduce((left, one) => endParticipant(left, one.id, 'peer', at), canceled),
  }
}
