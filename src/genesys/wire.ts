/**
 * Shapes as Genesys Cloud sends them, REST and notification alike: types only, and every field
 * optional, because the official description requires almost none. `fromWire` functions are where
 * they become the app's own.
 */

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
  organization?: NamedEntity & { defaultCountryCode?: string }
  authorization?: { permissions?: string[] }
  station?: { effectiveStation?: NamedEntity; associatedStation?: NamedEntity }
}

export interface UserSearchRequest {
  pageSize?: number
  pageNumber?: number
  sortBy?: string
  expand?: string[]
  query?: { type: string; fields?: string[]; value?: string }[]
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
}

export interface RoutingStatus {
  userId?: string
  status?: string
  startTime?: string
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

export interface WrapupInput {
  code?: string
  name?: string
  notes?: string
  durationSeconds?: number
}

/** One change of a call's participant: answer, hang up, hold, mute. */
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

export interface Channel {
  connectUri?: string
  id?: string
  expires?: string
}

export interface TokenInfo {
  authorizedScope?: string[]
  dateTokenIdles?: string
}

export interface IdleTokenTimeout {
  enableIdleTokenTimeout?: boolean
  idleTokenTimeoutSeconds?: number
}

/** The envelope of every frame of the notification socket. */
export interface Frame {
  topicName?: string
  version?: string
  eventBody?: unknown
  metadata?: { CorrelationId?: string }
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
  recording?: boolean
  recordingState?: string
  disconnectType?: string
  startHoldTime?: string
  startAlertingTime?: string
  connectedTime?: string
  disconnectedTime?: string
  self?: Address
  other?: Address
  wrapup?: Wrapup
  afterCallWork?: { state?: string; startTime?: string; endTime?: string }
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
  calls?: Call[]
}

export interface TransferResponse {
  id?: string
  state?: string
  dateIssued?: string
  destination?: { userId?: string; address?: string }
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
