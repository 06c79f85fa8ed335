/** What each operation is for, by the name that agents and administrators know it by. */
import type { OperationName } from './operations'

/** Each with what still works without it. */
export const stillWorks = {
  'Opening the desk': 'Genesys Cloud itself can be used.',
  Statuses: 'Your status stays as it is, and calls go on.',
  'Back on queue': 'Go off queue and on queue again.',
  Conversations: 'Your calls go on; see to them in Genesys Cloud.',
  'Call controls': 'The call goes on; use your phone for it.',
  Transfers: 'The call stays with you, and everything else works.',
  'Wrap-up': 'Your notes stay here, and calls can be taken.',
  'Names of queues': 'Calls come without the name of their queue.',
  'Search for queues': 'Calls can still be transferred to colleagues and numbers.',
  'Search for colleagues': 'Calls can still be transferred to queues and numbers.',
  'Live updates': 'The desk asks for news every few seconds.',
  'The check of scopes': 'Everything else works.',
  'The idle time-out': 'Everything else works.',
  'Sign-out': 'The sign-in ends by itself when its time is over.',
} as const satisfies Record<string, string>

export type Feature = keyof typeof stillWorks

export const featureOf: Readonly<Record<OperationName, Feature>> = {
  getMe: 'Opening the desk',
  listPresenceDefinitions: 'Statuses',
  getPresence: 'Statuses',
  setPresence: 'Statuses',
  getRoutingStatus: 'Statuses',
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
  getToken: 'The check of scopes',
  getIdleTimeout: 'The idle time-out',
  revokeToken: 'Sign-out',
}
