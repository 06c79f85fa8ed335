import {
  type AgentFacts,
  type Conversation,
  farEnd,
  isListening,
  type Moment,
  type Participant,
  type QueueFacts,
  type Transfer,
  type TransferType,
} from './call'
import { activeWith, addParticipant, type Outcome } from './change'
import { dialledOutcome } from './dialling'
import { endParticipant } from './ending'
import { withdrawTransfers } from './handover'
import { makeOutside, type Outside } from './outside'
import { makeAcd, makeRinging } from './start'

/** Where a transfer, a consult or an invitation goes. */
export type Destination = { readonly queue: QueueFacts } | { readonly agent: AgentFacts } | Outside

/** Genesys keeps the last twenty. */
const transfersKept = 20

/** An outside number answers at once, or it is one that never does. */
function answersAtOnce(destination: Destination): boolean {
  return 'address' in destination && dialledOutcome(destination.address) === 'answers'
}

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
  const state = answersAtOnce(destination) ? 'connected' : 'dialing'
  return makeOutside(destination, caller, state, {}, moment)
}

/** `destination` has room for a user and an address only: a queue goes by its number. */
function wireDestination(destination: Destination): Transfer['destination'] {
  if ('queue' in destination) return { address: destination.queue.number }
  if ('agent' in destination) return { userId: destination.agent.id }
  return { address: destination.address }
}

/** Notes a transfer, and brings in whoever it made. */
export function recordTransfer(
  conversation: Conversation,
  initiator: { readonly participantId: string; readonly userId: string },
  destination: Destination,
  arrived: Participant,
  facts: Pick<Transfer, 'state' | 'transferType'>,
  { at, makeId }: Moment,
): { readonly conversation: Conversation; readonly transfer: Transfer } {
  const transfer: Transfer = {
    id: makeId(),
    ...facts,
    dateIssued: at,
    initiator,
    destination: wireDestination(destination),
    arrived: arrived.id,
  }
  const recentTransfers = [...conversation.recentTransfers, transfer].slice(-transfersKept)
  return {
    conversation: addParticipant({ ...conversation, recentTransfers }, arrived),
    transfer,
  }
}

/**
 * A blind transfer. `Unattended` takes the initiator off at once; `Attended` when somebody answers
 * (an outside number that answers counts as answered). UNSURE in the official documents: nobody is
 * replaced while a consult goes on.
 */
export function transfer(
  conversation: Conversation,
  participant: Participant,
  destination: Destination,
  transferType: TransferType,
  moment: Moment,
): Outcome {
  const { id: participantId, userId, call } = participant
  const takesPart = call.state === 'connected' && !isListening(participant)
  if (!takesPart || userId === undefined || conversation.consult) {
    return { refused: 'conversations.error.transfer.not.connected' }
  }
  // Oneself, and UNSURE in the official documents: a colleague who takes part, or whose phone rings.
  if (
    'agent' in destination &&
    activeWith(conversation, (one) => one.userId === destination.agent.id)
  ) {
    return { refused: 'conversations.error.transfer.same.party' }
  }
  const free = withdrawTransfers(conversation, participantId, moment.at)
  // UNSURE in the official documents: a call waits in one queue at a time.
  if ('queue' in destination && activeWith(free, ({ purpose }) => purpose === 'acd')) {
    return { refused: 'conversations.error.transfer.not.connected' }
  }
  const arrived = arrive(conversation, participant, destination, moment)
  const done = answersAtOnce(destination)
  const left =
    done || transferType === 'Unattended'
      ? endParticipant(free, participantId, 'transfer', moment.at)
      : free
  const facts = { state: done ? ('Complete' as const) : ('Pending' as const), transferType }
  const initiator = { participantId, userId }
  return recordTransfer(left, initiator, destination, arrived, facts, moment)
}
