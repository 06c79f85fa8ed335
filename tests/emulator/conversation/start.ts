import type {
  Address,
  AgentFacts,
  Call,
  Conversation,
  Moment,
  Participant,
  QueueFacts,
} from './call'

/** Time a call that no queue sent may ring; Genesys takes it from the user's settings. */
const directAlertingTimeoutMs = 30_000

interface Caller {
  readonly from: Address
  readonly attributes?: Readonly<Record<string, string>>
  readonly priority?: number
  readonly skills?: readonly string[]
}

export function makeCall(
  state: Call['state'],
  self: Address,
  other: Address,
  { at, makeId }: Moment,
  direction: Call['direction'] = 'inbound',
): Call {
  return {
    id: makeId(),
    state,
    initialState: state,
    direction,
    held: false,
    confined: false,
    muted: false,
    recording: false,
    self,
    other,
    ...(state === 'alerting' && { startAlertingTime: at }),
    ...(state === 'connected' && { connectedTime: at }),
  }
}

/** A participant that takes part from now on. */
export function makeParticipant(
  facts: Pick<Participant, 'purpose' | 'name' | 'address' | 'call'> & Partial<Participant>,
  { at, makeId }: Moment,
): Participant {
  return {
    id: makeId(),
    routed: false,
    startTime: at,
    attributes: {},
    wrapupSkipped: false,
    ...(facts.call.connectedTime !== undefined && { connectedTime: at }),
    ...facts,
  }
}

/** The queue as a participant: what the caller hears while nobody has answered. */
export function makeAcd(queue: QueueFacts, caller: Address, moment: Moment): Participant {
  return makeParticipant(
    {
      purpose: 'acd',
      name: queue.name,
      address: queue.number,
      queue,
      call: makeCall('connected', queue, caller, moment),
    },
    moment,
  )
}

/** An agent whose phone rings. */
export function makeRinging(
  agent: AgentFacts,
  caller: Address,
  facts: Partial<Participant>,
  moment: Moment,
): Participant {
  return makeParticipant(
    {
      purpose: 'agent',
      name: agent.name,
      address: agent.number,
      userId: agent.id,
      call: makeCall('alerting', agent, caller, moment),
      alertingTimeoutMs: facts.queue?.alertingTimeoutMs ?? directAlertingTimeoutMs,
      ...facts,
    },
    moment,
  )
}

function begin(
  { from, attributes = {}, priority = 0, skills = [] }: Caller,
  purpose: 'customer' | 'external',
  callee: Address,
  moment: Moment,
): Conversation {
  const call = makeCall('connected', from, callee, moment)
  const id = moment.makeId()
  const caller = { purpose, name: from.name, address: from.number, attributes, call }
  return {
    id,
    startTime: moment.at,
    ani: from,
    dnis: callee.number,
    priority,
    skills,
    participants: [makeParticipant(caller, moment)],
    recentTransfers: [],
  }
}

/** A customer calls a queue and waits. */
export function startQueueCall(caller: Caller, queue: QueueFacts, moment: Moment): Conversation {
  const conversation = begin(caller, 'customer', queue, moment)
  const acd = makeAcd(queue, caller.from, moment)
  return { ...conversation, participants: [...conversation.participants, acd] }
}

/** Somebody calls an agent directly: no queue, no wrap-up, `user` and `external` for purposes. */
export function startDirectCall(caller: Caller, agent: AgentFacts, moment: Moment): Conversation {
  const conversation = begin(caller, 'external', agent, moment)
  const callee = makeRinging(agent, caller.from, { purpose: 'user' }, moment)
  return { ...conversation, participants: [...conversation.participants, callee] }
}
