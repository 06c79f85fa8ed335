/**
 * Everything the app may ask of Genesys Cloud: the engine refuses what is not here, the throttle takes
 * its lanes from it, and tests hold the emulator and the administrator's guide to it.
 * Source: the official Platform API description (paths, scopes, permissions).
 */
import type { IdFor } from './ids'
import type {
  Channel,
  Conversation,
  IdleTokenTimeout,
  Listing,
  MediaParticipantRequest,
  PresenceDefinition,
  Queue,
  RoutingStatus,
  TokenInfo,
  TransferToAddressRequest,
  TransferToAgentRequest,
  TransferToQueueRequest,
  User,
  UserPresence,
  UserSearchRequest,
  UserSearchResponse,
  WrapupCode,
  WrapupInput,
} from './wire'

/** What goes first when the allowance is short. */
export type Lane = 'action' | 'screen' | 'background'

/** The permissions an operation asks of the user, besides the scope of the client. */
export type Permission = { readonly any: readonly string[] } | { readonly all: readonly string[] }

interface Facts {
  /** The narrowest scope that admits it. */
  readonly scope: string
  readonly permission?: Permission
  readonly lane: Lane
  /** Who may ask: the views, or only the engine itself. */
  readonly realm?: 'desk' | 'engine'
  /** Needed for a live call, or to open or leave the desk, even while it is locked. */
  readonly whileLocked?: true
}

export interface Operation<
  Path extends string = string,
  Query extends string = string,
  Body = unknown,
  Answer = unknown,
> extends Facts {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly path: Path
  readonly query: readonly Query[]
  /** A read may be repeated; a write is a command to somebody's live call. */
  readonly access: 'read' | 'write'
  /** Never set: they carry the types of what is sent and of what comes back. */
  readonly body?: Body
  readonly answer?: Answer
}

function read<Answer>() {
  return <const Path extends string, const Query extends string = never>(
    path: Path,
    facts: Facts & { readonly query?: readonly Query[] },
  ): Operation<Path, Query, undefined, Answer> => ({
    query: [],
    ...facts,
    method: 'GET',
    path,
    access: 'read',
  })
}

/** A question too long for an address: it changes nothing, and may be repeated. */
function search<Body, Answer>() {
  return <const Path extends string>(
    path: Path,
    facts: Facts,
  ): Operation<Path, never, Body, Answer> => ({
    ...facts,
    method: 'POST',
    path,
    query: [],
    access: 'read',
  })
}

function write<Body, Answer = undefined>() {
  return <const Path extends string>(
    method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: Path,
    facts: Facts,
  ): Operation<Path, never, Body, Answer> => ({
    ...facts,
    method,
    path,
    query: [],
    access: 'write',
  })
}

const participant = '/api/v2/conversations/{conversationId}/participants/{participantId}'
const callParticipant = '/api/v2/conversations/calls/{conversationId}/participants/{participantId}'
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

  listConversations: read<Listing<Conversation>>()('/api/v2/conversations', {
    scope: 'conversations:readonly',
    lane: 'screen',
    whileLocked: true,
  }),
  getConversation: read<Conversation>()('/api/v2/conversations/{conversationId}', {
    scope: 'conversations:readonly',
    permission: { any: ['conversation:communication:view'] },
    lane: 'screen',
    whileLocked: true,
  }),
  updateCall: write<MediaParticipantRequest>()('PATCH', callParticipant, {
    scope: 'conversations',
    permission: {
      any: [
        'conversation:participant:wrapup',
        'conversation:call:record',
        'conversation:communication:disconnect',
      ],
    },
    lane: 'action',
    whileLocked: true,
  }),
  transferToQueue: write<TransferToQueueRequest>()('POST', `${participant}/replace/queue`, {
    scope: 'conversations',
    permission: {
      any: [
        'conversation:communication:blindTransfer',
        'conversation:communication:blindTransferQueue',
      ],
    },
    lane: 'action',
  }),
  transferToAgent: write<TransferToAgentRequest>()('POST', `${participant}/replace/agent`, {
    scope: 'conversations',
    permission: {
      any: [
        'conversation:communication:blindTransfer',
        'conversation:communication:blindTransferAgent',
      ],
    },
    lane: 'action',
  }),
  transferToAddress: write<TransferToAddressRequest>()('POST', `${participant}/transfer`, {
    scope: 'conversations',
    permission: { any: ['conversation:communication:blindTransfer'] },
    lane: 'action',
  }),
  listWrapupCodes: read<WrapupCode[]>()(`${participant}/wrapupcodes`, {
    scope: 'conversations:readonly',
    lane: 'screen',
  }),
  submitWrapup: write<WrapupInput>()(
    'POST',
    `${callParticipant}/communications/{communicationId}/wrapup`,
    {
      scope: 'conversations',
      permission: { any: ['conversation:participant:wrapup'] },
      lane: 'action',
    },
  ),

  listMyQueues: read<Listing<Queue>>()('/api/v2/routing/queues/me', {
    query: ['pageSize', 'pageNumber'],
    scope: 'routing:readonly',
    lane: 'screen',
  }),
  searchQueues: read<Listing<Queue>>()('/api/v2/routing/queues/divisionviews', {
    query: ['name', 'pageSize', 'pageNumber'],
    scope: 'routing:readonly',
    permission: { all: ['routing:queue:search'] },
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
