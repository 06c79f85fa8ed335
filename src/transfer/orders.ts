/** Which operation sends a call where: away, to be asked about, or to be joined. */
import type { ConversationId, ParticipantId } from '~/genesys/ids'
import type { OperationName } from '~/genesys/operations'
import type { Invitation } from '~/genesys/wirecalls'
import type { Ask, AskOptions } from '~/protocol/protocol'
import type { Destination } from './destination'

/** Of the call, and of whoever of it is replaced, or asked about. */
interface Params {
  readonly conversationId: ConversationId
  readonly participantId: ParticipantId
}

/** `attended`: the call stays until somebody takes it; without a type the platform uses its own default. */
export function transferTo(
  ask: Ask,
  params: Params,
  to: Destination,
  attended: boolean,
  options: AskOptions,
): Promise<unknown> {
  const type = attended ? ({ transferType: 'Attended' } as const) : {}
  switch (to.kind) {
    case 'queue':
      return ask('transferToQueue', params, { ...type, queueId: to.id }, options)
    case 'person':
      return ask('transferToAgent', params, { ...type, userId: to.id }, options)
    case 'number':
      return ask('transferToAddress', params, { ...type, address: to.id }, options)
    case 'contact': {
      const { id: contactId, phoneType } = to
      return ask('transferToContact', params, { ...type, contactId, phoneType }, options)
    }
    default:
      return to satisfies never
  }
}

/** The consulted is spoken to, as soon as they answer; the participant is whom it is about. */
export function consultWith(
  ask: Ask,
  params: Params,
  to: Destination,
  options: AskOptions,
): Promise<unknown> {
  const speakTo = 'DESTINATION'
  switch (to.kind) {
    case 'queue':
      return ask('consultQueue', params, { speakTo, queueId: to.id }, options)
    case 'person':
      return ask('consultAgent', params, { speakTo, userId: to.id }, options)
    case 'number':
      return ask('consultAddress', params, { speakTo, address: to.id }, options)
    case 'contact': {
      const { id: contactId, phoneType } = to
      return ask('consultContact', params, { speakTo, contactId, phoneType }, options)
    }
    default:
      return to satisfies never
  }
}

export const consultOperations = {
  queue: 'consultQueue',
  person: 'consultAgent',
  number: 'consultAddress',
  contact: 'consultContact',
} as const satisfies Record<Destination['kind'], OperationName>

/** Who is asked to join, and what is seen of them when they are. A contact goes by their number. */
export function invitationOf(to: Destination): {
  readonly invited: Invitation['participants'][number]
  readonly seenAs: string
} {
  switch (to.kind) {
    case 'queue':
      return { invited: { queueId: to.id }, seenAs: to.id }
    case 'person':
      return { invited: { userId: to.id }, seenAs: to.id }
    case 'number':
      return { invited: { address: to.id }, seenAs: to.id }
    case 'contact':
      return { invited: { address: to.number }, seenAs: to.number }
    default:
      return to satisfies never
  }
}
