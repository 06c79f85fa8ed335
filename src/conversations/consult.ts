/**
 * A consult under way, read from who is in the call: a reload in its middle comes back right. The platform
 * names the participant it is about on whoever is consulted, and lets those hear music who are not spoken to.
 */
import type { Conversation } from './conversation'
import { type Party, partiesOf } from './parties'
import { transfersOf } from './transfers'

/** To whom the initiator speaks. */
export type Speaking = 'consulted' | 'customer' | 'both'

export interface Consult {
  /** Whose it is: the agent's own, or they are the one consulted, or somebody else in the call. */
  readonly role: 'initiator' | 'consulted' | 'other'
  /** Who asks. */
  readonly initiator: Party
  /** Whom it is about. */
  readonly customer: Party
  /** Who is asked: a colleague, a number, or the queue while nobody of it has answered. */
  readonly consulted: Party
  readonly speaking: Speaking
  /** The consulted has answered. */
  readonly talks: boolean
}

export function consultOf(conversation: Conversation): Consult | undefined {
  const parties = partiesOf(conversation)
  const isHere = ({ state }: Party) => state !== 'over'
  const mine = parties.find(({ id }) => id === conversation.mine?.participantId)
  const attended = transfersOf(conversation).filter((one) => one.attended)
  const record = attended.findLast(({ state }) => state === 'pending' || state === 'active')
  // Whoever was asked once keeps the mark of it: that nothing is under way is told by the records alone.
  if (!mine || !isHere(mine) || (attended.length > 0 && !record)) return undefined
  const asks = ({ userId }: Party) => userId !== undefined && userId === record?.initiatorId
  const asked = parties.filter((one) => one.consultedAbout && isHere(one) && !asks(one))
  // Who has answered for a queue comes after it.
  const consulted = asked.findLast(({ state }) => state === 'connected') ?? asked.at(-1)
  const customer = parties.find((one) => one.id === consulted?.consultedAbout && isHere(one))
  const initiator = parties.find(
    (one) =>
      one.userId &&
      isHere(one) &&
      (record?.initiatorId
        ? asks(one)
        : one !== customer && !asked.includes(one) && !one.supervises),
  )
  if (!consulted || !customer || !initiator) return undefined
  const talks = consulted.state === 'connected'
  const role = mine === initiator ? 'initiator' : asked.includes(mine) ? 'consulted' : 'other'
  const speaking = customer.held ? 'consulted' : consulted.held || !talks ? 'customer' : 'both'
  return { role, initiator, customer, consulted, speaking, talks }
}
