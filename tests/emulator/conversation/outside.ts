import type { Address, Conversation, DisconnectType, Moment, Participant } from './call'
import { changeParticipant, type Outcome } from './change'
import { dialledOutcome } from './dialling'
import { settle, unanswered } from './ending'
import { completeTransfers } from './handover'
import { directAlertingTimeoutMs, makeCall, makeParticipant } from './start'

/** Somebody outside whom a call reaches: a number, and the contact it belongs to. */
export interface Outside {
  readonly address: string
  readonly name?: string
  readonly contactId?: string
}

const dialMs = 2000

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

/** When it is known what becomes of a number that is dialled. */
export function dialledAt({ startTime, address }: Participant): number {
  return startTime + (dialledOutcome(address) === 'noAnswer' ? directAlertingTimeoutMs : dialMs)
}

const failures: Record<'busy' | 'noAnswer' | 'fails', DisconnectType> = {
  busy: 'endpoint',
  noAnswer: 'transfer.noanswer',
  fails: 'error',
}

/** A number that was dialled answers, or does not. */
export function dialled(
  conversation: Conversation,
  participant: Participant,
  moment: Moment,
): Outcome {
  const { at } = moment
  const outcome = dialledOutcome(participant.address)
  if (outcome !== 'answers') {
    const record = conversation.recentTransfers.find(({ arrived }) => arrived === participant.id)
    const from = record?.initiator.participantId
    const queue = conversation.participants.find(({ id }) => id === from)?.queue
    const returning = { ...participant, ...(queue && { queue }) }
    return { conversation: unanswered(conversation, returning, failures[outcome], moment) }
  }
  const connected = changeParticipant(conversation, participant.id, (one) => ({
    ...one,
    connectedTime: at,
    call: { ...one.call, state: 'connected', connectedTime: at },
  }))
  return { conversation: settle(completeTransfers(connected, [participant.id], at), at) }
}
