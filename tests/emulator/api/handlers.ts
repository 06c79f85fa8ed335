import { aggregateHandlers } from './aggregates'
import type { Handler } from './ask'
import { availableTopicHandlers } from './availabletopics'
import { callHandlers } from './calls'
import { channelHandlers } from './channels'
import { clientHandlers } from './clients'
import { conferenceHandlers } from './conferences'
import { consultHandlers } from './consults'
import { contactHandlers } from './contacts'
import { conversationHandlers } from './conversations'
import { definitionHandlers } from './definitions'
import { historyHandlers } from './history'
import { joiningHandlers } from './joining'
import { limitHandlers } from './limits'
import { markHandlers } from './marks'
import { memberHandlers } from './members'
import { observationHandlers } from './observations'
import { outboundHandlers } from './outbound'
import { outOfOfficeHandlers } from './outofoffice'
import { presenceHandlers } from './presence'
import { queueHandlers } from './queues'
import { recordingHandlers } from './recording'
import { routeOf } from './routes'
import { searchHandlers } from './search'
import { skillHandlers } from './skills'
import { stationHandlers } from './stations'
import { supervisionHandlers } from './supervision'
import { tokenHandlers } from './tokens'
import { transferHandlers } from './transfers'
import { userHandlers } from './users'
import { utilizationHandlers } from './utilization'
import { waitHandlers } from './waits'
import { wrapupHandlers } from './wrapup'
import { wrapupCodeHandlers } from './wrapupcodes'

const rooms: readonly Readonly<Record<string, Handler>>[] = [
  aggregateHandlers,
  availableTopicHandlers,
  callHandlers,
  channelHandlers,
  clientHandlers,
  conferenceHandlers,
  consultHandlers,
  contactHandlers,
  conversationHandlers,
  definitionHandlers,
  historyHandlers,
  joiningHandlers,
  limitHandlers,
  markHandlers,
  memberHandlers,
  observationHandlers,
  outboundHandlers,
  outOfOfficeHandlers,
  presenceHandlers,
  queueHandlers,
  recordingHandlers,
  searchHandlers,
  skillHandlers,
  stationHandlers,
  supervisionHandlers,
  tokenHandlers,
  transferHandlers,
  userHandlers,
  utilizationHandlers,
  waitHandlers,
  wrapupHandlers,
  wrapupCodeHandlers,
]

/** What is served, each once: official operation id, and what answers it. */
export const served: readonly (readonly [operation: string, handler: Handler])[] = rooms.flatMap(
  (room) => Object.entries(room),
)

/** Official operation id → what answers it. */
export const handlers: Readonly<Record<string, Handler>> = Object.fromEntries(served)

export const routes = Object.keys(handlers).map(routeOf)
