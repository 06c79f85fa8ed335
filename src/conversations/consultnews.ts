/** What is to be said when somebody of a consult is gone: by what was known before, and what is known now. */

import { objects } from '~/genesys/values'
import { t } from '~/language'
import { consultOf } from './consult'
import { type Conversation, currentCall } from './conversation'
import { type Party, partiesOf } from './parties'
import { unreachedOf, unreachedWords } from './unreached'

/** `canceled`: the agent has ordered its end, so that it is no news. */
export function consultNews(
  before: Conversation,
  after: Conversation,
  canceled = false,
): string | undefined {
  // Most calls are none, and news comes by the hundred.
  if (!objects(before.told.participants).some((one) => one.consultParticipantId)) return undefined
  const was = consultOf(before)
  if (!was || was.role === 'other') return undefined
  const parties = partiesOf(after)
  const now = (party: Party) => parties.find(({ id }) => id === party.id)
  const [customer, consulted] = [now(was.customer), now(was.consulted)]
  if (customer?.state === 'over') {
    const left = parties.filter(
      ({ isMe, state, supervises }) => !isMe && !supervises && state === 'connected',
    )
    const hungUp = t`${customer.name} has hung up.`
    return left[0] ? t`${hungUp} You are talking to ${left[0].name}.` : hungUp
  }
  if (consultOf(after)) return undefined
  if (was.role === 'initiator')
    return consulted && !canceled ? goneWords(after, was.consulted, consulted) : undefined
  const initiator = now(was.initiator)
  return initiator?.disconnectType === 'transfer.consult'
    ? t`${initiator.name} has handed the call over to you.`
    : undefined
}

/** Why who was consulted is gone, unless it was the agent's own doing. */
function goneWords({ told }: Conversation, before: Party, now: Party): string | undefined {
  const { name, state, disconnectType = '' } = now
  const own = ['peer', 'transfer', 'transfer.consult', 'transfer.conference']
  if (state !== 'over' || own.includes(disconnectType)) return undefined
  if (before.state === 'connected') return t`${name} has hung up.`
  const one = objects(told.participants).find(({ id }) => id === now.id)
  const unreached = unreachedOf(one && currentCall(one))
  return unreached.why === 'declined' && now.userId
    ? t`${name} has declined.`
    : `${unreachedWords(name, unreached)}.`
}
