/** What an agent orders for a call. Each goes through the ledger: sent once, proven by a fact. */
import type { ConversationId } from '~/genesys/ids'
import type { MediaParticipantRequest } from '~/genesys/wire'
import type { Ledger } from '~/ledger/ledger'
import type { Ask } from '~/protocol'
import type { CallVerb } from './controls'
import type { Conversation } from './conversation'
import type { Conversations } from './store'

export type CallCommands = ReturnType<typeof createCallCommands>

interface Change {
  readonly name: string
  readonly request: MediaParticipantRequest
  /** True when the conversation shows it; an ended one is undefined. */
  readonly proven: (conversation: Conversation | undefined) => boolean
}

const changes: Readonly<Record<Exclude<CallVerb, 'transfer'>, Change>> = {
  answer: {
    name: 'Answer',
    request: { state: 'connected' },
    proven: (one) => one?.phase === 'connected' || one?.phase === 'held',
  },
  decline: {
    name: 'Decline',
    request: { state: 'disconnected' },
    proven: (one) => one?.phase !== 'alerting',
  },
  hold: { name: 'Hold', request: { held: true }, proven: (one) => one?.phase === 'held' },
  resume: { name: 'Resume', request: { held: false }, proven: (one) => one?.phase === 'connected' },
  mute: { name: 'Mute', request: { muted: true }, proven: (one) => one?.mine?.muted === true },
  unmute: {
    name: 'Unmute',
    request: { muted: false },
    proven: (one) => one?.mine?.muted === false,
  },
  end: {
    name: 'End call',
    request: { state: 'disconnected' },
    proven: (one) => !one || one.phase === 'wrapup' || one.phase === 'over',
  },
}

export function createCallCommands(parts: {
  readonly ask: Ask
  readonly ledger: Ledger
  readonly conversations: Conversations
  readonly readBack: (id: ConversationId) => Promise<void>
}) {
  return {
    /** Orders one change of the agent's own part in a call. */
    change(verb: Exclude<CallVerb, 'transfer'>, conversation: Conversation) {
      const { id, mine } = conversation
      if (!mine) return
      const { name, request, proven } = changes[verb]
      const params = { conversationId: id, participantId: mine.participantId }
      void parts.ledger.run({
        verb,
        target: id,
        name,
        send: () => parts.ask('updateCall', params, request),
        proven: () => proven(parts.conversations.get(id)),
        readBack: () => parts.readBack(id),
      })
    },
  }
}
