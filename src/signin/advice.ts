/** What the login page may say instead of coming back, what that means, and whom to ask for what. */
import { t } from '~/language'
export interface Advice {
  /** What is read there, more or less. */
  readonly says: string
  readonly means: string
  readonly ask: string
}

export const advice: readonly Advice[] = [
  {
    says: t`The client is not known`,
    means: t`Minidesk is set up with a client ID that this region does not have.`,
    ask: t`Ask your administrator to compare the client ID and the region below.`,
  },
  {
    says: t`The client is disabled`,
    means: t`Somebody has switched Minidesk’s OAuth client off.`,
    ask: t`Ask your administrator to enable it again.`,
  },
  {
    says: t`Its authorization was revoked`,
    means: t`Your organization has withdrawn its approval of Minidesk.`,
    ask: t`Ask your administrator to authorize it again.`,
  },
  {
    says: t`Not authorized yet, or waiting for approval`,
    means: t`Nobody has approved Minidesk for your organization.`,
    ask: t`Ask an administrator who may authorize OAuth clients to log in here once, and to approve it.`,
  },
  {
    says: t`The redirect address is not registered`,
    means: t`The OAuth client does not know the address of this page.`,
    ask: t`Ask your administrator to add the return address below to it.`,
  },
  {
    says: t`You are no user of the organization`,
    means: t`Your sign-in knows you, and Genesys Cloud does not.`,
    ask: t`Ask your administrator to add you there, with the address that you sign in with.`,
  },
  {
    says: t`The sign-in failed, or goes round and round`,
    means: t`Your organization’s own sign-in has a problem. Minidesk cannot see it.`,
    ask: t`Close that page and try again. Ask whoever looks after your sign-in.`,
  },
  {
    says: t`Access denied`,
    means: t`It was denied by you, by your organization, or by its sign-in.`,
    ask: t`Try again and press Allow. If you did, ask your administrator who may use Minidesk.`,
  },
]
