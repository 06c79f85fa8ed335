import { type Conversation, isOver, owesWrapup } from '../conversation/call'

const none = { contactCenter: { active: 0, acw: 0 }, enterprise: { active: 0, acw: 0 } }

/** Body of `v2.users.{id}.conversationsummary`, and `conversationSummary` of a user. */
export function toSummaryEvent(userId: string, conversations: readonly Conversation[]) {
  const own = conversations.flatMap(({ participants }) =>
    participants.filter((participant) => participant.userId === userId),
  )
  const active = own.filter(({ call }) => !isOver(call))
  return {
    userId,
    call: {
      contactCenter: {
        active: active.filter(({ queue }) => queue).length,
        acw: own.filter(owesWrapup).length,
      },
      enterprise: { active: active.filter(({ queue }) => !queue).length, acw: 0 },
    },
    callback: none,
    email: none,
    message: none,
    chat: none,
    socialExpression: none,
    video: none,
  }
}
