import type { Conversation, Participant } from '../conversation/call'
import type { Command } from '../conversation/machine'
import { type Answer, type Ask, accepted, param } from './ask'
import { type ErrorCode, Refused } from './errors'

export function conversationFor(ask: Ask): Conversation {
  const conversation = ask.world.conversations.get(param(ask, 'conversationId'))
  if (!conversation) throw new Refused('conversation.error.conversation.not.found')
  return conversation
}

export function participantFor(
  ask: Ask,
  missing: ErrorCode = 'conversation.error.not.conversation.participant',
): Participant {
  const id = param(ask, 'participantId')
  const participant = conversationFor(ask).participants.find((one) => one.id === id)
  if (!participant) throw new Refused(missing)
  return participant
}

/** The participant of the path, which must be the user's own. */
export function ownParticipant(ask: Ask, missing?: ErrorCode): Participant {
  const participant = participantFor(ask, missing)
  if (participant.userId !== ask.user.id) throw new Refused('conversation.error.user.not.party')
  return participant
}

/** Applies commands to the conversation of the path. */
export function command(ask: Ask, ...commands: Command[]): Answer {
  const refused = ask.world.conversations.apply(param(ask, 'conversationId'), ...commands)
  // The one refusal of the machine whose message names something.
  const names = refused === 'conversation.error.forbidden.not.active.participant' ? ['call'] : []
  if (refused) throw new Refused(refused, ...names)
  return accepted
}
