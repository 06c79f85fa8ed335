/**
 * The chunk that is fetched at once after the log-in, beside the facts: what draws the list, what proves an
 * order, what watches over the sign-in, and what ends it; and what is seldom needed at all.
 */
export { callProof } from '~/conversations/proof'
export { unlessDone } from '~/ledger/twice'
export { Account } from './Account'
export { Dock } from './Dock'
export { heal } from './heal'
export { LockedDesk } from './LockedDesk'
export { openLasting } from './lasting'
export { leave } from './leave'
export { Misconfigured } from './Misconfigured'
export { tellOthers } from './others'
export { Rail } from './Rail'
export { refusalToOpen } from './refusaltoopen'
export { SignedOut } from './SignedOut'
export { StatusControls } from './StatusControls'

/** A call that is open after a reload waits for it, and nothing else does. */
export const fetchWork = () => import('./work')
