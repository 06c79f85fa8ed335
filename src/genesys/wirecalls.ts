/** Bodies of what is ordered for a call, and of its answers, as Genesys Cloud wants and sends them: types only. */

export interface WrapupInput {
  code?: string
  name?: string
  notes?: string
  durationSeconds?: number
}

/** One change of a call's participant: answer, hang up, hold, mute, record. */
export interface MediaParticipantRequest {
  state?: 'connected' | 'disconnected'
  held?: boolean
  muted?: boolean
  recording?: boolean
  wrapup?: WrapupInput
  wrapupSkipped?: boolean
}

export interface TransferToQueueRequest {
  transferType?: 'Attended' | 'Unattended'
  queueId?: string
}

export interface TransferToAgentRequest {
  transferType?: 'Attended' | 'Unattended'
  userId?: string
}

export interface TransferToAddressRequest {
  transferType?: 'Attended' | 'Unattended'
  address?: string
}

export type PhoneType = 'WorkPhone' | 'CellPhone' | 'HomePhone' | 'OtherPhone'

export interface TransferToExternalContactRequest {
  transferType?: 'Attended' | 'Unattended'
  contactId: string
  phoneType: PhoneType
}

/** Whom the initiator of a consult speaks to: the consulted, the customer, or both. */
export type SpeakTo = 'DESTINATION' | 'OBJECT' | 'BOTH' | 'CONFERENCE'

export interface ConsultTransferUpdate {
  speakTo: SpeakTo
}

export interface ConsultTransferToAgent extends ConsultTransferUpdate {
  userId: string
}

export interface ConsultTransferToQueue extends ConsultTransferUpdate {
  queueId: string
}

export interface ConsultTransferToExternalContact extends ConsultTransferUpdate {
  contactId: string
  phoneType: PhoneType
}

export interface ConsultTransferToAddress extends ConsultTransferUpdate {
  address: string
}

export interface ConsultTransferResponse {
  destinationParticipantId?: string
}

/** Exactly one of `phoneNumber`, `callUserId` and `callQueueId`. */
export interface CreateCallRequest {
  phoneNumber?: string
  callUserId?: string
  callQueueId?: string
  callFromQueueId?: string
  callerId?: string
  callerIdName?: string
  externalContactId?: string
}

export interface CreateCallResponse {
  id?: string
}

export interface Digits {
  digits: string
}

export interface SetRecordingState {
  recordingState: 'ACTIVE' | 'PAUSED'
}

export interface ParticipantAttributes {
  attributes: Record<string, string>
}

/**
 * Whom else to bring into a call, each by one of the three: a conversation, by its description, which cannot be
 * without a beginning.
 */
export interface Invitation {
  startTime: string
  participants: { userId?: string; queueId?: string; address?: string }[]
}

export interface AfterCallWorkUpdate {
  afterCallWorkRequired: boolean
}
