/** Calls that have left and may still be wrapped up: their queue asks for none, and takes one. In memory only. */
import { createSignal } from 'solid-js'
import type { Conversation } from '~/conversations/conversation'
import type { ConversationId } from '~/genesys/ids'

/** As many as an agent may catch up on. */
const most = 5

export function createOffers(parts: {
  /** Something was prepared for it: it is not crowded out. */
  readonly isPrepared: (id: ConversationId) => boolean
}) {
  const [all, setAll] = createSignal<readonly Conversation[]>([])

  return {
    /** The latest first. */
    all,
    get: (id: ConversationId) => all().find((one) => one.id === id),
    /** As it was seen last, with its part over. `now`: by Genesys Cloud's clock. */
    add(conversation: Conversation, now: number) {
      const over = { ...conversation, phase: 'over', since: now } as const
      setAll((before) => {
        const others = before.filter(({ id }) => id !== over.id)
        const empty = others.filter(({ id }) => !parts.isPrepared(id)).slice(0, most - 1)
        return [over, ...others.filter((one) => parts.isPrepared(one.id) || empty.includes(one))]
      })
    },
    remove: (id: ConversationId) => setAll((before) => before.filter((one) => one.id !== id)),
  }
}
