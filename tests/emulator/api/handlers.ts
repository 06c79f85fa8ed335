import type { Handler } from './ask'
import { callHandlers } from './calls'
import { channelHandlers } from './channels'
import { conferenceHandlers } from './conferences'
import { consultHandlers } from './consults'
import { conversationHandlers } from './conversations'
import { presenceHandlers } from './presence'
import { queueHandlers } from './queues'
import { routeOf } from './routes'
import { supervisionHandlers } from './supervision'
import { transferHandlers } from './transfers'
import { userHandlers } from './users'
import { wrapupHandlers } from './wrapup'

/** What is served: official operation id → what answers it. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...callHandlers,
  ...channelHandlers,
  ...conferenceHandlers,
  ...consultHandlers,
  ...conversationHandlers,
  ...presenceHandlers,
  ...queueHandlers,
  ...supervisionHandlers,
  ...transferHandlers,
  ...userHandlers,
  ...wrapupHandlers,
}

export const routes = Object.keys(handlers).map(routeOf)
