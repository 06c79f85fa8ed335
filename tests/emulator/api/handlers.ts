import type { Handler } from './ask'
import { callHandlers } from './calls'
import { channelHandlers } from './channels'
import { clientHandlers } from './clients'
import { conversationHandlers } from './conversations'
import { presenceHandlers } from './presence'
import { queueHandlers } from './queues'
import { routeOf } from './routes'
import { tokenHandlers } from './tokens'
import { transferHandlers } from './transfers'
import { userHandlers } from './users'
import { wrapupHandlers } from './wrapup'

/** What is served: official operation id → what answers it. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...callHandlers,
  ...channelHandlers,
  ...clientHandlers,
  ...conversationHandlers,
  ...presenceHandlers,
  ...queueHandlers,
  ...tokenHandlers,
  ...transferHandlers,
  ...userHandlers,
  ...wrapupHandlers,
}

export const routes = Object.keys(handlers).map(routeOf)
