/** What Genesys Cloud knows of how a conversation was routed, as far as it tells: often ids without names. */

import { objects, text, word } from '~/genesys/values'
import type { Participant } from '~/genesys/wire'
import { t } from '~/language'
import type { Conversation } from './conversation'

export interface Fact {
  readonly name: string
  readonly value: string
}

/** `nameOf` a skill that is told without a name, by its id. */
export function factsOf(
  { told, mine }: Conversation,
  nameOf: (id: string) => string | undefined,
): readonly Fact[] {
  const participants = objects(told.participants)
  const own = participants.findIndex(({ id }) => id !== undefined && id === mine?.participantId)
  // Of a colleague who is asked for advice only the queue knows.
  const queue = participants.slice(0, Math.max(0, own)).findLast(isQueue)
  const routing = participants[own]?.conversationRoutingData ?? queue?.conversationRoutingData
  if (typeof routing !== 'object' || routing === null) return []
  const { skills, language, priority } = routing
  const asked = objects(skills).map(({ id, name }) => {
    const known = text(id)
    return text(name) ?? (known && nameOf(known))
  })
  return [
    { name: t`Skills`, value: namesOf(asked) },
    { name: t`Language`, value: language?.id ? namesOf([text(language.name)]) : '' },
    { name: t`Priority`, value: Number.isFinite(priority) && priority ? String(priority) : '' },
  ].filter(({ value }) => value)
}

const isQueue = ({ purpose }: Participant) => word(purpose) === 'acd'

/** "German, Billing and 1 more": what has no name here is counted. */
function namesOf(names: readonly (string | undefined)[]): string {
  const known = names.filter((name) => name !== undefined)
  const more = names.length - known.length
  if (known.length === 0) return more === 0 ? '' : t`${more} asked for`
  return more > 0 ? t`${known.join(', ')} and ${more} more` : known.join(', ')
}

/** What the queue calls itself, where the news of my own part lacks its name. */
export function queueNameOf({ told, queue }: Conversation): string | undefined {
  if (!queue) return undefined
  const waits = objects(told.participants).find(
    (one) => isQueue(one) && one.queueId === queue.id && text(one.name),
  )
  return queue.name ?? text(waits?.queueName) ?? text(waits?.name)
}
