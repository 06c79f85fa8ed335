/**
 * What the agent has sent away and nobody has taken yet: an attended transfer keeps the call here until somebody
 * does. A consult goes by a transfer too, and is none.
 */

import type { UserId } from '~/genesys/ids'
import { objects } from '~/genesys/values'
import { t } from '~/language'
import { consultOf } from './consult'
import { type Conversation, isLive } from './conversation'
import { type Party, partiesOf } from './parties'
import { type RecentTransfer, type TransferState, transfersOf } from './transfers'

export const isWaiting = (state: TransferState) => state === 'pending' || state === 'active'

/** The agent's own, the latest last. */
export function sentFrom(call: Conversation): readonly RecentTransfer[] {
  const all = transfersOf(call)
  if (all.length === 0) return all
  const me = myUserId(call)
  return all.filter(({ initiatorId }) => initiatorId === undefined || initiatorId === me)
}

export function myUserId({ told, mine }: Conversation): UserId | undefined {
  return objects(told.participants).find(({ id }) => id === mine?.participantId)?.userId
}

/** The one that waits to be taken. */
export function offerOf(call: Conversation): RecentTransfer | undefined {
  if (!isLive(call)) return undefined
  const waiting = sentFrom(call).findLast(({ state, attended }) => attended && isWaiting(state))
  return waiting && !consultOf(call) ? waiting : undefined
}

/** Who was sent for, whether they are still on the way or have left. A queue goes by its number. */
export function partyFor(call: Conversation, { to }: RecentTransfer): Party | undefined {
  const others = partiesOf(call).filter(({ isMe, isCustomer, purpose }) => {
    return !isMe && (!isCustomer || purpose === 'external')
  })
  const number = to.address?.replace(/^(tel|sip):/, '').replace(/@.*$/, '')
  return (
    others.findLast(({ userId }) => userId !== undefined && userId === to.userId) ??
    others.findLast(({ address }) => number !== undefined && address === number) ??
    others.findLast(isOnTheWay)
  )
}

/** Rings, is dialled, or waits in a queue. */
export function isOnTheWay({ state }: Party): boolean {
  return state === 'alerting' || state === 'dialing' || state === 'waiting'
}

/** The agent's own consult has its own ways out. */
export const consultFirst = t`Complete or cancel the consult first`

/** Why it cannot be sent on now, nor anybody be asked about it or added to it. */
export function whyNotAway(call: Conversation): string | undefined {
  switch (consultOf(call)?.role) {
    case 'initiator':
      return consultFirst
    case 'consulted':
      return t`You are being consulted: the call is not yours yet`
    case 'other':
      return t`Somebody consults in this call`
    default:
      return offerOf(call) ? t`The call is offered to somebody: cancel that first` : undefined
  }
}
