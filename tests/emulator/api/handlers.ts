import type { Handler } from './ask'
import { callHandlers } from './calls'
import { channelHandlers } from './channels'
import { conversationHandlers } from './conversations'
import { definitionHandlers } from './definitions'
import { joiningHandlers } from './joining'
import { memberHandlers } from './members'
import { observationHandlers } from './observations'
import { outOfOfficeHandlers } from './outofoffice'
import { presenceHandlers } from './presence'
import { queueHandlers } from './queues'
import { routeOf } from './routes'
import { searchHandlers } from './search'
import { stationHandlers } from './stations'
import { transferHandlers } from './transfers'
import { userHandlers } from './users'
import { utilizationHandlers } from './utilization'
import { waitHandlers } from './waits'
import { wrapupHandlers } from './wrapup'
import { wrapupCodeHandlers } from './wrapupcodes'

/** What is served: official operation id → what answers it. */
export const handlers: Readonly<Record<string, Handler>> = {
  ...callHandlers,
  ...channelHandlers,
  ...conversationHandlers,
  ...definitionHandlers,
  ...joiningHandlers,
  ...memberHandlers,
  ...observationHandlers,
  ...outOfOfficeHandlers,
  ...presenceHandlers,
  ...queueHandlers,
  ...searchHandlers,
  ...stationHandlers,
  ...transferHandlers,
  ...userHandlers,
  ...utilizationHandlers,
  ...waitHandlers,
  ...wrapupHandlers,
  ...wrapupCodeHandlers,
}

export const routes = Object.keys(handlers).map(routeOf)
