import type { Handler } from './ask'
import { callHandlers } from './calls'
import { channelHandlers } from './channels'
import { conversationHandlers } from './conversations'
import { presenceHandlers } from './presence'
import { queueHandlers } from './queues'
import type { OperationId } from './routes'
import { transferHandlers } from './transfers'
import { userHandlers } from './users'
import { wrapupHandlers } from './wrapup'

/** What answers each operation of the table of routes. */
export const handlers: Readonly<Record<OperationId, Handler>> = {
  ...callHandlers,
  ...channelHandlers,
  ...conversationHandlers,
  ...presenceHandlers,
  ...queueHandlers,
  ...transferHandlers,
  ...userHandlers,
  ...wrapupHandlers,
}
