/** What is stored, and until when, in words: docs/security.md has the same in its table. */
import { locale, t } from '~/language'
import type { Kind, Stored } from './stored'

export const storedWords: Readonly<
  Record<Kind, { readonly what: string; readonly until: string }>
> = {
  settings: {
    what: t`Your settings, with your favourites`,
    until: t`Stay when you sign out, for your next shift, unless your organization has the browser forget everything then.`,
  },
  others: {
    what: t`Settings of other agents of this browser`,
    until: t`Theirs: they are not read for you, and stay as yours do.`,
  },
  cache: {
    what: t`Names of queues, skills, codes and statuses, as last read`,
    until: t`Until you sign out, 12 hours at most.`,
  },
  drafts: {
    what: t`Notes and codes of wrap-ups that are not sent, encrypted`,
    until: t`Until they are sent or you sign out, 12 hours at most.`,
  },
  orders: {
    what: t`Orders for calls that nothing has confirmed yet, encrypted`,
    until: t`Until it is known what became of them or you sign out, 12 hours at most.`,
  },
  log: {
    what: t`The sign-in log: times and reasons, no secrets`,
    until: t`Until you sign out.`,
  },
  signin: {
    what: t`That somebody is signed in here, when it was last tried, whether the desk is locked`,
    until: t`Until you sign out.`,
  },
  place: {
    what: t`The region you logged in to last`,
    until: t`Until another one is chosen.`,
  },
  key: {
    what: t`The key that the encrypted ones are opened with; it cannot be taken out of this browser`,
    until: t`Until you sign out.`,
  },
  unknown: {
    what: t`Something that this version of the desk does not know`,
    until: t`Until you sign out.`,
  },
}

const kilobytes = new Intl.NumberFormat(locale(), {
  ...{ style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 },
})
const clockTime = new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'short' })

/** How much it is, and since when. */
export function amountOf({ count, size, since }: Stored): string {
  // Less than that is not nothing.
  const much = kilobytes.format(Math.max(0.1, size / 1000))
  const entries = count === 1 ? t`1 entry, ${much}` : t`${count} entries, ${much}`
  if (since === undefined) return entries
  const time = clockTime.format(since)
  return t`${entries}, since ${time}`
}
