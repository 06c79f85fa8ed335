/**
 * The chunk that is fetched as soon as the list stands: what draws an open conversation, or those of a locked
 * desk, does its tasks, and has the words for what went wrong with an order.
 */
export { Beneath } from './Beneath'
export { Earlier } from './Earlier'
export { Elsewhere } from './Elsewhere'
export { Keys } from './Keys'
export { LockedCalls } from './LockedCalls'
export { OpenConversation } from './OpenConversation'
export { StatusCard } from './StatusCard'
export { routingLine } from './statuswords'
export { Taken } from './Taken'
export { openTasks } from './tasks'
export { troubleOf } from './told'
