import {
  type AfterCallWork,
  type Conversation,
  callerOf,
  type DisconnectType,
  farEnd,
  isListening,
  isOver,
  type Moment,
  type Participant,
} from './call'
import { activeWith, addParticipant, changeParticipant } from './change'
import { makeAcd } from './start'

/** Whether a wrap-up code is asked for once the call is over: by the queue, or by the agent themself. */
export function isWrapupRequired({
  queue,
  purpose,
  acwRequested = false,
}: Pick<Participant, 'queue' | 'purpose' | 'acwRequested'>): boolean {
  if (purpose !== 'agent' || !queue || queue.wrapupPrompt === 'optional') return false
  return queue.wrapupPrompt !== 'agentRequested' || acwRequested
}

function workAfter(owes: boolean, coded: boolean, skipped: boolean, at: number): AfterCallWork {
  if (owes) return { state: 'pending', startTime: at }
  if (coded) return { state: 'complete' }
  return { state: skipped ? 'skipped' : 'notApplicable' }
}

/** A participant whose leg is over; one who talked for a queue goes into after-call work. */
function endedParticipant(
  participant: Participant,
  disconnectType: DisconnectType,
  at: number,
): Participant {
  if (isOver(participant.call)) return participant
  const talked = participant.connectedTime !== undefined && participant.purpose === 'agent'
  const coded = participant.wrapup !== undefined && participant.wrapup.provisional !== true
  const skipped = participant.wrapupSkipped
  // A forced time is sat out whatever was coded during the call.
  const isDone = skipped || (coded && participant.queue?.wrapupPrompt !== 'forcedTimeout')
  const owes = talked && isWrapupRequired(participant) && !isDone
  const { startHoldTime: _hold, paused: _paused, ...call } = participant.call
  return {
    ...participant,
    endTime: at,
    ...(owes && { startAcwTime: at }),
    call: {
      ...call,
      // A queue's leg ends as `terminated`, everyone else's as `disconnected`.
      state: participant.purpose === 'acd' ? 'terminated' : 'disconnected',
      held: false,
      confined: false,
      muted: false,
      recording: false,
      disconnectedTime: at,
      disconnectType,
      ...(participant.queue && talked && { afterCallWork: workAfter(owes, coded, skipped, at) }),
    },
  }
}

export function endParticipant(
  conversation: Conversation,
  id: string,
  disconnectType: DisconnectType,
  at: number,
): Conversation {
  return changeParticipant(conversation, id, (participant) =>
    endedParticipant(participant, disconnectType, at),
  )
}

/** Everybody still there hears the line go dead. */
export function endAll(
  conversation: Conversation,
  disconnectType: DisconnectType,
  at: number,
): Conversation {
  return {
    ...conversation,
    endTime: at,
    participants: conversation.participants.map((participant) =>
      endedParticipant(participant, disconnectType, at),
    ),
    recentTransfers: conversation.recentTransfers.map((transfer) =>
      transfer.state === 'Pending' ? { ...transfer, state: 'Failed' } : transfer,
    ),
  }
}

/**
 * A user ends it for everybody. UNSURE in the official documents: for the others it is as if the user had
 * hung up, so nobody else declines; one who takes no part has the system end it.
 */
export function disconnect(conversation: Conversation, user: string, at: number): Conversation {
  if (conversation.endTime !== undefined) return conversation
  const own = activeWith(conversation, ({ userId }) => userId === user)
  if (!own) return endAll(conversation, 'system', at)
  return endAll(endParticipant(conversation, own.id, 'client', at), 'peer', at)
}

/**
 * A call is over once the caller is gone, or nobody is left to hear the caller. UNSURE in the official
 * documents: where several talked, those who are left without the caller talk on, and somebody outside
 * waits for whoever is on the way.
 */
export function settle(conversation: Conversation, at: number): Conversation {
  if (conversation.endTime !== undefined) return conversation
  const caller = callerOf(conversation)
  const there = conversation.participants.filter((one) => !isOver(one.call) && !isListening(one))
  if (caller && !isOver(caller.call)) {
    return there.length > 1 ? conversation : endAll(conversation, 'peer', at)
  }
  const talking = there.filter(
    ({ purpose, call }) => purpose !== 'acd' && call.state === 'connected',
  )
  const waits = talking.some(({ userId }) => userId === undefined) && there.length > 1
  return talking.length > 1 || waits ? conversation : endAll(conversation, 'peer', at)
}

/**
 * An agent did not take a ringing call. A queue's call waits on. UNSURE in the official documents: a
 * colleague's blind transfer that nobody takes goes back to the queue it came from, and a call that came
 * past the queues ends.
 */
export function unanswered(
  conversation: Conversation,
  participant: Participant,
  disconnectType: DisconnectType,
  moment: Moment,
): Conversation {
  const ended = endParticipant(conversation, participant.id, disconnectType, moment.at)
  const isLate = disconnectType === 'transfer.noanswer' || disconnectType === 'timeout'
  const state = isLate ? 'Timeout' : 'Failed'
  const failed: Conversation = {
    ...ended,
    recentTransfers: ended.recentTransfers.map((transfer) =>
      transfer.state === 'Pending' && transfer.arrived === participant.id
        ? { ...transfer, state }
        : transfer,
    ),
  }
  const caller = callerOf(failed)
  const others = activeWith(failed, (one) => one.id !== caller?.id && !isListening(one))
  if (others || !participant.queue) return settle(failed, moment.at)
  return addParticipant(failed, makeAcd(participant.queue, farEnd(failed), moment))
}
