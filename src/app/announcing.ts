/** What a screen reader is told of calls that ring: of each, once. */
import { createMemo, untrack } from 'solid-js'
import type { Conversation } from '~/conversations/conversation'
import { t } from '~/language'
import type { Desk } from './desk'
import { ringingOf } from './ringing'

/** Another part in the same conversation rings anew. */
export const keyOf = ({ id, mine }: Conversation) => `${id} ${mine?.participantId}`

/** The words of the last that began to ring; none when nothing rings. A hidden tab leaves it to the one that rings. */
export function createAnnouncement(desk: Desk): () => string {
  const told = new Set<string>()
  return createMemo<string>((before) => {
    const alerting = desk.conversations.alerting()
    const fresh = alerting.filter((one) => !told.has(keyOf(one)))
    for (const one of fresh) told.add(keyOf(one))
    // A locked desk says it without a name, where it stands.
    if (alerting.length === 0 || desk.locked()) return ''
    if (fresh.length === 0) return before
    const elsewhere = untrack(() => ringingOf(desk)?.direction()?.elsewhere())
    if (elsewhere && document.visibilityState === 'hidden') return before
    return untrack(() => fresh.map((one) => wordsFor(desk, one)).join('. '))
  }, '')
}

function wordsFor({ queues }: Desk, { customer, queue }: Conversation): string {
  const name = queue && (queue.name ?? queues.name(queue.id))
  return name
    ? t`Incoming call from ${customer.name}, ${name}`
    : t`Incoming call from ${customer.name}`
}
