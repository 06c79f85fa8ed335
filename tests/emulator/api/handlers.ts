import type { Handler } from './ask'
import { callHandlers } from './calls'
import { channelHandlers } from './channels'
import { clientHandlers } from './clients'
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
import { tokenHandlers } from './tokens'
import { transferHandlers } from './transfers'
import { userHandlers } from './users'
import { wrapupHandlers } from './wrapup'

const rooms: readonly Readonly<Record<string, Handler>>[] = [
  callHandlers,
  channelHandlers,
  clientHandlers,
  conferenceHandlers,
  consultHandlers,
  conversationHandlers,
  historyHandlers,
  markHandlers,
  outboundHandlers,
  presenceHandlers,
  queueHandlers,
  recordingHandlers,
  supervisionHandlers,
  tokenHandlers,
  transferHandlers,
  userHandlers,
  wrapupHandlers,
]

/** What is served, each once: official operation id, and what answers it. */
export const served: readonly (readonly [operation: string, handler: Handler])[] = rooms.flatMap(
  (room) => Object.entries(room),
)

/** Official operation id → what answers it. */
export const handlers: Readonly<Record<string, Handler>> = Object.fromEntries(served)

export const routes = Object.keys(handlers).map(routeOf)
