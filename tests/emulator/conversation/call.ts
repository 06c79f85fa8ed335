/** What the emulator knows of a call. Times are milliseconds; the wire forms are made elsewhere. */

export type CallState =
  | 'alerting'
  | 'dialing'
  | 'contacting'
  | 'connected'
  | 'disconnected'
  | 'terminated'
export type Purpose = 'customer' | 'external' | 'acd' | 'agent' | 'user'
export type DisconnectType =
  | 'client'
  | 'endpoint'
  | 'error'
  | 'peer'
  | 'system'
  | 'timeout'
  | 'transfer'
  | 'transfer.conference'
  | 'transfer.consult'
  | 'transfer.noanswer'

export interface Address {
  readonly name: string
  readonly number: string
}

export interface Wrapup {
  readonly code?: string
  readonly name?: string
  readonly notes?: string
  readonly tags?: readonly string[]
  readonly durationSeconds?: number
  readonly endTime?: number
  readonly provisional?: boolean
}

export interface AfterCallWork {
  readonly state: 'notApplicable' | 'skipped' | 'pending' | 'complete'
  readonly startTime?: number
  readonly endTime?: number
}

/** What the network said when a leg ended. */
export interface DisconnectReason {
  readonly type: 'sip' | 'q850'
  readonly code: number
  readonly phrase: string
}

/** A participant's leg: what Genesys calls a communication. */
export interface Call {
  readonly id: string
  readonly state: CallState
  readonly initialState: CallState
  readonly direction: 'inbound' | 'outbound'
  readonly held: boolean
  /** Kept apart with hold music, by a consult or in an ad-hoc conference. */
  readonly confined: boolean
  readonly muted: boolean
  readonly recording: boolean
  /** In secure pause: a recording goes on, without what is said now. */
  readonly paused?: boolean
  readonly self: Address
  readonly other: Address
  readonly startAlertingTime?: number
  readonly connectedTime?: number
  readonly startHoldTime?: number
  readonly disconnectedTime?: number
  readonly disconnectType?: DisconnectType
  readonly disconnectReasons?: readonly DisconnectReason[]
  readonly errorInfo?: { readonly code: string; readonly message: string }
  readonly uuiData?: string
  readonly afterCallWork?: AfterCallWork
}

/** As a participant has it; a queue's settings spell the same in capitals. */
export type WrapupPrompt = 'mandatory' | 'optional' | 'agentRequested' | 'timeout' | 'forcedTimeout'

export interface QueueFacts {
  readonly id: string
  readonly name: string
  readonly number: string
  readonly alertingTimeoutMs: number
  readonly wrapupPrompt: WrapupPrompt
  readonly wrapupTimeoutMs?: number
}

export interface AgentFacts {
  readonly id: string
  readonly name: string
  readonly number: string
}

/** A monitor hears, a coach also speaks to one, who barges in speaks to all. */
export type Supervision = 'monitor' | 'coach' | 'barge'

export interface Participant {
  readonly id: string
  readonly purpose: Purpose
  readonly name: string
  readonly address: string
  readonly userId?: string
  /** The contact that was dialled, if one was. */
  readonly externalContactId?: string
  /** On whoever is or was consulted: the participant to be transferred. */
  readonly consultParticipantId?: string
  /** On a supervisor: whose call this is about, and how they take part. */
  readonly supervises?: { readonly participantId: string; readonly as: Supervision }
  /** Set on participants that work for a queue. */
  readonly queue?: QueueFacts
  /** Whether routing chose this agent, rather than a colleague or a caller. */
  readonly routed: boolean
  readonly startTime: number
  readonly connectedTime?: number
  readonly endTime?: number
  readonly attributes: Readonly<Record<string, string>>
  readonly alertingTimeoutMs?: number
  readonly wrapup?: Wrapup
  readonly wrapupSkipped: boolean
  readonly startAcwTime?: number
  readonly endAcwTime?: number
  /** The agent asked for after-call work, which the queue leaves to them. */
  readonly acwRequested?: boolean
  /** Reported for bad quality. */
  readonly flagged?: boolean
  /** Pressed on the phone so far. */
  readonly digits?: string
  readonly call: Call
}

export type TransferType = 'Attended' | 'Unattended'

export interface Transfer {
  readonly id: string
  /** `Active` is a consult that talks. */
  readonly state: 'Pending' | 'Active' | 'Complete' | 'Canceled' | 'Failed' | 'Timeout'
  readonly dateIssued: number
  readonly transferType: TransferType
  readonly initiator: { readonly participantId: string; readonly userId: string }
  readonly destination: { readonly userId?: string; readonly address?: string }
  /** The participant it made. */
  readonly arrived: string
}

/** With whom the initiator of a consult wants to speak. */
export type SpeakTo = 'DESTINATION' | 'OBJECT' | 'BOTH' | 'CONFERENCE'

/** A consult that goes on: ids of participants, and of its transfer. */
export interface Consult {
  readonly transferId: string
  readonly initiatorId: string
  /** Whom the call is about: the one who would be transferred. */
  readonly objectId: string
  /** Whoever is asked; a queue until one of its agents has answered. */
  readonly destinationId: string
  readonly speakTo: SpeakTo
}

/** Whom an outbound call is to reach, once the phone of whoever places it is taken up. */
export interface Placing {
  readonly destination:
    | { readonly queue: QueueFacts }
    | { readonly agent: AgentFacts }
    | { readonly address: string; readonly name?: string; readonly contactId?: string }
  readonly attributes: Readonly<Record<string, string>>
  readonly uuiData?: string
}

export interface SecureAttributes {
  readonly attributes: Readonly<Record<string, string>>
  readonly version: number
}

export interface Conversation {
  readonly id: string
  readonly startTime: number
  readonly endTime?: number
  readonly ani: Address
  readonly dnis: string
  readonly priority: number
  /** Ids of those that whoever takes it must have. UNSURE in the official documents: wherever it waits later, too. */
  readonly skills?: readonly string[]
  readonly participants: readonly Participant[]
  readonly recentTransfers: readonly Transfer[]
  readonly consult?: Consult
  /** The conversations a conference was made of. */
  readonly conversationIds?: readonly string[]
  readonly placing?: Placing
  readonly externalTag?: string
  readonly secureAttributes?: SecureAttributes
  /** In secure pause: whoever is recorded from now on is so in pause. */
  readonly paused?: boolean
}

/** Where a change gets its time and its new ids from. */
export interface Moment {
  readonly at: number
  makeId(): string
}

export function isOver(call: Call): boolean {
  return call.state === 'disconnected' || call.state === 'terminated'
}

/** Whether nobody in the call is served by this participant: a monitor or a coach. */
export function isListening({ supervises }: Participant): boolean {
  return supervises !== undefined && supervises.as !== 'barge'
}

/** Those who talk: neither a queue nor who only listens. */
export function partiesOf({ participants }: Conversation): Participant[] {
  return participants.filter(
    (one) => one.call.state === 'connected' && one.purpose !== 'acd' && !isListening(one),
  )
}

/** Whether a participant is still in after-call work. */
export function owesWrapup({ startAcwTime, endAcwTime }: Participant): boolean {
  return startAcwTime !== undefined && endAcwTime === undefined
}

/** The far end: whoever the call is for. Among colleagues, whoever placed it. */
export function callerOf({ participants }: Conversation): Participant | undefined {
  const outside = participants.find(
    ({ purpose }) => purpose === 'customer' || purpose === 'external',
  )
  return outside ?? participants[0]
}

/** The far end as those see it who are called for it. */
export function farEnd(conversation: Conversation): Address {
  const caller = callerOf(conversation)
  return caller ? { name: caller.name, number: caller.address } : conversation.ani
}
