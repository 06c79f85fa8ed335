/** German: by the rooms of the source that say it. */
import type { Catalog } from '~/language'
import app from './de-app'
import common from './de-common'
import conversations from './de-conversations'
import day from './de-day'
import dial from './de-dial'
import genesys from './de-genesys'
import health from './de-health'
import ledger from './de-ledger'
import main from './de-main'
import notices from './de-notices'
import phone from './de-phone'
import presence from './de-presence'
import queues from './de-queues'
import ring from './de-ring'
import settings from './de-settings'
import signin from './de-signin'
import team from './de-team'
import transfer from './de-transfer'
import ui from './de-ui'
import wrapup from './de-wrapup'

export default {
  ...app,
  ...common,
  ...conversations,
  ...day,
  ...dial,
  ...genesys,
  ...health,
  ...ledger,
  ...main,
  ...notices,
  ...phone,
  ...presence,
  ...queues,
  ...ring,
  ...settings,
  ...signin,
  ...team,
  ...transfer,
  ...ui,
  ...wrapup,
} satisfies Catalog
