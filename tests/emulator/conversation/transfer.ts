import {
  type AgentFacts,
  type Conversation,
  farEnd,
  type Moment,
  type Participant,
  type QueueFacts,
  type Transfer,
  type TransferType,
} from './call'
import { activeWith, addParticipant, type Outcome } from './change'
import { endParticipant } from './ending'
import { makeAcd, makeCall, makeParticipant, makeRinging } from './start'

/** Where a blind transfer goes. */
export type Destination =
  | { readonly queue: QueueFacts }
  | { readonly agent: AgentFacts }
  | { readonly address: string }

/** Genesys keeps the last twenty. */
const transfersKept = 20

function arrive(
  conversation: Conversation,
  from: Participant,
  destination: Destination,
  moment: Moment,
): Participant {
  const caller = farEnd(conversation)
  if ('queue' in destination) return makeAcd(destination.queue, caller, moment)
  if ('agent' in destination) {
    // UNSURE in the official documents: a colleague answers for the queue the call came from.
    const facts: Partial<Participant> = from.queue
      ? { queue: from.queue }
      : { purpose: from.purpose }
    return makeRinging(destination.agent, caller, facts, moment)
  }
  const { address } = destination
  const self = { name: address, number: address }
  return makeParticipant(
    {
      purpose: 'external',
      name: address,
      address,
      call: makeCall('connected', self, caller, moment, 'outbound'),
    },
    moment,
  )
}

/** `destination` has room for a user and an address only: a queue goes by its number. */
function wireDestination(destination: Destination): Transfer['destination'] {
  if ('queue' in destination) return { address: destination.queue.number }
  if ('agent' in destination) return { userId: destination.agent.id }
  return { address: destination.address }
}

/**
 * A blind transfer. `Unattended` takes the initiator off at once; `Attended` when somebody answers
 * (an outside number counts as answered).
 */
export function transfer(
  conversation: Conversation,
  participant: Participant,
  destination: Destination,
  transferType: TransferType,
  moment: Moment,
): Outcome {
  if (participant.call.state !== 'connected' || participant.userId === undefined) {
    return { refused: 'conversations.error.transfer.not.connected' }
  }
  // Oneself, and UNSURE in the official documents: a colleague who takes part, or whose phone rings.
  if (
    'agent' in destination &&
    activeWith(conversation, ({ userId }) => userId === destination.agent.id)
  ) {
    return { refused: 'conversations.error.transfer.same.party' }
  }
  const arrived = arrive(conversation, participant, destination, moment)
  const done = 'address' in destination
  const leaves = done || transferType === 'Unattended'
  const record: Transfer = {
    id: moment.makeId(),
    state: done ? 'Complete' : 'Pending',
    dateIssued: moment.at,
    transferType,
    initiator: { participantId: participant.id, userId: participant.userId },
    destination: wireDestination(destination),
  }
  const left = leaves
    ? endParticipant(conversation, participant.id, 'transfer', moment.at)
    : conversation
  const recentTransfers = [...left.recentTransfers, record].slice(-transfersKept)
  return { conversation: addParticipant({ ...left, recentTransfers }, arrived) }
}
