/**
 * The chunk that is fetched at once after the log-in, beside the facts: what draws an open conversation and
 * does its tasks, what watches over the sign-in, and what ends it; and what is seldom needed at all.
 */
export { unlessPartIs } from '~/conversations/resent'
export { unlessDone } from '~/ledger/twice'
export { Account } from './Account'
export { Dock } from './Dock'
export { Earlier } from './Earlier'
export { heal } from './heal'
export { LockedDesk } from './LockedDesk'
export { openLasting } from './lasting'
export { leave } from './leave'
export { Misconfigured } from './Misconfigured'
export { OpenConversation } from './OpenConversation'
export { tellOthers } from './others'
export { refusalToOpen } from './refusaltoopen'
export { whyNotCall, whyNotQueue } from './rights'
export { SignedOut } from './SignedOut'
export { openTasks } from './tasks'
export { troubleOf } from './told'
