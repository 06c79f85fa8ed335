/** The agent's own part of a call in full: what only its controls and its wrap-up ask for. */
import { objects, text, word } from '~/genesys/values'
import type { Call, Participant } from '~/genesys/wire'
import { type Conversation, currentCall } from './conversation'

/** How a queue asks for after-call work. */
export type WrapupPrompt =
  | 'mandatory'
  | 'optional'
  | 'timeout' // mandatory, within a time
  | 'forcedTimeout' // the same, and the whole time is sat out
  | 'agentRequested'

export type Recording = 'none' | 'active' | 'paused'

/** Who only listens, or speaks to one side, or to all, without being one of those who talk. */
export type Supervision = 'monitor' | 'coach' | 'barge'

export interface Own {
  readonly outbound: boolean
  readonly recording: Recording
  /** What is said now is not recorded, because somebody asked for that. */
  readonly securePause: boolean
  readonly flagged: boolean
  readonly supervises?: Supervision
  /** Absent where no queue asks for anything. */
  readonly prompt?: WrapupPrompt
  /** The agent has asked for after-call work. */
  readonly acwRequested: boolean
}

/** A queue's settings spell them in capitals, a participant does not. */
const prompts: Readonly<Record<string, WrapupPrompt>> = {
  mandatory: 'mandatory',
  optional: 'optional',
  timeout: 'timeout',
  forcedtimeout: 'forcedTimeout',
  agentrequested: 'agentRequested',
}

const partOf = ({ told, mine }: Conversation) =>
  objects(told.participants).find(({ id }) => id !== undefined && id === mine?.participantId)

/** The leg by which the agent is in a call. */
export function ownLeg(conversation: Conversation): Call | undefined {
  const part = partOf(conversation)
  return part && currentCall(part)
}

export function ownPart(conversation: Conversation): Own {
  const { told } = conversation
  const part = partOf(conversation)
  const call = part && currentCall(part)
  const asked = word(part?.wrapupPrompt)?.replaceAll('_', '') ?? ''
  const prompt = Object.hasOwn(prompts, asked) ? prompts[asked] : undefined
  const supervises = part && supervisionOf(part)
  return {
    outbound: word(call?.direction) === 'outbound',
    recording: recordingOf(call),
    securePause: call?.securePause === true || told.securePause === true,
    flagged: Boolean(part?.flaggedReason),
    acwRequested: call?.afterCallWorkRequired === true,
    ...(prompt ? { prompt } : {}),
    ...(supervises ? { supervises } : {}),
  }
}

function recordingOf(call: Call | undefined): Recording {
  const state = word(call?.recordingState)
  if (state === 'active' || state === 'paused') return state
  return call?.recording === true ? 'active' : 'none'
}

/** The participant whose call this one, a supervisor, is in for. */
export const supervised = (one: Participant) =>
  text(one.bargedParticipantId) ??
  text(one.coachedParticipantId) ??
  text(one.monitoredParticipantId)

export function supervisionOf(one: Participant): Supervision | undefined {
  if (text(one.bargedParticipantId)) return 'barge'
  if (text(one.coachedParticipantId)) return 'coach'
  return text(one.monitoredParticipantId) ? 'monitor' : undefined
}
