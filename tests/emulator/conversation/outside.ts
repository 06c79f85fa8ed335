import type { Address, Moment, Participant } from './call'
import { makeCall, makeParticipant } from './start'

/** Somebody outside whom a call reaches: a number, and the contact it belongs to. */
export interface Outside {
  readonly address: string
  readonly name?: string
  readonly contactId?: string
}

/** A participant outside: still to be reached, or there at once. */
export function makeOutside(
  { address, name = address, contactId }: Outside,
  other: Address,
  state: 'dialing' | 'connected',
  facts: Partial<Participant>,
  moment: Moment,
): Participant {
  return makeParticipant(
    {
      purpose: 'external',
      name,
      address,
      ...(contactId !== undefined && { externalContactId: contactId }),
      call: makeCall(state, { name, number: address }, other, moment, 'outbound'),
      ...facts,
    },
    moment,
  )
}
