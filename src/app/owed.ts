/** After-call work that waits for its agent. */
import type { Conversation } from '~/conversations/conversation'
import { givenWrapup } from '~/conversations/given'
import type { ConversationId } from '~/genesys/ids'

/** The one that has waited longest; not one whose time is only sat out. */
export function nextOwed(all: readonly Conversation[]): ConversationId | undefined {
  return all.find((one) => one.media === 'call' && one.phase === 'wrapup' && !givenWrapup(one))?.id
}
