import type { Handler } from './ask'
import { callHandlers } from './calls'
import { channelHandlers } from './channels'
import { conferenceHandlers } from './conferences'
import { consultHandlers } from './consults'
import { conversationHandlers } from './conversations'
import { historyHandlers } from './history'
import { markHandlers } from './marks'
import { outboundHandlers } from './outbound'
import { presenceHandlers } from './presence'
import { queueHandlers } from './queues'
import { recordingHandlers } from './recording'
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
  ...historyHandlers,
  ...markHandlers,
  ...outboundHandlers,
  ...presenceHandlers,
  ...queueHandlers,
  ...recordingHandlers,
  ...supervisionHandlers,
  ...transferHandlers,
  ...userHandlers,
  ...wrapupHandlers,
}

export const routes = Object.keys(handlers).map(routeOf)
