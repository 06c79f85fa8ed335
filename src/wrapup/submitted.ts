import type { CommunicationId, ConversationId } from '~/genesys/ids'
import { objects } from '~/genesys/values'
import type { Ask } from '~/protocol/protocol'

/** What the platform writes when nobody has chosen a code in time. */
const timedOut = 'ININ-WRAP-UP-TIMEOUT'

/** Whether the wrap-up of this part is there, as Genesys Cloud has it now. */
export async function isSubmitted(ask: Ask, id: ConversationId, which: CommunicationId) {
  const { participants } = await ask('getConversation', { conversationId: id })
  return objects(participants).some(({ calls, wrapup }) => {
    const call = objects(calls).find((one) => one.id === which)
    const code = call && (wrapup ?? call.wrapup)?.code
    return code !== undefined && code !== timedOut
  })
}
