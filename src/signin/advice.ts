/** What the login page may say instead of coming back, what that means, and whom to ask for what. */
export interface Advice {
  /** What is read there, more or less. */
  readonly says: string
  readonly means: string
  readonly ask: string
}

export const advice: readonly Advice[] = [
  {
    says: 'The client is not known',
    means: 'Minidesk is set up with a client ID that this region does not have.',
    ask: 'Ask your administrator to compare the client ID and the region below.',
  },
  {
    says: 'The client is disabled',
    means: 'Somebody has switched Minidesk’s OAuth client off.',
    ask: 'Ask your administrator to enable it again.',
  },
  {
    says: 'Its authorization was revoked',
    means: 'Your organization has withdrawn its approval of Minidesk.',
    ask: 'Ask your administrator to authorize it again.',
  },
  {
    says: 'Not authorized yet, or waiting for approval',
    means: 'Nobody has approved Minidesk for your organization.',
    ask: 'Ask an administrator who may authorize OAuth clients to log in here once, and to approve it.',
  },
  {
    says: 'The redirect address is not registered',
    means: 'The OAuth client does not know the address of this page.',
    ask: 'Ask your administrator to add the return address below to it.',
  },
  {
    says: 'You are no user of the organization',
    means: 'Your sign-in knows you, and Genesys Cloud does not.',
    ask: 'Ask your administrator to add you there, with the address that you sign in with.',
  },
  {
    says: 'The sign-in failed, or goes round and round',
    means: 'Your organization’s own sign-in has a problem. Minidesk cannot see it.',
    ask: 'Close that page and try again. Ask whoever looks after your sign-in.',
  },
  {
    says: 'Access denied',
    means: 'It was denied by you, by your organization, or by its sign-in.',
    ask: 'Try again and press Allow. If you did, ask your administrator who may use Minidesk.',
  },
]
