import { type Conversation, isOver, owesWrapup, type Participant } from './call'

/** One thing that has happened to an agent in a call, as analytics count it. */
export interface Fact {
  readonly metric: string
  readonly at: number
  /** How long it took, in milliseconds; none of what is only counted. */
  readonly ms?: number
  /** What facts are told apart by. */
  readonly group: Readonly<Record<string, string>>
}

export interface Tally {
  look(before: Conversation | undefined, after: Conversation, at: number): void
  all(): readonly Fact[]
}

/** So many are remembered. */
const most = 50_000

/** What is counted here; of the others of the description nothing is told. */
export const counted = [
  ...['tAlert', 'tTalk', 'tTalkComplete', 'tHeld', 'tHeldComplete', 'tAcw', 'tHandle'],
  ...['nTransferred', 'nBlindTransferred', 'nConsultTransferred', 'nOutbound'],
] as const

/** What an agent's leg has gone through so far. */
interface Leg {
  readonly heldSince?: number
  readonly talkSince?: number
  readonly held: number
  readonly holds: number
  readonly talked: number
}

const untouched: Leg = { held: 0, holds: 0, talked: 0 }

function groupOf({ id }: Conversation, { userId = '', queue, call, purpose }: Participant) {
  return {
    mediaType: 'voice',
    userId,
    conversationId: id,
    purpose,
    direction: call.direction,
    sessionId: call.id,
    ...(queue && { queueId: queue.id }),
  }
}

/**
 * Counts as calls change. UNSURE in the official documents, which name the metrics alone: each hold and each
 * stretch of talk is told when it ends; what is complete, after-call work and handling are told once, when the
 * agent is done with the call; handling is talk, holds and after-call work; a transfer is its initiator's, told
 * when it is complete.
 */
export function createTally(): Tally {
  const facts: Fact[] = []
  const legs = new Map<string, Leg>()

  function note(fact: Fact): void {
    facts.push(fact)
    if (facts.length > most) facts.shift()
  }

  /** Time passes for a leg: what it was doing ends when it does something else. */
  function follow(conversation: Conversation, participant: Participant, at: number): void {
    const group = groupOf(conversation, participant)
    const { call } = participant
    const leg = legs.get(participant.id) ?? untouched
    const talks = call.state === 'connected' && !call.held
    const holds = call.state === 'connected' && call.held
    let { heldSince, talkSince, held, holds: times, talked } = leg
    if (talkSince !== undefined && !talks) {
      note({ metric: 'tTalk', at, ms: at - talkSince, group })
      talked += at - talkSince
      talkSince = undefined
    }
    if (heldSince !== undefined && !holds) {
      note({ metric: 'tHeld', at, ms: at - heldSince, group })
      held += at - heldSince
      times += 1
      heldSince = undefined
    }
    if (talks) talkSince ??= at
    if (holds) heldSince ??= at
    legs.set(participant.id, {
      ...{ held, holds: times, talked },
      ...(talkSince !== undefined && { talkSince }),
      ...(heldSince !== undefined && { heldSince }),
    })
  }

  /** Nothing is asked of the agent any more. */
  function conclude(conversation: Conversation, participant: Participant, at: number): void {
    const group = groupOf(conversation, participant)
    const { talked, held, holds } = legs.get(participant.id) ?? untouched
    legs.delete(participant.id)
    const { startAcwTime, endAcwTime } = participant
    const acw = startAcwTime === undefined ? undefined : (endAcwTime ?? at) - startAcwTime
    note({ metric: 'tTalkComplete', at, ms: talked, group })
    if (holds > 0) note({ metric: 'tHeldComplete', at, ms: held, group })
    if (acw !== undefined) note({ metric: 'tAcw', at, ms: acw, group })
    note({ metric: 'tHandle', at, ms: talked + held + (acw ?? 0), group })
  }

  function transfers(before: Conversation | undefined, after: Conversation, at: number): void {
    for (const { id, state, initiator } of after.recentTransfers) {
      const was = before?.recentTransfers.find((one) => one.id === id)
      const participant = after.participants.find((one) => one.id === initiator.participantId)
      if (state !== 'Complete' || was?.state === 'Complete' || !participant) continue
      const group = groupOf(after, participant)
      const consulted = before?.consult?.transferId === id
      note({ metric: 'nTransferred', at, group })
      note({ metric: consulted ? 'nConsultTransferred' : 'nBlindTransferred', at, group })
    }
  }

  return {
    look(before, after, at) {
      for (const participant of after.participants) {
        if (!participant.userId) continue
        const was = before?.participants.find(({ id }) => id === participant.id)
        const group = groupOf(after, participant)
        const { startAlertingTime: rang } = participant.call
        if (was?.call.state === 'alerting' && participant.call.state !== 'alerting' && rang)
          note({ metric: 'tAlert', at, ms: at - rang, group })
        if (!was && participant.call.direction === 'outbound')
          note({ metric: 'nOutbound', at, group })
        follow(after, participant, at)
        if (participant.connectedTime === undefined) continue
        if (isDone(participant) && !(was && isDone(was))) conclude(after, participant, at)
      }
      transfers(before, after, at)
    },
    all: () => facts,
  }
}

const isDone = (participant: Participant) => isOver(participant.call) && !owesWrapup(participant)
