/**
 * The chunk that is fetched at once after the log-in, beside the facts: what draws an open conversation, and
 * does its tasks.
 */
export { OpenConversation } from './OpenConversation'
export { createTasks } from './tasks'
