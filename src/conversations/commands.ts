/** What an agent orders for a call. Each goes through the ledger: sent once, proven by a fact. */
import type { MediaParticipantRequest } from '~/genesys/wire'
import type { Ledger } from '~/ledger/ledger'
import type { Ask } from '~/protocol/protocol'
import type { CallVerb } from './controls'
import type { Conversation } from './conversation'
import type { unlessPartIs } from './resent'

export type CallCommands = ReturnType<typeof createCallCommands>

const changes: Readonly<
  Record<Exclude<CallVerb, 'transfer'>, readonly [name: string, request: MediaParticipantRequest]>
> = {
  answer: ['Answer', { state: 'connected' }],
  decline: ['Decline', { state: 'disconnected' }],
  hold: ['Hold', { held: true }],
  resume: ['Resume', { held: false }],
  mute: ['Mute', { muted: true }],
  unmute: ['Unmute', { muted: false }],
  end: ['End call', { state: 'disconnected' }],
}

export function createCallCommands(parts: {
  readonly ask: Ask
  readonly ledger: Ledger
  /** What is fetched after the first screen. */
  readonly later: () => Promise<{ readonly unlessPartIs: typeof unlessPartIs }>
}) {
  return {
    /** Orders one change of the agent's own part in a call. */
    change(verb: Exclude<CallVerb, 'transfer'>, conversation: Conversation) {
      const { id, mine } = conversation
      if (!mine) return
      const [name, request] = changes[verb]
      const params = { conversationId: id, participantId: mine.participantId }
      void parts.ledger.run({
        verb,
        target: id,
        name,
        send: (options) =>
          parts
            .ask('updateCall', params, request, options)
            .catch(async (error) =>
              (await parts.later()).unlessPartIs(error, parts.ask, params, request),
            ),
      })
    },
  }
}
