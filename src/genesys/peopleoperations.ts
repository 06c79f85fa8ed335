/** Colleagues, and what the agent has done: a part of the table of operations, see operations.ts. */
import { type Operation, read, search } from './operation'
import type { Listing, NamedEntity, User } from './wire'
import type { Aggregates, AggregatesQuery, QueueMembers } from './wirepeople'

export const peopleOperations = {
  listQueueMembers: read<QueueMembers>()('/api/v2/routing/queues/{queueId}/members', {
    query: ['expand', 'joined', 'name', 'pageSize', 'pageNumber'],
    scope: 'routing:readonly',
    permission: {
      any: [
        'routing:queue:view',
        'routing:queue:edit',
        'routing:queue:readonly',
        'routing:queueMember:manage',
      ],
    },
    lane: 'screen',
  }),
  /** Some colleagues by their ids, which are one parameter, with commas between them. */
  listUsers: read<Listing<User>>()('/api/v2/users', {
    query: ['id', 'expand', 'pageSize', 'pageNumber'],
    scope: 'users:readonly',
    lane: 'background',
  }),
  listMySkills: read<Listing<NamedEntity>>()('/api/v2/users/{userId}/routingskills', {
    query: ['pageSize', 'pageNumber'],
    scope: 'users:readonly',
    lane: 'background',
  }),
  aggregateConversations: search<AggregatesQuery, Aggregates>()(
    '/api/v2/analytics/conversations/aggregates/query',
    {
      scope: 'analytics:readonly',
      permission: { any: ['analytics:conversationAggregate:view'] },
      lane: 'background',
    },
  ),
} satisfies Record<string, Operation<string, string, unknown, unknown>>
