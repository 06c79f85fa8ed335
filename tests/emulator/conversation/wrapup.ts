import { type Conversation, type Moment, owesWrapup, type Participant, type Wrapup } from './call'
import { changeParticipant, isRefused, type Outcome } from './change'

/** What the system writes when an agent's time for a code is up. */
export const timedOutCode = 'ININ-WRAP-UP-TIMEOUT'

function finish(participant: Participant, state: 'complete' | 'skipped', at: number): Participant {
  if (!owesWrapup(participant)) return participant
  const afterCallWork = { ...participant.call.afterCallWork, state, endTime: at }
  return { ...participant, endAcwTime: at, call: { ...participant.call, afterCallWork } }
}

function stamp(wrapup: Wrapup, participant: Participant, at: number): Wrapup {
  const since = participant.startAcwTime ?? at
  return { durationSeconds: Math.round((at - since) / 1000), endTime: at, ...wrapup }
}

/** Takes a wrap-up. It ends after-call work unless provisional, or the time is to be sat out. */
export function submitWrapup(
  conversation: Conversation,
  { id, connectedTime, queue }: Participant,
  { wrapup, keepsEndTime = false }: { wrapup: Wrapup; keepsEndTime?: boolean },
  { at }: Moment,
): Outcome {
  if (connectedTime === undefined) return { refused: 'conversation.participant.update.invalid' }
  const ends = wrapup.provisional !== true && queue?.wrapupPrompt !== 'forcedTimeout'
  return {
    conversation: changeParticipant(conversation, id, (participant) => {
      const { endTime, durationSeconds } = participant.wrapup ?? {}
      const kept = keepsEndTime && endTime !== undefined ? { endTime, durationSeconds } : {}
      const coded = { ...participant, wrapup: { ...stamp(wrapup, participant, at), ...kept } }
      return ends ? finish(coded, 'complete', at) : coded
    }),
  }
}

export function skipWrapup(
  conversation: Conversation,
  { id, queue }: Participant,
  { at }: Moment,
): Outcome {
  const owed = queue && queue.wrapupPrompt !== 'optional' && queue.wrapupPrompt !== 'agentRequested'
  if (owed) return { refused: 'conversation.error.wrapup.cannot.skip' }
  return {
    conversation: changeParticipant(conversation, id, (participant) =>
      finish({ ...participant, wrapupSkipped: true }, 'skipped', at),
    ),
  }
}

/** The time for a code is up: a code already given stays, one saved provisionally is now given. */
export function timeOutWrapup(
  conversation: Conversation,
  { id }: Participant,
  { at }: Moment,
): Outcome {
  return {
    conversation: changeParticipant(conversation, id, (participant) => {
      const { provisional = false, ...saved } = participant.wrapup ?? {}
      if (saved.code !== undefined && !provisional) return finish(participant, 'complete', at)
      const { endTime: _end, durationSeconds: _duration, ...given } = saved
      const wrapup = stamp({ code: timedOutCode, ...given }, participant, at)
      return finish({ ...participant, wrapup }, 'complete', at)
    }),
  }
}

/** Nobody is asked for a code any more: the system writes its own. */
export function closeWrapups(conversation: Conversation, moment: Moment): Conversation {
  let next = conversation
  for (const participant of conversation.participants.filter(owesWrapup)) {
    const outcome = timeOutWrapup(next, participant, moment)
    if (!isRefused(outcome)) next = outcome.conversation
  }
  return next
}
