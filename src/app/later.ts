/**
 * The chunk that is fetched at once after the log-in, beside the facts: what draws an open conversation and
 * does its tasks, what watches over the sign-in, and what ends it.
 */
export { PastNotices } from '~/notices/PastNotices'
export { Dock } from './Dock'
export { LockedDesk } from './LockedDesk'
export { leave } from './leave'
export { OpenConversation } from './OpenConversation'
export { adoptOrphan, ended } from './orphan'
export { SignedOut } from './SignedOut'
export { SignOut } from './SignOut'
export { openTasks } from './tasks'
