import type { AutoAnswer } from '../org/phones'
import type { Conversation } from './call'

/** Milliseconds that it rings first. UNSURE in the official documents: they say only that it is answered. */
export const ringsMs = 1_000

/**
 * The parts of agents whose phone takes what has begun to ring for them: a call of a queue. What Genesys Cloud's
 * own desktop takes it takes only where it is open, which is never here.
 */
export function takenByPhone(
  before: Conversation | undefined,
  after: Conversation,
  autoAnswerOf: (userId: string) => AutoAnswer,
): string[] {
  return after.participants.flatMap(({ id, userId, routed, call }) => {
    const isNew = !before?.participants.some((one) => one.id === id)
    const rings = isNew && routed && call.state === 'alerting'
    return rings && userId && autoAnswerOf(userId) === 'phone' ? [id] : []
  })
}
