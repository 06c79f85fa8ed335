import { isStringMap, text } from '../http/json'
import { type Answer, type Ask, fields, type Handler, ok } from './ask'
import { Refused } from './errors'
import { command, conversationFor, participantFor } from './participants'

const noContent: Answer = { status: 204 }

/** A participant of a conversation in which the user takes part as well. */
function participantAmongOwn(ask: Ask) {
  const { participants } = conversationFor(ask)
  if (!participants.some(({ userId }) => userId === ask.user.id)) {
    throw new Refused('conversation.error.not.conversation.participant')
  }
  return participantFor(ask)
}

function flag(ask: Ask, flagged: boolean): Answer {
  const { id: participantId } = participantAmongOwn(ask)
  command(ask, { type: 'flag', participantId, flagged })
  return noContent
}

function setSecureAttributes(ask: Ask, whole: boolean): Answer {
  const { secureAttributes } = conversationFor(ask)
  const { attributes = {}, version } = fields(ask)
  if (!isStringMap(attributes)) throw new Refused('bad.request')
  if (version !== undefined && typeof version !== 'number') throw new Refused('bad.request')
  return command(ask, {
    type: 'setSecureAttributes',
    attributes: whole ? attributes : { ...secureAttributes?.attributes, ...attributes },
    ...(version !== undefined && { version }),
  })
}

/** Digits, flags, tags and secure attributes; ending one communication, or all of them. */
export const markHandlers = {
  postConversationParticipantDigits(ask) {
    const { id: participantId } = participantAmongOwn(ask)
    const digits = text(fields(ask), 'digits') ?? ''
    if (!/^[0-9*#A-D,]+$/.test(digits)) {
      throw new Refused('invalid.value', digits, 'digits', '0-9, *, #, A-D and commas')
    }
    return command(ask, { type: 'press', participantId, digits })
  },
  putConversationParticipantFlaggedreason: (ask) => flag(ask, true),
  deleteConversationParticipantFlaggedreason: (ask) => flag(ask, false),
  putConversationTags(ask) {
    conversationFor(ask)
    const externalTag = text(fields(ask), 'externalTag')
    if (externalTag === undefined) throw new Refused('bad.request')
    return command(ask, { type: 'tag', externalTag })
  },
  getConversationSecureattributes(ask) {
    const { secureAttributes } = conversationFor(ask)
    if (!secureAttributes) throw new Refused('secure.attributes.not.found')
    return ok(secureAttributes)
  },
  putConversationSecureattributes: (ask) => setSecureAttributes(ask, true),
  patchConversationSecureattributes: (ask) => setSecureAttributes(ask, false),
  deleteConversation(ask) {
    conversationFor(ask)
    command(ask, { type: 'disconnect', userId: ask.user.id })
    return noContent
  },
  patchConversationsCallParticipantCommunication(ask) {
    const participant = participantFor(ask)
    if (participant.userId !== ask.user.id) {
      throw new Refused('conversation.error.forbidden.not.active.participant', 'call')
    }
    if (participant.call.id !== ask.params.communicationId) throw new Refused('not.found')
    if (fields(ask).state !== 'disconnected') throw new Refused('communication.state.required')
    command(ask, { type: 'hangUp', participantId: participant.id })
    return ok({})
  },
} satisfies Record<string, Handler>
