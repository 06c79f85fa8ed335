import { objects } from '~/genesys/values'
import type { Call, Conversation as Wire } from '~/genesys/wire'
import { currentCall, type Mine } from './conversation'

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
