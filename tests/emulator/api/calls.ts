import type { Command } from '../conversation/machine'
import type { Fields } from '../http/json'
import { type Ask, accepted, fields, type Handler } from './ask'
import { Refused } from './errors'
import { command, ownParticipant } from './participants'
import { ignoresAnswer } from './stations'
import { wrapupFrom } from './wrapup'

/** The commands a change of a participant asks for; at least one, and nothing not understood. */
function commandsOf(ask: Ask, participantId: string, body: Fields): Command[] {
  const commands: Command[] = []
  if (body.state === 'connected') commands.push({ type: 'answer', participantId })
  else if (body.state === 'disconnected') commands.push({ type: 'hangUp', participantId })
  else if (body.state !== undefined) throw new Refused('conversation.participant.update.invalid')
  if (typeof body.held === 'boolean')
    commands.push({ type: 'hold', participantId, held: body.held })
  if (typeof body.muted === 'boolean') {
    commands.push({ type: 'mute', participantId, muted: body.muted })
  }
  if (typeof body.recording === 'boolean') {
    commands.push({ type: 'record', participantId, recording: body.recording })
  }
  if (typeof body.confined === 'boolean') {
    commands.push({ type: 'confine', participantId, confined: body.confined })
  }
  if (body.wrapup !== undefined) {
    const wrapup = wrapupFrom(ask, body.wrapup, 'conversation.error.wrapup.code.required')
    commands.push({ type: 'wrapup', participantId, ...wrapup })
  }
  if (body.wrapupSkipped === true) commands.push({ type: 'skipWrapup', participantId })
  if (commands.length === 0) throw new Refused('conversation.participant.update.invalid')
  return commands
}

const update: Handler = (ask) => {
  const { id, call } = ownParticipant(ask)
  const body = fields(ask)
  const answers = body.state === 'connected' && call.state === 'alerting'
  if (answers && ignoresAnswer(ask)) return accepted
  return command(ask, ...commandsOf(ask, id, body))
}

/** Answer, hang up, hold, mute, record, wrap up: one change of one's own participant. */
export const callHandlers = {
  patchConversationParticipant: update,
  patchConversationsCallParticipant: update,
} satisfies Record<string, Handler>
