import { type Call, type Conversation, partiesOf } from './call'
import type { Outcome } from './change'

export type RecordingState = 'active' | 'paused' | 'none'

export function recordingStateOf({ recording, paused = false }: Call): RecordingState {
  if (!recording) return 'none'
  return paused ? 'paused' : 'active'
}

/** Of the whole conversation: active while anybody is recorded, paused when all of those are. */
export function recordingOf({ participants }: Conversation): RecordingState {
  const states = participants
    .filter(({ call }) => call.state === 'connected')
    .map(({ call }) => recordingStateOf(call))
  if (states.includes('active')) return 'active'
  return states.includes('paused') ? 'paused' : 'none'
}

/** What a leg has from now on that the system records: a secure pause goes on when the call changes hands. */
export function recordedIn({ paused = false }: Conversation): Pick<Call, 'recording' | 'paused'> {
  return { recording: true, ...(paused && { paused }) }
}

/** Begins or ends the secure pause of whatever is recorded; only who takes part may. */
export function pauseRecording(conversation: Conversation, user: string, paused: boolean): Outcome {
  if (conversation.endTime !== undefined) {
    return { refused: 'conversation.error.conversation.disconnected' }
  }
  const asks = partiesOf(conversation).some(({ userId }) => userId === user)
  if (!asks) return { refused: 'conversation.error.forbidden.not.active.participant' }
  const isMeant = ({ state, recording, paused: already = false }: Call) =>
    state === 'connected' && recording && already !== paused
  if (!conversation.participants.some(({ call }) => isMeant(call))) return { conversation }
  const participants = conversation.participants.map((participant) =>
    isMeant(participant.call)
      ? { ...participant, call: { ...participant.call, paused } }
      : participant,
  )
  return { conversation: { ...conversation, participants, paused } }
}
