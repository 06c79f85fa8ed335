import type { Conversation, Participant } from './call'
import { changeParticipant, type Outcome } from './change'

/** An agent asks for after-call work, or no longer does: while they talk, where the queue leaves it to them. */
export function requestAcw(
  conversation: Conversation,
  { id, queue, call }: Participant,
  acwRequested: boolean,
): Outcome {
  // UNSURE in the official documents: which refusal; no code of its own is listed.
  if (call.state !== 'connected' || queue?.wrapupPrompt !== 'agentRequested') {
    return { refused: 'bad.request' }
  }
  return {
    conversation: changeParticipant(conversation, id, (participant) => ({
      ...participant,
      acwRequested,
    })),
  }
}
