import { type Handler, ok, userFor } from './ask'

/** What an agent may have at once: one call, callback or email, and several chats and messages. */
const utilization = Object.fromEntries(
  Object.entries({ call: 1, callback: 1, chat: 4, email: 1, message: 4 }).map(
    ([type, maximumCapacity]) => [
      type,
      { maximumCapacity, interruptableMediaTypes: [], includeNonAcd: false },
    ],
  ),
)

/** Nobody here has settings of their own: those of the organisation are told. */
export const utilizationHandlers = {
  getRoutingUtilization: () => ok({ utilization, labelUtilizations: {} }),
  getRoutingUserUtilization(ask) {
    userFor(ask)
    return ok({ utilization, labelUtilizations: {}, level: 'Organization' })
  },
} satisfies Record<string, Handler>
