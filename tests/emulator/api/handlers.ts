import type { Handler } from './ask'
import { callHandlers } from './calls'
import { channelHandlers } from './channels'
import { conversationHandlers } from './conversations'
import { limitHandlers } from './limits'
import { presenceHandlers } from './presence'
import { queueHandlers } from './queues'
import { routeOf } from './routes'
import { transferHandlers } from './transfers'
import { userHandlers } from './users'
import { wrapupHandlers } from './wrapup'

/** What is served: official operation id → what answers it. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...callHandlers,
  ...channelHandlers,
  ...conversationHandlers,
  ...limitHandlers,
  ...presenceHandlers,
  ...queueHandlers,
  ...transferHandlers,
  ...userHandlers,
  ...wrapupHandlers,
}

export const routes = Object.keys(handlers).map(routeOf)
