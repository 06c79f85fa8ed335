import { objects, text, word } from '~/genesys/values'
import type { Call, Conversation as Wire } from '~/genesys/wire'
import { type Conversation, currentCall, isEnded, isLive, type Mine } from './conversation'

/** Whether the agent's part, as read, is what these fields of its call say. */
export function partIs(
  wire: Wire,
  { participantId }: Pick<Mine, 'participantId'>,
  fields: Partial<Call>,
): boolean {
  const mine = objects(wire?.participants).find(({ id }) => id === participantId)
  const call = Object(mine && currentCall(mine))
  return Object.entries(fields).every(([name, value]) => call[name] === value)
}

/** A call with somebody at the other end, or being called; other media have controls of their own. */
export const isTalked = (one: Conversation): boolean => isLive(one) && one.phase !== 'alerting'

/** A line for whoever takes the call: among the customer's attributes, read in whatever desktop. */
export const noteAttribute = 'minidesk.note'

const here = ({ participants }: Wire) =>
  objects(participants).filter((one) => !isEnded(currentCall(one)))

/** For the ledger: who is asked, by their id or number, and the participants there were before. */
export function inviting(who: string, told: Wire): string {
  return [who.replaceAll(' ', ''), ...here(told).flatMap(({ id }) => text(id) ?? [])].join(' ')
}

/** Everybody who came by a queue goes by its id: only the queue's own part tells that it is asked. */
export function isInvited(which: string, told: Wire): boolean {
  const [who = '', ...before] = which.split(' ')
  return here(told).some((one) => {
    if (one.id === undefined || before.includes(one.id)) return false
    const queueId = word(one.purpose) === 'acd' ? one.queueId : undefined
    return [
      one.userId,
      queueId,
      one.address?.replace(/^(tel|sip):/, '').replace(/@.*$/, ''),
    ].includes(who)
  })
}
