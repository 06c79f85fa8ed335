import type { Supervision } from '../conversation/call'
import { hasStation } from '../org/phones'
import { agentFacts } from '../routing/facts'
import { type Ask, type Handler, param } from './ask'
import { Refused } from './errors'
import { command, conversationFor } from './participants'

function supervise(ask: Ask, participantId: string, as: Supervision) {
  conversationFor(ask)
  if (!hasStation(ask.world, ask.user.id)) throw new Refused('conversation.error.no.user.station')
  command(ask, { type: 'supervise', participantId, agent: agentFacts(ask.user), as })
  return { status: 201 }
}

const of =
  (as: Supervision): Handler =>
  (ask) =>
    supervise(ask, param(ask, 'participantId'), as)

/** Supervisors in the calls of others; the participant of the path is the agent concerned. */
export const supervisionHandlers = {
  postConversationsCallParticipantMonitor: of('monitor'),
  postConversationsCallParticipantCoach: of('coach'),
  postConversationsCallParticipantBarge: of('barge'),
  postConversationBarge(ask) {
    const agents = conversationFor(ask).participants.filter(
      ({ userId, call, supervises }) =>
        userId !== undefined && call.state === 'connected' && !supervises,
    )
    const [agent] = agents
    if (!agent || agents.length > 1) throw new Refused('conversation.error.barge.target')
    return supervise(ask, agent.id, 'barge')
  },
} satisfies Record<string, Handler>
