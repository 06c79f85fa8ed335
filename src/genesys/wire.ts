/**
 * Shapes as Genesys Cloud sends them, REST and notification alike: types only, and every field
 * optional, because the official description requires almost none. `fromWire` functions are where
 * they become the app's own.
 */

import type { OutOfOffice } from './wirepeople'

export interface Listing<T> {
  entities?: T[]
  pageSize?: number
  pageNumber?: number
  pageCount?: number
  total?: number
}

/** The body of every 4xx and 5xx. */
export interface ErrorBody {
  message?: string
  code?: string
  status?: number
  contextId?: string
  messageParams?: Record<string, string>
  details?: { errorCode?: string; fieldName?: string }[]
  errors?: ErrorBody[]
}

export interface NamedEntity {
  id?: string
  name?: string
}

export interface User {
  id?: string
  name?: string
  email?: string
  department?: string
  title?: string
  presence?: UserPresence
  routingStatus?: RoutingStatus
  outOfOffice?: OutOfOffice
  organization?: NamedEntity & { defaultCountryCode?: string }
  authorization?: { permissions?: string[] }
  station?: UserStations
  acdAutoAnswer?: boolean
  autoAnswerSettings?: AutoAnswer
}

/** By medium, for Genesys Cloud's own desktop. */
export interface AutoAnswer {
  settings?: Record<string, { enabled?: boolean }>
}

export interface UserStation extends NamedEntity {
  type?: string
  associatedDate?: string
}

/** Those that calls ring at are the associated one, else the default one. */
export interface UserStations {
  effectiveStation?: UserStation
  associatedStation?: UserStation
  defaultStation?: UserStation
}

export interface Station {
  id?: string
  name?: string
  description?: string
  type?: string
  /** Who uses it now. */
  userId?: string
  /** Whose WebRTC phone it is. */
  webRtcUserId?: string
  webRtcPersistentEnabled?: boolean
}

export interface UserSearchRequest {
  pageSize?: number
  pageNumber?: number
  sortBy?: string
  expand?: string[]
  query?: { type: string; fields?: string[]; value?: string; values?: string[] }[]
}

/** Unlike a listing: `results`, not `entities`. */
export interface UserSearchResponse {
  total?: number
  results?: User[]
}

export interface PresenceDefinition {
  id?: string
  name?: string
  type?: string
  languageLabels?: Record<string, string>
  systemPresence?: string
  deactivated?: boolean
}

/** Also the body of `v2.users.{id}.presence`, which has no user id: the topic's name carries it. */
export interface UserPresence {
  source?: string
  primary?: boolean
  message?: string
  modifiedDate?: string
  presenceDefinition?: { id?: string; systemPresence?: string }
  /** What was chosen while off queue has to wait for the work of now. */
  futurePresenceDefinition?: { id?: string }
}

export interface PresenceSettings {
  requestingOffQueueEnabled?: boolean
}

export interface RoutingStatus {
  userId?: string
  status?: string
  startTime?: string
}

/** Body of `v2.users.{id}.activity`: what somebody does, in one. */
export interface AgentActivity {
  presence?:
    | { presenceDefinition?: UserPresence['presenceDefinition']; modifiedDate?: string }
    | undefined
  routingStatus?: RoutingStatus | undefined
  outOfOffice?: { active?: boolean } | undefined
}

/** Body of `v2.users.{id}.routingStatus`. */
export interface RoutingStatusEvent {
  id?: string
  routingStatus?: RoutingStatus
}

export interface Queue {
  id?: string
  name?: string
  description?: string
  joined?: boolean
  memberCount?: number
}

export interface WrapupCode {
  id?: string
  name?: string
  description?: string
}

export interface PhoneNumber {
  display?: string
  e164?: string
  userInput?: string
}

export interface ExternalContact {
  id?: string
  firstName?: string
  lastName?: string
  title?: string
  workPhone?: PhoneNumber
  cellPhone?: PhoneNumber
  homePhone?: PhoneNumber
  otherPhone?: PhoneNumber
  externalOrganization?: NamedEntity
}

export interface Address {
  name?: string
  addressNormalized?: string
  addressRaw?: string
  addressDisplayable?: string
}

/** A leg of a participant. */
export interface Call {
  id?: string
  state?: string
  initialState?: string
  direction?: string
  held?: boolean
  muted?: boolean
  /** Hears music. */
  confined?: boolean
  recording?: boolean
  recordingState?: string
  securePause?: boolean
  disconnectType?: string
  disconnectReasons?: { type?: string; code?: number; phrase?: string; reason?: string }[]
  errorInfo?: { code?: string; message?: string; messageWithParams?: string }
  startHoldTime?: string
  startAlertingTime?: string
  connectedTime?: string
  disconnectedTime?: string
  self?: Address
  other?: Address
  wrapup?: Wrapup
  afterCallWork?: { state?: string; startTime?: string; endTime?: string }
  /** The agent asked for after-call work, where the queue leaves that to them. */
  afterCallWorkRequired?: boolean
}

/** A leg that is no call: a callback, a message, an e-mail. What the desk shows of it. */
export interface OtherLeg {
  id?: string
  state?: string
  direction?: string
  connectedTime?: string
  disconnectedTime?: string
  startAlertingTime?: string
  disconnectType?: string
}

export interface Wrapup {
  code?: string
  name?: string
  notes?: string
  durationSeconds?: number
  endTime?: string
}

/** Of REST and of `v2.users.{id}.conversations`, which lacks `startTime` and `queueName`. */
export interface Participant {
  id?: string
  name?: string
  purpose?: string
  userId?: string
  queueId?: string
  queueName?: string
  address?: string
  ani?: string
  aniName?: string
  dnis?: string
  startTime?: string
  connectedTime?: string
  endTime?: string
  attributes?: Record<string, string>
  alertingTimeoutMs?: number
  wrapupRequired?: boolean
  wrapupPrompt?: string
  wrapupTimeoutMs?: number
  wrapupSkipped?: boolean
  wrapup?: Wrapup
  startAcwTime?: string
  endAcwTime?: string
  flaggedReason?: string
  /** Of who is consulted: the participant whom it is about. */
  consultParticipantId?: string
  externalContactId?: string
  monitoredParticipantId?: string
  coachedParticipantId?: string
  bargedParticipantId?: string
  conversationRoutingData?: {
    queue?: NamedEntity
    priority?: number
    skills?: NamedEntity[]
    language?: NamedEntity
  }
  calls?: Call[]
  callbacks?: OtherLeg[]
  messages?: OtherLeg[]
  emails?: OtherLeg[]
  chats?: OtherLeg[]
  videos?: OtherLeg[]
  socialExpressions?: OtherLeg[]
  internalMessages?: OtherLeg[]
}

export interface TransferResponse {
  id?: string
  /** Capitalised in REST, in small letters in events; so is `transferType`. */
  state?: string
  dateIssued?: string
  initiator?: { userId?: string }
  destination?: { userId?: string; address?: string }
  transferType?: string
}

/** Of REST and of `v2.users.{id}.conversations`. */
export interface Conversation {
  id?: string
  startTime?: string
  endTime?: string
  participants?: Participant[]
  recentTransfers?: TransferResponse[]
  recordingState?: string
  securePause?: boolean
}
