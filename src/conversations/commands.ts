/** What an agent orders for a call. Each goes through the ledger: sent once, proven by a fact. */
import type { ConversationId } from '~/genesys/ids'
import type { MediaParticipantRequest } from '~/genesys/wire'
import type { Ledger } from '~/ledger/ledger'
import { unlessDone } from '~/ledger/twice'
import type { Ask } from '~/protocol/protocol'
import type { CallVerb } from './controls'
import { type Conversation, isLive, partIs } from './conversation'

export type CallCommands = ReturnType<typeof createCallCommands>

interface Change {
  readonly name: string
  readonly request: MediaParticipantRequest
  /** What the live conversation shows when it is done. */
  readonly shows: (conversation: Conversation) => boolean
}

const changes: Readonly<Record<Exclude<CallVerb, 'transfer'>, Change>> = {
  answer: {
    name: 'Answer',
    request: { state: 'connected' },
    shows: ({ phase }) => phase === 'connected' || phase === 'held',
  },
  decline: {
    name: 'Decline',
    request: { state: 'disconnected' },
    shows: ({ phase }) => phase !== 'alerting',
  },
  hold: { name: 'Hold', request: { held: true }, shows: ({ phase }) => phase === 'held' },
  resume: {
    name: 'Resume',
    request: { held: false },
    shows: ({ phase }) => phase === 'connected',
  },
  mute: { name: 'Mute', request: { muted: true }, shows: ({ mine }) => mine?.muted === true },
  unmute: {
    name: 'Unmute',
    request: { muted: false },
    shows: ({ mine }) => mine?.muted === false,
  },
  end: {
    name: 'End call',
    request: { state: 'disconnected' },
    shows: () => false,
  },
}

export function createCallCommands(parts: {
  readonly ask: Ask
  readonly ledger: Ledger
  readonly conversation: (id: ConversationId) => Conversation | undefined
  readonly readBack: (id: ConversationId) => Promise<void>
}) {
  return {
    /** Orders one change of the agent's own part in a call. */
    change(verb: Exclude<CallVerb, 'transfer'>, conversation: Conversation) {
      const { id, mine } = conversation
      if (!mine) return
      const { name, request, shows } = changes[verb]
      const params = { conversationId: id, participantId: mine.participantId }
      const isDone = async () =>
        partIs(await parts.ask('getConversation', { conversationId: id }), mine, request)
      void parts.ledger.run({
        verb,
        target: id,
        name,
        send: () => unlessDone(parts.ask('updateCall', params, request), isDone),
        settled() {
          const now = parts.conversation(id)
          // A call that has ended has answered every order for it.
          return !now || !isLive(now) || shows(now)
        },
        readBack: () => parts.readBack(id),
      })
    },
  }
}
