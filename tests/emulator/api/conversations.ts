import type { Conversation } from '../conversation/call'
import { toCallRest } from '../conversation/media'
import { toRest } from '../conversation/rest'
import { isFields, isStringMap } from '../http/json'
import { type Ask, fields, type Handler, ok } from './ask'
import { Refused } from './errors'
import { page } from './paging'
import { command, conversationFor, participantFor } from './participants'

function own(ask: Ask, toWire: (conversation: Conversation) => unknown) {
  const conversations = ask.world.conversations.ofUser(ask.user.id)
  // Takes no page parameters: everything on one page.
  const query = new URLSearchParams({ pageSize: String(Math.max(25, conversations.length)) })
  return ok(page(conversations.map(toWire), ask.path, query))
}

function setAttributes(ask: Ask) {
  const participant = participantFor(ask, 'conversation.error.participant.not.found')
  const { attributes } = fields(ask)
  if (!isFields(attributes)) throw new Refused('conversation.error.participant.attribute.null')
  if (!isStringMap(attributes)) throw new Refused('bad.request')
  return command(ask, { type: 'setAttributes', participantId: participant.id, attributes })
}

export const conversationHandlers = {
  getConversations(ask) {
    const type = ask.query.get('communicationType')?.toLowerCase()
    if (type && type !== 'call') return ok(page([], ask.path, ask.query))
    return own(ask, (conversation) => toRest(conversation, ask.world.org.division))
  },
  getConversationsCalls: (ask) =>
    own(ask, (conversation) => toCallRest(conversation, ask.world.org.division)),
  getConversation: (ask) => ok(toRest(conversationFor(ask), ask.world.org.division)),
  getConversationsCall: (ask) => ok(toCallRest(conversationFor(ask), ask.world.org.division)),
  postConversationDisconnect(ask) {
    conversationFor(ask)
    return command(ask, { type: 'tearDown' })
  },
  patchConversationParticipantAttributes: setAttributes,
  patchConversationsCallParticipantAttributes: (ask) => ({
    ...setAttributes(ask),
    body: fields(ask),
  }),
} satisfies Record<string, Handler>
