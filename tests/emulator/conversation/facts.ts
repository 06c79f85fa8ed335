import type { Work } from '../presence/rules'
import {
  type CallState,
  type Conversation,
  callerOf,
  isOver,
  owesWrapup,
  type Participant,
  type QueueFacts,
} from './call'
import type { Command } from './machine'
import { dialling } from './outbound'

/** Questions about a call that routing, the control API and the scenario ask. */

export interface Waiting {
  readonly queue: QueueFacts
  readonly since: number
}

/** The queue a call waits in, nobody of that queue being rung. */
export function waitingIn({ participants }: Conversation): Waiting | undefined {
  const acd = participants.find(({ purpose, call }) => purpose === 'acd' && !isOver(call))
  const rings = participants.some(({ routed, call }) => routed && call.state === 'alerting')
  if (!acd?.queue || rings) return undefined
  return { queue: acd.queue, since: acd.startTime }
}

/** Whether an agent is in a call, or in what the queue asks for after it. */
export function isEngaged(participant: Participant): boolean {
  return !isOver(participant.call) || owesWrapup(participant)
}

export function workOf(userId: string, conversations: Iterable<Conversation>): Work {
  let acd = 0
  let direct = 0
  for (const { participants } of conversations) {
    for (const participant of participants) {
      if (participant.userId !== userId) continue
      const rings = participant.call.state === 'alerting'
      if (rings || !isEngaged(participant)) continue
      if (participant.queue) acd += 1
      else direct += 1
    }
  }
  return { acd, direct }
}

export function isRinging(userId: string, { participants }: Conversation): boolean {
  return participants.some(
    (participant) => participant.userId === userId && participant.call.state === 'alerting',
  )
}

/** The agents who let a routed call pass, by the change from `before` to `after`. */
export function letPass(before: Conversation | undefined, after: Conversation): string[] {
  return after.participants.flatMap(({ id, userId, routed, call }) => {
    const was = before?.participants.find((participant) => participant.id === id)
    const passed = call.disconnectType === 'client' || call.disconnectType === 'transfer.noanswer'
    return routed && userId && was?.call.state === 'alerting' && passed ? [userId] : []
  })
}

/** What happens by itself, and when, if nothing else happens first. */
export function due({ participants }: Conversation): { at: number; command: Command }[] {
  return participants.flatMap((participant): { at: number; command: Command }[] => {
    const { id: participantId, call, alertingTimeoutMs, startAcwTime, queue } = participant
    if (call.state === 'alerting' && alertingTimeoutMs !== undefined) {
      const at = (call.startAlertingTime ?? 0) + alertingTimeoutMs
      return [{ at, command: { type: 'alertingTimesOut', participantId } }]
    }
    if (owesWrapup(participant) && queue?.wrapupTimeoutMs !== undefined) {
      const at = (startAcwTime ?? 0) + queue.wrapupTimeoutMs
      return [{ at, command: { type: 'wrapupTimesOut', participantId } }]
    }
    return dialling(participant)
  })
}

/** One word for the whole call; `contacting` while it waits for an agent. */
export function stateOf(conversation: Conversation): CallState {
  if (conversation.endTime !== undefined) return 'disconnected'
  const caller = callerOf(conversation)
  const states = conversation.participants.filter((one) => one !== caller)
  if (caller?.call.state === 'dialing') return 'dialing'
  if (states.some(({ call }) => call.state === 'alerting')) return 'alerting'
  const talks = states.some(({ purpose, call }) => purpose !== 'acd' && call.state === 'connected')
  return talks ? 'connected' : 'contacting'
}
