/** What every agent of the default organisation is permitted. */
export const agentPermissions: readonly string[] = [
  'agentUI:agents:view',
  'analytics:queueObservation:view',
  'analytics:userObservation:view',
  'conversation:call:add',
  'conversation:call:record',
  'conversation:communication:blindTransfer',
  'conversation:communication:blindTransferAgent',
  'conversation:communication:blindTransferExternal',
  'conversation:communication:blindTransferQueue',
  'conversation:communication:consultTransfer',
  'conversation:communication:consultTransferAgent',
  'conversation:communication:consultTransferQueue',
  'conversation:communication:disconnect',
  'conversation:communication:view',
  'conversation:participant:wrapup',
  'directory:user:view',
  'directory:userStateChange:view',
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

/** What those are permitted who look after others: their queues and their presence. */
export const leadPermissions: readonly string[] = [
  ...agentPermissions,
  'presence:userPresence:edit',
  'routing:queue:edit',
  'routing:queueMember:manage',
]

export function permissionsFor(title: string): readonly string[] {
  return title === 'Team Lead' ? leadPermissions : agentPermissions
}

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
