import { isOfferedBy } from '../conversation/handover'
import type { Command } from '../conversation/machine'
import type { Fields } from '../http/json'
import { type Ask, accepted, fields, type Handler } from './ask'
import { Refused } from './errors'
import { command, conversationFor, ownParticipant, participantFor } from './participants'
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

/**
 * UNSURE in the official documents: an attended transfer is taken back by disconnecting whoever it is offered to,
 * for which its permissions have a name; every other change of somebody else's part is refused.
 */
function withdraws(ask: Ask, body: Fields): string | undefined {
  if (ask.world.switches.offerWithdrawal === 'refused') return undefined
  const conversation = conversationFor(ask)
  const { id: offered } = participantFor(ask)
  const own = conversation.participants.findLast(
    ({ userId, call }) => userId === ask.user.id && call.state === 'connected',
  )
  const isMeant = body.state === 'disconnected' && Object.keys(body).length === 1
  return own && isMeant && isOfferedBy(conversation, own.id, offered) ? own.id : undefined
}

const update: Handler = (ask) => {
  const body = fields(ask)
  const initiator = withdraws(ask, body)
  if (initiator) return command(ask, { type: 'withdraw', participantId: initiator })
  const { id, call } = ownParticipant(ask)
  const answers = body.state === 'connected' && call.state === 'alerting'
  if (answers && ignoresAnswer(ask)) return accepted
  return command(ask, ...commandsOf(ask, id, body))
}

/** Answer, hang up, hold, mute, record, wrap up: one change of one's own participant. */
export const callHandlers = {
  patchConversationParticipant: update,
  patchConversationsCallParticipant: update,
} satisfies Record<string, Handler>
