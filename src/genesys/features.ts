/** What each operation is for, by the name that agents and administrators know it by. */
import type { OperationName } from './operations'

/** Each with what still works without it. */
export const stillWorks = {
  'Opening the desk': 'Genesys Cloud itself can be used.',
  Statuses: 'Your status stays as it is, and calls go on.',
  'Back on queue': 'Go off queue and on queue again.',
  Conversations: 'Your calls go on; see to them in Genesys Cloud.',
  'Call controls': 'The call goes on; use your phone for it.',
  Transfers: 'The call stays with you.',
  'Wrap-up': 'What you have chosen and written stays here.',
  'Names of queues': 'Calls come without the name of their queue.',
  'Search for queues': 'It is about queues alone.',
  'Search for colleagues': 'It is about colleagues alone.',
  'Live updates': 'The desk asks for news every few seconds.',
  'Check of scopes': 'Nothing else depends on it.',
  'Idle time-out': 'Nothing else depends on it.',
  'Sign-out': 'The sign-in ends by itself when its time is over.',
} as const satisfies Record<string, string>

export type Feature = keyof typeof stillWorks

export const featureOf: Readonly<Record<OperationName, Feature>> = {
  getMe: 'Opening the desk',
  listPresenceDefinitions: 'Statuses',
  getPresence: 'Statuses',
  setPresence: 'Statuses',
  setRoutingStatus: 'Back on queue',
  listConversations: 'Conversations',
  getConversation: 'Conversations',
  updateCall: 'Call controls',
  transferToQueue: 'Transfers',
  transferToAgent: 'Transfers',
  transferToAddress: 'Transfers',
  listWrapupCodes: 'Wrap-up',
  submitWrapup: 'Wrap-up',
  listMyQueues: 'Names of queues',
  searchQueues: 'Search for queues',
  searchUsers: 'Search for colleagues',
  createChannel: 'Live updates',
  setSubscriptions: 'Live updates',
  getToken: 'Check of scopes',
  getIdleTimeout: 'Idle time-out',
  revokeToken: 'Sign-out',
}
