import {
  type Conversation,
  isOver,
  type Moment,
  type Participant,
  partiesOf,
  type SecureAttributes,
} from './call'
import { changeParticipant, type Outcome } from './change'
import { setConfined } from './holding'

/** What is noted on a conversation or a participant without moving the call. */

/** Digits pressed on the phone; heard only while connected. */
export function press(
  conversation: Conversation,
  { id, call }: Participant,
  digits: string,
): Outcome {
  // UNSURE in the official documents: which refusal; no code of its own is listed.
  if (call.state !== 'connected') return { refused: 'bad.request' }
  return {
    conversation: changeParticipant(conversation, id, (participant) => ({
      ...participant,
      digits: (participant.digits ?? '') + digits,
    })),
  }
}

/**
 * Keeps a party from the others, which only an ad-hoc conference knows: three or more who talk. Given back
 * to them it may be in any call.
 */
export function confine(
  conversation: Conversation,
  { id, call }: Participant,
  confined: boolean,
  { at }: Moment,
): Outcome {
  if (isOver(call)) return { refused: 'conversation.error.call.disconnected' }
  const isAlone = confined && partiesOf(conversation).length < 3
  if (call.state !== 'connected' || isAlone) {
    return { refused: 'conversation.error.cannot.confine.party' }
  }
  return { conversation: setConfined(conversation, id, confined, at) }
}

/** A version given must be the one there is. UNSURE in the official documents: when there is a conflict. */
export function setSecureAttributes(
  conversation: Conversation,
  attributes: SecureAttributes['attributes'],
  version: number | undefined,
): Outcome {
  const now = conversation.secureAttributes?.version ?? 0
  if (version !== undefined && version !== now) {
    return { refused: 'conversation.error.secure.attribute.conflict' }
  }
  return { conversation: { ...conversation, secureAttributes: { attributes, version: now + 1 } } }
}
