import { type Conversation, isOver, type Moment, type Participant } from './call'
import { activeWith, changeCall, changeParticipant, type Outcome } from './change'
import { endParticipant, settle } from './ending'
import { completeTransfers } from './handover'
import { holding } from './holding'
import { connectPlacers } from './outbound'
import { recordedIn } from './recording'

/** Takes a ringing call: the queue it rang for hands it over, and transfers that waited for this are done. */
export function answer(
  conversation: Conversation,
  participant: Participant,
  { at }: Moment,
): Outcome {
  if (isOver(participant.call)) return { refused: 'conversation.error.call.disconnected' }
  if (participant.call.state !== 'alerting')
    return { refused: 'callback.error.answer.not.alerting' }

  let next = changeParticipant(conversation, participant.id, (ringing) => ({
    ...ringing,
    connectedTime: at,
    call: {
      ...ringing.call,
      ...recordedIn(conversation),
      state: 'connected',
      connectedTime: at,
    },
  }))
  next = connectPlacers(next, at)
  const { routed, queue } = participant
  const acd = activeWith(
    next,
    (one) => routed && one.purpose === 'acd' && one.queue?.id === queue?.id,
  )
  if (acd) next = endParticipant(next, acd.id, 'transfer', at)
  const taken = acd ? [participant.id, acd.id] : [participant.id]
  return { conversation: settle(completeTransfers(next, taken, at), at) }
}

export function hold(
  conversation: Conversation,
  { id, call }: Participant,
  held: boolean,
  { at }: Moment,
): Outcome {
  if (isOver(call)) return { refused: 'conversation.error.call.disconnected' }
  if (call.state !== 'connected') return { refused: 'conversation.error.hold.alerting' }
  if (call.held === held) return { conversation }
  return {
    conversation: changeParticipant(conversation, id, (participant) => ({
      ...participant,
      call: holding(participant.call, { held }, at),
    })),
  }
}

/** Mutes, unmutes, or turns recording on and off. */
export function set(
  conversation: Conversation,
  { id, call }: Participant,
  what: 'muted' | 'recording',
  on: boolean,
): Outcome {
  if (isOver(call)) return { refused: 'conversation.error.call.disconnected' }
  if (call.state !== 'connected') return { refused: 'conversation.participant.update.invalid' }
  return { conversation: changeCall(conversation, id, () => ({ [what]: on })) }
}
