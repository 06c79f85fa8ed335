/** A consult as two rows: who hears whom, and what can be ordered. Pure, from what Genesys Cloud says. */

import { type Consult, consultOf, type Speaking } from '~/conversations/consult'
import type { Conversation } from '~/conversations/conversation'
import { type Party, type PartyState, partiesOf } from '~/conversations/parties'
import { t } from '~/language'
import type { Command, Verb } from '~/ledger/command'

export type SideName = 'customer' | 'consulted'

/** What a hold button of a side comes to: another one is spoken to, or the agent's own hold. */
export type SideOrder =
  | { readonly verb: 'speak'; readonly speaking: Speaking }
  | { readonly verb: 'hold' | 'resume' }

export interface Press {
  readonly whyNot?: string
  /** Ordered, and not proven. */
  readonly pending: boolean
}

export interface Side {
  readonly side: SideName
  readonly name: string
  /** In a word: "On hold". */
  readonly state: string
  readonly tone: 'talking' | 'held' | 'waiting'
  /** When that began, in milliseconds since the epoch, when anybody says. */
  readonly since?: number
  readonly held: boolean
  readonly order: SideOrder
  readonly press: Press
}

export interface Consultation {
  readonly sides: readonly [Side, Side]
  readonly both: Press
  readonly complete: Press
  readonly cancel: Press
}

const onTheWay: Readonly<Record<PartyState, string>> = {
  waiting: t`Waiting in the queue`,
  dialing: t`Dialing`,
  alerting: t`Ringing`,
  connected: t`Talking`,
  over: t`Gone`,
}

/** An order under way for the call. */
export type Pending = Pick<Command, 'verb' | 'which'>

const orders: readonly Verb[] = ['speak', 'hold', 'resume', 'cancel-consult', 'complete', 'end']

/** Whose consult it is; nothing where there is none, or where the agent is not the one who asks. */
export function consultationOf(
  call: Conversation,
  pending: readonly Pending[],
): Consultation | undefined {
  const consult = consultOf(call)
  if (consult?.role !== 'initiator') return undefined
  const { speaking, talks, consulted } = consult
  const unanswered = talks ? undefined : t`${consulted.name} has not answered`
  // One after the other: which of two comes first nobody could promise.
  const press = (verb: Verb, why?: string, which?: Speaking): Press => {
    const isIt = (one: Pending) => one.verb === verb && (!which || one.which === which)
    const isOrdered = pending.some(isIt)
    const other = !isOrdered && pending.some((one) => orders.includes(one.verb))
    const whyNot = why ?? (other ? t`Another order for this call is on its way` : undefined)
    return { pending: isOrdered, ...(whyNot ? { whyNot } : {}) }
  }
  const ownHold = call.phase === 'held'
  const isHeld = (side: SideName) => ownHold || (speaking !== side && speaking !== 'both')
  const sideOf = (side: SideName): Side => {
    const party = consult[side]
    const waits = side === 'consulted' && !talks
    const held = !waits && isHeld(side)
    const order = orderFor(consult, side, ownHold)
    const since = held ? (party.heldSince ?? party.since) : party.since
    return {
      side,
      name: party.name,
      state: waits ? onTheWay[party.state] : held ? t`On hold` : t`Talking`,
      tone: waits ? 'waiting' : held ? 'held' : 'talking',
      held,
      order,
      press: press(
        order.verb,
        waits ? unanswered : undefined,
        order.verb === 'speak' ? order.speaking : undefined,
      ),
      ...(since === undefined ? {} : { since }),
    }
  }
  const together = speaking === 'both' && !ownHold ? t`You are talking to both` : undefined
  return {
    sides: [sideOf('customer'), sideOf('consulted')],
    both: press('speak', unanswered ?? together, 'both'),
    complete: press('complete', unanswered),
    cancel: press('cancel-consult'),
  }
}

/** Who is resumed is spoken to alone: only *Talk to both* brings the two together. */
function orderFor({ speaking, talks }: Consult, side: SideName, ownHold: boolean): SideOrder {
  const other = side === 'customer' ? 'consulted' : 'customer'
  if (ownHold) return speaking === side ? { verb: 'resume' } : { verb: 'speak', speaking: side }
  if (speaking === 'both') return { verb: 'speak', speaking: other }
  if (speaking === other) return { verb: 'speak', speaking: side }
  // Who is on the way finds nobody else in the talk.
  return talks ? { verb: 'hold' } : { verb: 'speak', speaking: other }
}

/** Everybody else who talks. */
function talkers(call: Conversation): readonly Party[] {
  return partiesOf(call).filter(
    ({ isMe, state, purpose, supervises }) =>
      !isMe && state === 'connected' && purpose !== 'acd' && !supervises,
  )
}

/** Whom a consult would be about: the customer, else whoever is at the other end. */
export function aboutWhom(call: Conversation): Party | undefined {
  const others = talkers(call)
  return others.find(({ isCustomer }) => isCustomer) ?? others[0]
}

/** Why nobody can be consulted in this call, or added to it; undefined when somebody can. */
export function whyNotNow(call: Conversation, what: 'consult' | 'invite'): string | undefined {
  const others = talkers(call)
  if (others.length === 0) return t`Nobody else is in the call`
  if (what === 'consult' && others.length > 1)
    return t`In a conference nobody can be consulted: add them to the call`
  return undefined
}

/** More than two talk, and it is no consult: whoever leaves leaves the others together. */
export function isConference(call: Conversation): boolean {
  return !consultOf(call) && talkers(call).length > 1
}
