import type { Template } from '../http/router'

export interface Route extends Template {
  /** The official operation id. */
  readonly operation: string
  /** Any one of them admits the client. */
  readonly scopes: readonly string[]
  /** What the user needs besides: one of `any`, or `all`. */
  readonly permissions?: { readonly any: readonly string[] } | { readonly all: readonly string[] }
  /** Taking part in the conversation is permission enough. */
  readonly participantsToo?: true
  /** Whether it changes something; a POST may merely ask. */
  readonly changes?: true
}

type Rights = Omit<Route, 'operation' | 'method' | 'path' | 'changes'>

function makeRoute<const Operation extends string>(
  method: string,
  path: string,
  operation: Operation,
  rights: Rights & Pick<Route, 'changes'>,
) {
  const route: Route & { readonly operation: Operation } = {
    operation,
    method,
    path: `/api/v2${path}`,
    ...rights,
  }
  return route
}

/** Asks. */
function read<const Operation extends string>(path: string, operation: Operation, rights: Rights) {
  return makeRoute('GET', path, operation, rights)
}

/** Changes something. */
function write<const Operation extends string>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  operation: Operation,
  rights: Rights,
) {
  return makeRoute(method, path, operation, { ...rights, changes: true })
}

const readOrWrite = (scope: string): Rights => ({ scopes: [scope, `${scope}:readonly`] })
const withAny = (...any: string[]) => ({ permissions: { any } })
const withAll = (...all: string[]) => ({ permissions: { all } })

const basic: Rights = { scopes: ['user-basic-info'] }
const notifications: Rights = { scopes: ['notifications'] }
const conversations: Rights = { scopes: ['conversations'] }
const readConversations = readOrWrite('conversations')
const readPresence = readOrWrite('presence')
const readRouting = readOrWrite('routing')
const readUsers = readOrWrite('users')

const changeParticipant: Rights = {
  ...conversations,
  ...withAny(
    'conversation:participant:wrapup',
    'conversation:call:record',
    'conversation:communication:disconnect',
  ),
}
const blind = 'conversation:communication:blindTransfer'
const blindTransfer: Rights = { ...conversations, ...withAny(blind) }

const conversation = '/conversations/{conversationId}'
const participant = `${conversation}/participants/{participantId}`
const call = '/conversations/calls/{conversationId}'
const callParticipant = `${call}/participants/{participantId}`
const wrapup = `${callParticipant}/communications/{communicationId}/wrapup`
const channels = '/notifications/channels'
const subscriptions = `${channels}/{channelId}/subscriptions`
const user = '/users/{userId}'
const queues = '/routing/queues'

/** Every operation the emulator answers, with what the official description asks for it. */
export const routes = [
  read('/tokens/me', 'getTokensMe', basic),
  makeRoute('HEAD', '/tokens/me', 'headTokensMe', basic),
  write('DELETE', '/tokens/me', 'deleteTokensMe', basic),
  read('/organizations/me', 'getOrganizationsMe', readOrWrite('organization')),

  read('/users/me', 'getUsersMe', basic),
  makeRoute('POST', '/users/search', 'postUsersSearch', {
    ...readUsers,
    ...withAny('directory:user:view'),
  }),
  read(user, 'getUser', readUsers),
  read(`${user}/queues`, 'getUserQueues', { ...readUsers, ...withAny('routing:queue:view') }),
  read(`${user}/presences/purecloud`, 'getUserPresencesPurecloud', readPresence),
  write('PATCH', `${user}/presences/purecloud`, 'patchUserPresencesPurecloud', {
    scopes: ['presence'],
  }),
  read(`${user}/routingstatus`, 'getUserRoutingstatus', readUsers),
  write('PUT', `${user}/routingstatus`, 'putUserRoutingstatus', { scopes: ['users'] }),
  read('/presence/definitions', 'getPresenceDefinitions', {
    ...readPresence,
    ...withAll('presence:presenceDefinition:view'),
  }),

  read('/conversations', 'getConversations', readConversations),
  read(conversation, 'getConversation', {
    ...readConversations,
    ...withAny('conversation:communication:view'),
    participantsToo: true,
  }),
  write('POST', `${conversation}/disconnect`, 'postConversationDisconnect', {
    ...conversations,
    ...withAny('conversation:communication:disconnect'),
  }),
  write('PATCH', participant, 'patchConversationParticipant', changeParticipant),
  write(
    'PATCH',
    `${participant}/attributes`,
    'patchConversationParticipantAttributes',
    conversations,
  ),
  write('POST', `${participant}/replace`, 'postConversationParticipantReplace', blindTransfer),
  write('POST', `${participant}/replace/agent`, 'postConversationParticipantReplaceAgent', {
    ...conversations,
    ...withAny(blind, `${blind}Agent`),
  }),
  write('POST', `${participant}/replace/external`, 'postConversationParticipantReplaceExternal', {
    ...conversations,
    ...withAny(blind, `${blind}External`),
  }),
  write('POST', `${participant}/replace/queue`, 'postConversationParticipantReplaceQueue', {
    ...conversations,
    ...withAny(blind, `${blind}Queue`),
  }),
  write('POST', `${participant}/transfer`, 'postConversationParticipantTransfer', blindTransfer),
  read(`${participant}/wrapup`, 'getConversationParticipantWrapup', readConversations),
  read(`${participant}/wrapupcodes`, 'getConversationParticipantWrapupcodes', readConversations),

  read('/conversations/calls', 'getConversationsCalls', readConversations),
  read(call, 'getConversationsCall', readConversations),
  write('PATCH', callParticipant, 'patchConversationsCallParticipant', changeParticipant),
  write(
    'PATCH',
    `${callParticipant}/attributes`,
    'patchConversationsCallParticipantAttributes',
    conversations,
  ),
  write(
    'POST',
    `${callParticipant}/replace`,
    'postConversationsCallParticipantReplace',
    blindTransfer,
  ),
  read(`${callParticipant}/wrapup`, 'getConversationsCallParticipantWrapup', readConversations),
  read(
    `${callParticipant}/wrapupcodes`,
    'getConversationsCallParticipantWrapupcodes',
    readConversations,
  ),
  read(wrapup, 'getConversationsCallParticipantCommunicationWrapup', readConversations),
  write('POST', wrapup, 'postConversationsCallParticipantCommunicationWrapup', {
    ...conversations,
    ...withAny('conversation:participant:wrapup'),
  }),

  read(queues, 'getRoutingQueues', { ...readRouting, ...withAny('routing:queue:view') }),
  read(`${queues}/divisionviews`, 'getRoutingQueuesDivisionviews', {
    ...readRouting,
    ...withAll('routing:queue:search'),
  }),
  read(`${queues}/me`, 'getRoutingQueuesMe', readRouting),
  read(`${queues}/{queueId}`, 'getRoutingQueue', {
    ...readRouting,
    ...withAll('routing:queue:view'),
  }),
  read(`${queues}/{queueId}/wrapupcodes`, 'getRoutingQueueWrapupcodes', {
    ...readRouting,
    ...withAll('routing:queue:view'),
  }),

  read(channels, 'getNotificationsChannels', notifications),
  write('POST', channels, 'postNotificationsChannels', notifications),
  makeRoute('HEAD', `${channels}/{channelId}`, 'headNotificationsChannel', notifications),
  read(subscriptions, 'getNotificationsChannelSubscriptions', notifications),
  write('POST', subscriptions, 'postNotificationsChannelSubscriptions', notifications),
  write('PUT', subscriptions, 'putNotificationsChannelSubscriptions', notifications),
  write('DELETE', subscriptions, 'deleteNotificationsChannelSubscriptions', notifications),
] as const

export type OperationId = (typeof routes)[number]['operation']
