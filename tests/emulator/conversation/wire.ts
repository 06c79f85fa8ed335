import type { Address, Call, Conversation, Participant, Wrapup } from './call'
import { isWrapupRequired } from './ending'
import { recordingStateOf } from './recording'

/** What REST bodies and event bodies of a conversation have in common. */

/** A copy without the fields that are not set: Genesys leaves them out. */
export function sparse<T extends object>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const set = Object.entries(fields).filter(([, value]) => value !== undefined)
  return Object.fromEntries(set) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

export function time(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : new Date(ms).toISOString()
}

export function telephone(number: string): string {
  return number.startsWith('+') ? `tel:${number}` : number
}

function address({ name, number }: Address) {
  return {
    name,
    nameRaw: '',
    addressNormalized: telephone(number),
    addressRaw: telephone(number),
    addressDisplayable: number,
  }
}

/**
 * Without `name` and `provisional`, which only REST has. UNSURE in the official documents: what is saved
 * provisionally is not told, as nothing in an event would tell it from the real one.
 */
export function eventWrapup(wrapup: Wrapup | undefined) {
  return wrapup?.provisional ? undefined : assignedWrapup(wrapup)
}

/** As `GET …/wrapup` answers it. */
export function assignedWrapup(wrapup: Wrapup | undefined) {
  if (!wrapup) return undefined
  const { code, notes, tags, durationSeconds } = wrapup
  return sparse({ code, notes, tags, durationSeconds, endTime: time(wrapup.endTime) })
}

export function restWrapup(wrapup: Wrapup | undefined) {
  if (!wrapup) return undefined
  const { name, provisional } = wrapup
  return { ...assignedWrapup(wrapup), ...sparse({ name, provisional }) }
}

/** The leg, as `calls[]` has it in REST and events; REST adds `startAlertingTime`. */
export function wireCall(call: Call, { queue, acwRequested = false }: Participant) {
  const { afterCallWork } = call
  return sparse({
    id: call.id,
    state: call.state,
    initialState: call.initialState,
    direction: call.direction,
    recording: call.recording,
    recordingState: recordingStateOf(call),
    muted: call.muted,
    confined: call.confined,
    held: call.held,
    securePause: recordingStateOf(call) === 'paused',
    disconnectType: call.disconnectType,
    disconnectReasons: call.disconnectReasons,
    errorInfo: call.errorInfo,
    uuiData: call.uuiData,
    startHoldTime: time(call.startHoldTime),
    connectedTime: time(call.connectedTime),
    disconnectedTime: time(call.disconnectedTime),
    provider: 'Edge',
    self: address(call.self),
    other: address(call.other),
    // "Only used when the ACW setting is Agent Requested."
    afterCallWorkRequired: queue?.wrapupPrompt === 'agentRequested' ? acwRequested : undefined,
    afterCallWork: afterCallWork && {
      ...afterCallWork,
      ...sparse({ startTime: time(afterCallWork.startTime), endTime: time(afterCallWork.endTime) }),
    },
  })
}

/** The wrap-up fields of a participant: only those who work for a queue have them. */
export function wrapupRules(participant: Participant) {
  const { queue, purpose } = participant
  const works = purpose === 'agent' && queue !== undefined
  return {
    wrapupRequired: isWrapupRequired(participant),
    wrapupPrompt: works ? queue.wrapupPrompt : undefined,
    wrapupTimeoutMs: works ? queue.wrapupTimeoutMs : undefined,
    startAcwTime: time(participant.startAcwTime),
    endAcwTime: time(participant.endAcwTime),
  }
}

/** The one reason there is. */
export function flaggedReason({ flagged }: Participant): 'general' | undefined {
  return flagged ? 'general' : undefined
}

/** Only in conversations that came by a queue. */
export function routingData({ priority, skills = [] }: Conversation, { queue }: Participant) {
  if (!queue) return undefined
  return {
    queue: { id: queue.id },
    priority,
    // Without their names, which only whoever has the skill, or may see all of them, is told.
    skills: skills.map((id) => ({ id })),
    scoredAgents: [],
  }
}

const supervised = {
  monitor: 'monitoredParticipantId',
  coach: 'coachedParticipantId',
  barge: 'bargedParticipantId',
} as const

/** UNSURE in the official documents: the names of the roles. */
export function supervisionOf({ supervises }: Participant) {
  if (!supervises) return { mediaRoles: ['full'] }
  const { as, participantId } = supervises
  const mediaRoles = [as === 'barge' ? 'full' : as]
  return { mediaRoles, [supervised[as]]: participantId }
}
