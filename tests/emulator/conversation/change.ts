import { type Call, type Conversation, isOver, type Participant } from './call'

/** The official codes with which a command is refused. */
export type RefusalCode =
  | 'bad.request'
  | 'callback.error.answer.not.alerting'
  | 'conversation.error.barge.conference'
  | 'conversation.error.barge.not.consult.initiator'
  | 'conversation.error.call.disconnected'
  | 'conversation.error.cannot.confine.party'
  | 'conversation.error.cannot.merge.alerting.conference'
  | 'conversation.error.cannot.transfer.conference'
  | 'conversation.error.cannot.transfer.to.self'
  | 'conversation.error.consult.transfer.not.started'
  | 'conversation.error.consult.transfer.pending.not.found'
  | 'conversation.error.conversation.disconnected'
  | 'conversation.error.forbidden.not.active.participant'
  | 'conversation.error.hold.alerting'
  | 'conversation.error.monitor.own.conversation'
  | 'conversation.error.multiple.barges'
  | 'conversation.error.multiple.coaches'
  | 'conversation.error.not.conversation.participant'
  | 'conversation.error.outbound.call.cannot.be.placed'
  | 'conversation.error.secure.attribute.conflict'
  | 'conversation.error.wrapup.cannot.skip'
  | 'conversation.participant.update.invalid'
  | 'conversations.error.transfer.not.connected'
  | 'conversations.error.transfer.same.party'
  | 'not.a.participant'
  | 'object.participant.id.required'

export type Outcome = { readonly conversation: Conversation } | { readonly refused: RefusalCode }

export function isRefused(outcome: Outcome): outcome is { readonly refused: RefusalCode } {
  return 'refused' in outcome
}

export function changeParticipant(
  conversation: Conversation,
  id: string,
  change: (participant: Participant) => Participant,
): Conversation {
  const participants = conversation.participants.map((participant) =>
    participant.id === id ? change(participant) : participant,
  )
  return { ...conversation, participants }
}

export function changeCall(
  conversation: Conversation,
  id: string,
  change: (call: Call) => Partial<Call>,
): Conversation {
  return changeParticipant(conversation, id, (participant) => ({
    ...participant,
    call: { ...participant.call, ...change(participant.call) },
  }))
}

export function addParticipant(conversation: Conversation, participant: Participant): Conversation {
  return { ...conversation, participants: [...conversation.participants, participant] }
}

export function activeWith(
  { participants }: Conversation,
  isWanted: (participant: Participant) => boolean,
): Participant | undefined {
  return participants.find((participant) => !isOver(participant.call) && isWanted(participant))
}
