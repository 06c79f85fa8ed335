import { PastNotices } from '~/notices/PastNotices'
import type { Notices } from '~/notices/store'
import { ForAdministrator } from './ForAdministrator'

/** What was said before, each with what its administrator wants to know. */
export function EarlierNotices(props: { readonly notices: Notices; readonly class?: string }) {
  return <PastNotices {...props} copy={(line) => <ForAdministrator line={line} />} />
}
