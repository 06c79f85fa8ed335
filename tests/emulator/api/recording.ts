import { recordingOf } from '../conversation/recording'
import { type Answer, type Ask, accepted, fields, type Handler } from './ask'
import { Refused } from './errors'
import { conversationFor } from './participants'

const stateOf = (ask: Ask) => recordingOf(conversationFor(ask)).toUpperCase()

/**
 * "On update, 'paused' initiates a secure pause, 'active' resumes any paused recordings." UNSURE in the
 * official documents: NONE, which the enum has too, is refused.
 */
function pauseOrResume(ask: Ask): void {
  const { id } = conversationFor(ask)
  const { recordingState } = fields(ask)
  if (recordingState !== 'PAUSED' && recordingState !== 'ACTIVE') {
    throw new Refused('invalid.value', String(recordingState), 'recordingState', 'ACTIVE, PAUSED')
  }
  const paused = recordingState === 'PAUSED'
  const userId = ask.user.id
  const refused = ask.world.conversations.apply(id, { type: 'pauseRecording', userId, paused })
  if (refused) throw new Refused(refused, 'conversation')
}

export const recordingHandlers = {
  patchConversationRecordingstate(ask) {
    pauseOrResume(ask)
    return accepted
  },
  /** 202 when something was paused or resumed, 200 when there was nothing to; the state either way. */
  putConversationsCallRecordingstate(ask): Answer {
    const before = stateOf(ask)
    pauseOrResume(ask)
    const body = stateOf(ask)
    return { status: body === before ? 200 : 202, body }
  },
} satisfies Record<string, Handler>
