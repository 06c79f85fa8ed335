import type {
  Address,
  AgentFacts,
  Call,
  Conversation,
  Moment,
  Participant,
  Placing,
  QueueFacts,
} from './call'
import { addParticipant, changeCall, changeParticipant, type Outcome } from './change'
import { dialledOutcome } from './dialling'
import { settle, unanswered } from './ending'
import { completeTransfers } from './handover'
import type { Command } from './machine'
import { makeAcd, makeCall, makeParticipant, makeRinging } from './start'
import { dialledMs, failures } from './unreached'

/** Until the phone of whoever places a call is taken up; then the far end is dialled. */
const pickUpMs = 500

interface Outbound extends Placing {
  readonly agent: AgentFacts
  /** The queue it is placed for, if any. */
  readonly queue?: QueueFacts
  /** What the far end sees. */
  readonly from: Address
  readonly priority?: number
}

function addressOf(destination: Placing['destination']): Address {
  if ('queue' in destination) return destination.queue
  if ('agent' in destination) return destination.agent
  const { address, name = address } = destination
  return { name, number: address }
}

/** An agent places a call: their phone comes first, the far end when it is taken up. */
export function startOutboundCall(
  { agent, queue, from, priority = 0, ...placing }: Outbound,
  moment: Moment,
): Conversation {
  const to = addressOf(placing.destination)
  const call = makeCall('contacting', agent, to, moment, 'outbound')
  const inHouse = !('address' in placing.destination)
  const placer = makeParticipant(
    {
      purpose: queue ? 'agent' : 'user',
      name: agent.name,
      address: agent.number,
      userId: agent.id,
      ...(queue && { queue }),
      ...(inHouse && { attributes: placing.attributes }),
      call: { ...call, ...(placing.uuiData !== undefined && { uuiData: placing.uuiData }) },
    },
    moment,
  )
  return {
    id: moment.makeId(),
    startTime: moment.at,
    ani: from,
    dnis: to.number,
    priority,
    participants: [placer],
    recentTransfers: [],
    placing,
  }
}

/** Whom the call is to: the next participant. */
function madeFor(
  { ani, placing }: Conversation,
  { queue }: Participant,
  moment: Moment,
): Participant | undefined {
  if (!placing) return undefined
  const { destination, attributes, uuiData } = placing
  if ('queue' in destination) return makeAcd(destination.queue, ani, moment)
  if ('agent' in destination)
    return makeRinging(destination.agent, ani, { purpose: 'user' }, moment)
  const to = addressOf(destination)
  const call = makeCall('dialing', to, ani, moment, 'outbound')
  return makeParticipant(
    {
      purpose: queue ? 'customer' : 'external',
      name: to.name,
      address: to.number,
      ...(destination.contactId !== undefined && { externalContactId: destination.contactId }),
      attributes,
      call: { ...call, ...(uuiData !== undefined && { uuiData }) },
    },
    moment,
  )
}

/** The phone of whoever places the call is taken up: a queue is there at once, others are dialled. */
export function takeUp(
  conversation: Conversation,
  participant: Participant,
  moment: Moment,
): Outcome {
  if (participant.call.state !== 'contacting') return { refused: 'bad.request' }
  const to = madeFor(conversation, participant, moment)
  if (!to) return { refused: 'bad.request' }
  const { placing: _placed, ...rest } = conversation
  const dials = changeCall(rest, participant.id, () => ({ state: 'dialing' }))
  const reached = to.purpose === 'acd' ? connectPlacers(dials, moment.at) : dials
  return { conversation: addParticipant(reached, to) }
}

/** Whoever placed the call hears the far end. */
export function connectPlacers(conversation: Conversation, at: number): Conversation {
  const participants = conversation.participants.map((one) =>
    one.userId === undefined || one.call.state !== 'dialing' ? one : connected(one, at),
  )
  return { ...conversation, participants }
}

function connected(participant: Participant, at: number): Participant {
  // Of the two ends, the agent's is recorded.
  const recording = participant.userId !== undefined
  const call: Call = { ...participant.call, state: 'connected', connectedTime: at, recording }
  return { ...participant, connectedTime: at, call }
}

/** The queue a transfer took the call from: it goes back there when nobody is reached. */
function cameFrom({ recentTransfers, participants }: Conversation, arrivedId: string) {
  const record = recentTransfers.find(({ arrived }) => arrived === arrivedId)
  return participants.find(({ id }) => id === record?.initiator.participantId)?.queue
}

/** A party outside answers, or cannot be reached: the number decides. */
export function reach(
  conversation: Conversation,
  participant: Participant,
  moment: Moment,
): Outcome {
  const { id, address, call } = participant
  if (call.state !== 'dialing') return { refused: 'bad.request' }
  const outcome = dialledOutcome(address)
  if (outcome === 'answers') {
    const there = changeParticipant(conversation, id, (one) => connected(one, moment.at))
    const heard = connectPlacers(there, moment.at)
    return { conversation: settle(completeTransfers(heard, [id], moment.at), moment.at) }
  }
  const { disconnectType, ...why } = failures[outcome]
  const queue = cameFrom(conversation, id)
  const returning = { ...participant, ...(queue && { queue }) }
  const failed = unanswered(conversation, returning, disconnectType, moment)
  return { conversation: changeCall(failed, id, () => why) }
}

/** What the dialling of this participant comes to by itself, and when. */
export function dialling({
  id: participantId,
  userId,
  startTime,
  address,
  call,
}: Participant): { at: number; command: Command }[] {
  if (call.state === 'contacting' && userId !== undefined) {
    return [{ at: startTime + pickUpMs, command: { type: 'takeUp', participantId } }]
  }
  if (call.state !== 'dialing' || userId !== undefined) return []
  const at = startTime + dialledMs[dialledOutcome(address)]
  return [{ at, command: { type: 'dialled', participantId } }]
}
