import type { Params } from '~/genesys/operations'
import type { Call } from '~/genesys/wire'
import { unlessDone } from '~/ledger/twice'
import type { Ask } from '~/protocol/protocol'
import { partIs } from './part'

/** Throws the error of a change, unless the agent's part is what was ordered. */
export const unlessPartIs = (
  error: unknown,
  ask: Ask,
  { conversationId, participantId }: Params<'updateCall'>,
  fields: Partial<Call>,
) =>
  unlessDone(Promise.reject(error), async () =>
    partIs(await ask('getConversation', { conversationId }), { participantId }, fields),
  )
