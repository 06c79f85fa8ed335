/** What every agent of the default organisation is permitted. */
export const agentPermissions: readonly string[] = [
  'agentUI:agents:view',
  'analytics:conversationAggregate:view',
  'analytics:queueObservation:view',
  'analytics:userObservation:view',
  'conversation:call:add',
  'conversation:call:record',
  'conversation:communication:blindTransfer',
  'conversation:communication:blindTransferAgent',
  'conversation:communication:blindTransferExternal',
  'conversation:communication:blindTransferExternalContact',
  'conversation:communication:blindTransferQueue',
  'conversation:communication:consultTransfer',
  'conversation:communication:consultTransferAgent',
  'conversation:communication:consultTransferExternal',
  'conversation:communication:consultTransferExternalContact',
  'conversation:communication:consultTransferQueue',
  'conversation:communication:disconnect',
  'conversation:communication:view',
  'conversation:conference:add',
  'conversation:externalTag:edit',
  'conversation:participant:attributesedit',
  'conversation:participant:attributesview',
  'conversation:participant:wrapup',
  'conversation:recording:pauseOthers',
  'directory:user:view',
  'directory:userStateChange:view',
  'externalContacts:contact:view',
  'presence:presenceDefinition:view',
  'presence:settings:view',
  'routing:agent:onqueue',
  'routing:queue:join',
  'routing:queue:search',
  'routing:queue:view',
  'routing:utilization:view',
  'routing:wrapupCode:view',
  'telephony:otherStationAssociation:edit',
  'telephony:otherStationAssociation:view',
  'telephony:phone:assign',
  'telephony:station:disassociate',
]

/** Lets a person approve clients that wait for it. */
export const approveClients = 'oauth:client:authorize'

/** What a team lead is permitted besides. */
export const leadPermissions: readonly string[] = [
  'conversation:call:barge',
  'conversation:call:coach',
  'conversation:call:monitor',
  approveClients,
  'presence:userPresence:edit',
  'routing:queue:edit',
  'routing:queueMember:manage',
  'routing:skill:view',
]

/** What the organisation's service client is permitted: it has no user whose permissions could count. */
export const servicePermissions: readonly string[] = [
  ...agentPermissions,
  'directory:organization:admin',
  approveClients,
  'oauth:client:view',
]

/** What the local desk's client may ask for: Genesys keeps scopes on the client, not in a request. */
export const deskScopes: readonly string[] = [
  'analytics:readonly',
  'authorization:readonly',
  'conversations',
  'external-contacts',
  'notifications',
  'organization:readonly',
  'presence',
  'recordings:readonly',
  'response-management:readonly',
  'routing',
  'search:readonly',
  'speech-and-text-analytics:readonly',
  'stations',
  'user-basic-info',
  'users',
]
