import {
  type Conversation,
  isListening,
  isOver,
  owesWrapup,
  type Participant,
} from '../../emulator/conversation/call'

/** What no conversation may look like, whatever has happened to it. */

function ofLeg({ id, call, purpose, ...participant }: Participant): string[] {
  const over = isOver(call)
  const wrong = {
    'is over without a reason': over && call.disconnectType === undefined,
    'is over without a time': over !== (call.disconnectedTime !== undefined),
    'is over, and has not ended': over !== (participant.endTime !== undefined),
    'is over and held': over && call.held,
    'is over and muted': over && call.muted,
    'is over and confined': over && call.confined,
    'is over and recorded': over && (call.recording || call.paused === true),
    'is held or confined since never':
      (call.held || call.confined) !== (call.startHoldTime !== undefined),
    'is held before it is connected': call.held && call.state !== 'connected',
    'is connected since never': call.state === 'connected' && call.connectedTime === undefined,
    'was connected in part':
      (call.connectedTime === undefined) !== (participant.connectedTime === undefined),
    'ended before it began':
      (participant.endTime ?? Number.POSITIVE_INFINITY) < participant.startTime,
    'rings without an end':
      call.state === 'alerting' && participant.alertingTimeoutMs === undefined,
    'rings and has an end time': call.state === 'alerting' && participant.endTime !== undefined,
    'is a queue that rings': purpose === 'acd' && call.state === 'alerting',
  }
  return Object.entries(wrong).flatMap(([what, is]) => (is ? [`${purpose} ${id} ${what}`] : []))
}

function ofWork(participant: Participant): string[] {
  const { id, purpose, queue, startAcwTime, endAcwTime, call } = participant
  const wrong = {
    'owes a wrap-up to nobody': owesWrapup(participant) && queue === undefined,
    'owes a wrap-up during the call': startAcwTime !== undefined && !isOver(call),
    'owes a wrap-up though no agent': startAcwTime !== undefined && purpose !== 'agent',
    'ended work it never began': endAcwTime !== undefined && startAcwTime === undefined,
    'ended work before it began': endAcwTime !== undefined && endAcwTime < (startAcwTime ?? 0),
  }
  return Object.entries(wrong).flatMap(([what, is]) => (is ? [`${purpose} ${id} ${what}`] : []))
}

function ofWhole({ participants, endTime, recentTransfers, placing }: Conversation): string[] {
  const live = participants.filter(({ call }) => !isOver(call))
  const ids = participants.flatMap(({ id, call }) => [id, call.id])
  const users = live.flatMap(({ userId }) => (userId ? [userId] : []))
  const wrong = {
    'has ended and lives': endTime !== undefined && live.length > 0,
    'is over and has not ended': endTime === undefined && live.length === 0,
    // A phone that is still to be taken up has nobody at the other end.
    'has one party only': live.length === 1 && !placing,
    'uses an id twice': new Set(ids).size < ids.length,
    'has somebody in it twice': new Set(users).size < users.length,
    'waits in two queues': live.filter(({ purpose }) => purpose === 'acd').length > 1,
    'has too many transfers': recentTransfers.length > 20,
    'has ended with a transfer under way':
      endTime !== undefined && recentTransfers.some(({ state }) => state === 'Pending'),
  }
  return Object.entries(wrong).flatMap(([what, is]) => (is ? [what] : []))
}

/** What one leg has to do with the others. */
function ofTogether({ participants }: Conversation): string[] {
  const live = participants.filter(({ call }) => !isOver(call))
  return participants.flatMap((one) => {
    const { id, purpose, call, queue, routed, supervises } = one
    const isAgent = (other: Participant) => other.routed && other.queue?.id === queue?.id
    const isQueue = (other: Participant) => other.purpose === 'acd' && other.queue?.id === queue?.id
    const wrong = {
      'is a queue that handed over to nobody':
        purpose === 'acd' &&
        call.disconnectType === 'transfer' &&
        !participants.some(
          (other) => isAgent(other) && other.connectedTime === call.disconnectedTime,
        ),
      'is rung for a queue that is gone':
        routed && call.state === 'alerting' && !live.some(isQueue),
      'listens to nobody':
        isListening(one) &&
        !isOver(call) &&
        !live.some((other) => other.id === supervises?.participantId),
    }
    return Object.entries(wrong).flatMap(([what, is]) => (is ? [`${purpose} ${id} ${what}`] : []))
  })
}

/** Why a conversation cannot be; nothing when it can. */
export function impossibilities(conversation: Conversation): string[] {
  const { participants } = conversation
  return [
    ...ofWhole(conversation),
    ...ofTogether(conversation),
    ...participants.flatMap(ofLeg),
    ...participants.flatMap(ofWork),
  ]
}
