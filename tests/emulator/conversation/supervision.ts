import {
  type AgentFacts,
  type Conversation,
  type Moment,
  type Participant,
  partiesOf,
  type Supervision,
} from './call'
import { activeWith, addParticipant, type Outcome } from './change'
import { endParticipant } from './ending'
import { makeCall, makeParticipant } from './start'

/** Why a participant cannot be supervised so; only official reasons. */
function obstacle(
  conversation: Conversation,
  { id }: Participant,
  agent: AgentFacts,
  as: Supervision,
) {
  const { consult } = conversation
  if (activeWith(conversation, ({ userId }) => userId === agent.id)) {
    return as === 'monitor'
      ? ('conversation.error.monitor.own.conversation' as const)
      : ('conversation.participant.update.invalid' as const)
  }
  const another = activeWith(conversation, ({ supervises }) => supervises?.as === as)
  if (as === 'coach' && another) return 'conversation.error.multiple.coaches' as const
  if (as !== 'barge') return undefined
  if (another) return 'conversation.error.multiple.barges' as const
  if (consult) {
    if (consult.initiatorId === id) return undefined
    return 'conversation.error.barge.not.consult.initiator' as const
  }
  const isConference = partiesOf(conversation).length > 2
  return isConference ? ('conversation.error.barge.conference' as const) : undefined
}

/**
 * A supervisor listens to a participant's call, whispers, or joins. UNSURE in the official documents: the
 * supervisor's phone is connected at once.
 */
export function supervise(
  conversation: Conversation,
  participant: Participant,
  agent: AgentFacts,
  as: Supervision,
  moment: Moment,
): Outcome {
  const { id: participantId, name, address, userId, call } = participant
  if (call.state !== 'connected' || userId === undefined) {
    return { refused: 'conversation.participant.update.invalid' }
  }
  const refused = obstacle(conversation, participant, agent, as)
  if (refused) return { refused }
  const supervisor = makeParticipant(
    {
      purpose: 'user',
      name: agent.name,
      address: agent.number,
      userId: agent.id,
      supervises: { participantId, as },
      call: makeCall('connected', agent, { name, number: address }, moment),
    },
    moment,
  )
  return { conversation: addParticipant(conversation, supervisor) }
}

/** Who only listens leaves with the one listened to. */
export function followSupervision(conversation: Conversation, at: number): Conversation {
  return conversation.participants
    .filter(
      ({ supervises }) =>
        supervises &&
        supervises.as !== 'barge' &&
        !activeWith(conversation, ({ id }) => id === supervises.participantId),
    )
    .reduce((before, { id }) => endParticipant(before, id, 'peer', at), conversation)
}
