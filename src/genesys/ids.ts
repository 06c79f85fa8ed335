/**
 * Ids of the platform, told apart by type: handing the id of one thing to a place that wants another
 * is the mistake this API invites. A plain string, as the wire brings it, fits any of them.
 */
export type ConversationId = string & { readonly of?: 'conversation' }
export type ParticipantId = string & { readonly of?: 'participant' }
export type CommunicationId = string & { readonly of?: 'communication' }
export type UserId = string & { readonly of?: 'user' }
export type QueueId = string & { readonly of?: 'queue' }
export type ContactId = string & { readonly of?: 'external contact' }
export type WrapupCodeId = string & { readonly of?: 'wrap-up code' }

interface Ids {
  conversationId: ConversationId
  participantId: ParticipantId
  communicationId: CommunicationId
  userId: UserId
  queueId: QueueId
}

/** The id that a path parameter of this name takes. */
export type IdFor<Name extends string> = Name extends keyof Ids ? Ids[Name] : string
