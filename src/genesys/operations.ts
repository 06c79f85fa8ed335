/**
 * Everything the app may ask of Genesys Cloud: the engine refuses what is not here, the throttle takes
 * its lanes from it, and tests hold the emulator and the administrator's guide to it.
 * Source: the official Platform API description (paths, scopes, permissions).
 */
import { callOperations } from './calloperations'
import type { IdFor } from './ids'
import { type Operation, read, search, write } from './operation'
import { peopleOperations } from './peopleoperations'
import { phoneOperations } from './phoneoperations'
import type {
  ExternalContact,
  Listing,
  PresenceDefinition,
  PresenceSettings,
  Queue,
  RoutingStatus,
  Station,
  User,
  UserPresence,
  UserSearchRequest,
  UserSearchResponse,
} from './wire'
import type { Channel, ChannelTopic, IdleTokenTimeout, TokenInfo } from './wirechannel'
import type { EstimatedWait, QueueObservations, QueueObservationsQuery } from './wirefigures'
import type { UserQueue } from './wirepeople'

const channels = '/api/v2/notifications/channels'

export const operations = {
  getMe: read<User>()('/api/v2/users/me', {
    query: ['expand'],
    scope: 'user-basic-info',
    lane: 'screen',
    whileLocked: true,
  }),

  listPresenceDefinitions: read<Listing<PresenceDefinition>>()('/api/v2/presence/definitions', {
    query: ['localeCode'],
    scope: 'presence:readonly',
    permission: { all: ['presence:presenceDefinition:view'] },
    lane: 'screen',
  }),
  getPresence: read<UserPresence>()('/api/v2/users/{userId}/presences/purecloud', {
    scope: 'presence:readonly',
    lane: 'screen',
    whileLocked: true,
  }),
  /** Whether a status off the queue, chosen in a conversation, is kept for its end. */
  getPresenceSettings: read<PresenceSettings>()('/api/v2/presence/settings', {
    scope: 'presence:readonly',
    permission: { all: ['presence:settings:view'] },
    lane: 'background',
  }),
  setPresence: write<{ presenceDefinition: { id: string } }, UserPresence>()(
    'PATCH',
    '/api/v2/users/{userId}/presences/purecloud',
    { scope: 'presence', lane: 'action', whileLocked: true },
  ),
  setRoutingStatus: write<{ status: 'IDLE' }, RoutingStatus>()(
    'PUT',
    '/api/v2/users/{userId}/routingstatus',
    { scope: 'users', lane: 'action' },
  ),

  /** The agent's phone: which one it is comes with the agent. */
  getStation: read<Station>()('/api/v2/stations/{stationId}', {
    scope: 'stations:readonly',
    lane: 'screen',
    whileLocked: true,
  }),

  ...phoneOperations,
  ...callOperations,
  ...peopleOperations,

  listMyQueues: read<Listing<UserQueue>>()('/api/v2/routing/queues/me', {
    query: ['pageSize', 'pageNumber', 'joined'],
    scope: 'routing:readonly',
    lane: 'screen',
  }),
  searchQueues: read<Listing<Queue>>()('/api/v2/routing/queues/divisionviews', {
    query: ['name', 'pageSize', 'pageNumber'],
    scope: 'routing:readonly',
    permission: { all: ['routing:queue:search'] },
    lane: 'screen',
  }),

  /** Who is on queue and how many wait, of several queues at once. */
  observeQueues: search<QueueObservationsQuery, QueueObservations>()(
    '/api/v2/analytics/queues/observations/query',
    {
      scope: 'analytics:readonly',
      permission: { any: ['analytics:queueObservation:view'] },
      lane: 'screen',
    },
  ),
  estimateWait: read<EstimatedWait>()(
    '/api/v2/routing/queues/{queueId}/mediatypes/{mediaType}/estimatedwaittime',
    {
      scope: 'routing:readonly',
      permission: { all: ['routing:queue:view'] },
      lane: 'screen',
    },
  ),
  searchContacts: read<Listing<ExternalContact>>()('/api/v2/externalcontacts/contacts', {
    query: ['q', 'pageSize', 'pageNumber'],
    scope: 'external-contacts:readonly',
    permission: { any: ['relate:contact:view', 'externalContacts:contact:view'] },
    lane: 'screen',
  }),

  searchUsers: search<UserSearchRequest, UserSearchResponse>()('/api/v2/users/search', {
    scope: 'users:readonly',
    permission: { any: ['directory:user:view'] },
    lane: 'screen',
  }),

  createChannel: write<undefined, Channel>()('POST', channels, {
    scope: 'notifications',
    lane: 'action',
    realm: 'engine',
  }),
  setSubscriptions: write<{ id: string }[]>()('PUT', `${channels}/{channelId}/subscriptions`, {
    scope: 'notifications',
    lane: 'action',
    realm: 'engine',
  }),
  /**
   * The same with what a page looks at besides: nothing that matters waits for it. With `ignoreErrors` a topic that
   * is refused refuses no other.
   */
  watchTopics: {
    ...write<{ id: string }[], Listing<ChannelTopic>>()(
      'PUT',
      `${channels}/{channelId}/subscriptions`,
      { scope: 'notifications', lane: 'background', realm: 'engine' },
    ),
    query: ['ignoreErrors'],
  },
  /** Asked with `preserveIdleTTL`, so that asking keeps no idle sign-in alive. */
  getToken: read<TokenInfo>()('/api/v2/tokens/me', {
    query: ['preserveIdleTTL'],
    scope: 'user-basic-info',
    lane: 'screen',
    realm: 'engine',
  }),
  getIdleTimeout: read<IdleTokenTimeout>()('/api/v2/tokens/timeout', {
    scope: 'organization:readonly',
    lane: 'screen',
    realm: 'engine',
  }),
  revokeToken: write<undefined>()('DELETE', '/api/v2/tokens/me', {
    scope: 'user-basic-info',
    lane: 'action',
    realm: 'engine',
  }),
} satisfies Record<string, Operation<string, string, unknown, unknown>>

export type Operations = typeof operations
export type OperationName = keyof Operations

type PathParam<P> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathParam<Rest>
  : never

/** The parameters of an operation: those of its path, required, and those of its query. */
export type Params<N extends OperationName> =
  Operations[N] extends Operation<infer Path, infer Query, infer _Body, infer _Answer>
    ? { readonly [K in PathParam<Path>]: IdFor<K> } & { readonly [K in Query]?: string }
    : never
export type Body<N extends OperationName> = NonNullable<Operations[N]['body']>
export type Answer<N extends OperationName> = NonNullable<Operations[N]['answer']>

export function isOperationName(name: unknown): name is OperationName {
  return typeof name === 'string' && Object.hasOwn(operations, name)
}
