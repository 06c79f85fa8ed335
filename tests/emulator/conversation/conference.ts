import { type Conversation, isListening, isOver, type Moment, type Participant } from './call'
import { activeWith, changeParticipant, type Outcome } from './change'
import { endAll } from './ending'
import { holding } from './holding'
import { makeOutside } from './outside'
import { recordingOf } from './recording'
import { makeAcd, makeCall, makeParticipant, makeRinging } from './start'
import type { Destination } from './transfer'

/** Somebody who talks in one conversation and is taken over into another. */
export type Party = Pick<
  Participant,
  'purpose' | 'name' | 'address' | 'userId' | 'externalContactId' | 'attributes' | 'call'
>

/** A party takes part as who they are, for no queue: muted and recorded as before, held no longer. */
function makeParty(party: Party, moment: Moment): Participant {
  const { purpose, name, address, userId, externalContactId, attributes, call } = party
  return makeParticipant(
    {
      purpose: userId === undefined ? purpose : 'user',
      name,
      address,
      ...(userId !== undefined && { userId }),
      ...(externalContactId !== undefined && { externalContactId }),
      attributes,
      call: {
        ...makeCall('connected', call.self, call.other, moment, call.direction),
        muted: call.muted,
        recording: call.recording,
        ...(call.paused !== undefined && { paused: call.paused }),
      },
    },
    moment,
  )
}

/** Nobody may be on the way: who rings or is dialled cannot be part of a conference yet. */
export function isUnsettled({ consult, participants }: Conversation): boolean {
  const onTheWay = ({ call }: Participant) => call.state === 'alerting' || call.state === 'dialing'
  return consult !== undefined || participants.some(onTheWay)
}

/** Parties of other conversations join; everybody hears everybody. */
export function merge(
  conversation: Conversation,
  { id }: Participant,
  parties: readonly Party[],
  conversationIds: readonly string[],
  moment: Moment,
): Outcome {
  const retrieved = changeParticipant(conversation, id, (participant) => ({
    ...participant,
    call: holding(participant.call, { held: false }, moment.at),
  }))
  const joined = parties.map((party) => makeParty(party, moment))
  return {
    conversation: {
      ...retrieved,
      participants: [...retrieved.participants, ...joined],
      conversationIds: [...(conversation.conversationIds ?? []), ...conversationIds],
    },
  }
}

/** A conference of its own: the user, and everybody they talked with. */
export function startConference(
  first: Conversation,
  user: Party,
  parties: readonly Party[],
  conversationIds: readonly string[],
  moment: Moment,
): Conversation {
  const [caller, ...others] = parties.map((party) => makeParty(party, moment))
  const own = makeParty(user, moment)
  const conference: Conversation = {
    id: moment.makeId(),
    startTime: moment.at,
    ani: first.ani,
    dnis: first.dnis,
    priority: first.priority,
    participants: [...(caller ? [caller] : []), own, ...others],
    recentTransfers: [],
    conversationIds,
  }
  return recordingOf(conference) === 'paused' ? { ...conference, paused: true } : conference
}

function makeInvited(
  { name, address: number }: Participant,
  destination: Destination,
  moment: Moment,
): Participant {
  const inviter = { name, number }
  if ('queue' in destination) return makeAcd(destination.queue, inviter, moment)
  if ('address' in destination) return makeOutside(destination, inviter, 'dialing', {}, moment)
  return makeRinging(destination.agent, inviter, { purpose: 'user' }, moment)
}

/** Further parties are asked to join, and join by answering. */
export function invite(
  conversation: Conversation,
  inviter: Participant,
  destinations: readonly Destination[],
  moment: Moment,
): Outcome {
  if (inviter.call.state !== 'connected' || isListening(inviter)) {
    return { refused: 'conversation.error.forbidden.not.active.participant' }
  }
  if (isUnsettled(conversation)) {
    return { refused: 'conversation.error.cannot.merge.alerting.conference' }
  }
  const users = destinations.flatMap((one) => ('agent' in one ? [one.agent.id] : []))
  const takesPart = activeWith(conversation, ({ userId }) => users.includes(userId ?? ''))
  // UNSURE in the official documents: a call waits in one queue at a time.
  const queues = destinations.filter((one) => 'queue' in one).length
  const waits = activeWith(conversation, ({ purpose }) => purpose === 'acd') !== undefined
  const isTwice = takesPart !== undefined || new Set(users).size < users.length
  if (isTwice || queues > (waits ? 0 : 1)) {
    return { refused: 'conversation.error.outbound.call.cannot.be.placed' }
  }
  const invited = destinations.map((one) => makeInvited(inviter, one, moment))
  const participants = [...conversation.participants, ...invited]
  return { conversation: { ...conversation, participants } }
}

/**
 * UNSURE in the official documents: when the last agent hangs up, those outside do not go on among
 * themselves. A transfer leaves them to it.
 */
export function followConference(
  before: Conversation,
  after: Conversation,
  at: number,
): Conversation {
  if (after.endTime !== undefined) return after
  const hungUp = after.participants.some(({ id, userId, call }) => {
    const was = before.participants.find((one) => one.id === id)
    const now = was !== undefined && !isOver(was.call) && call.disconnectType === 'client'
    return userId !== undefined && now
  })
  const remains = (one: Participant) =>
    (one.userId !== undefined || one.purpose === 'acd') && !isListening(one)
  return hungUp && !activeWith(after, remains) ? endAll(after, 'peer', at) : after
}
