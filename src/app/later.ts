/**
 * The chunk that is fetched at once after the log-in, beside the facts: what draws an open conversation, and
 * does its tasks.
 */
export { Dock } from './Dock'
export { OpenConversation } from './OpenConversation'
export { adoptOrphan, ended } from './orphan'
export { createTasks } from './tasks'
