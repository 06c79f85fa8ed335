import { timedOutCode, wrapupOf } from '~/conversations/given'
import type { CommunicationId, ConversationId } from '~/genesys/ids'
import type { Ask } from '~/protocol/protocol'

/** The wrap-up code of this part, as Genesys Cloud has it now. */
export async function codeGiven(ask: Ask, id: ConversationId, which: CommunicationId) {
  return wrapupOf(await ask('getConversation', { conversationId: id }), which)?.code
}

/** Whether the wrap-up of this part is there, and not one that the platform wrote when the time was up. */
export async function isSubmitted(ask: Ask, id: ConversationId, which: CommunicationId) {
  const code = await codeGiven(ask, id, which)
  return code !== undefined && code !== timedOutCode
}
