/** Who may subscribe to what. */

export interface TopicRule {
  /** The topic's own user may, without any permission. */
  readonly own?: true
  /** Any one of them admits everybody else; none in the list: everybody is admitted. */
  readonly permissions?: readonly string[]
  /** Whoever takes part in the conversation may. */
  readonly participants?: true
  /** Where REST tells the same. */
  readonly path?: string
}

const monitored = (permission: string): TopicRule => ({ own: true, permissions: [permission] })
const calls = monitored('conversation:call:monitor')
const watched = {
  permissions: ['conversation:communication:view'],
  path: '/api/v2/conversations/{conversationId}',
}
const observed: TopicRule = {
  permissions: ['analytics:queueObservation:view'],
  path: '/api/v2/analytics/queues/observations/query',
}

/**
 * UNSURE in the official documents: the permissions of each topic are told by the platform alone. Whatever
 * REST tells everybody of a colleague may be subscribed by everybody; a queue's topics need what REST asks
 * for the same facts; a colleague's conversations need the permission to monitor them.
 */
const rules: Readonly<Record<string, TopicRule>> = {
  'v2.users.{id}.presence': {
    permissions: [],
    path: '/api/v2/users/{userId}/presences/{sourceId}',
  },
  'v2.users.{id}.routingStatus': { permissions: [], path: '/api/v2/users/{userId}/routingstatus' },
  'v2.users.{id}.activity': { permissions: [], path: '/api/v2/users/{userId}' },
  'v2.users.{id}.conversationsummary': { permissions: [], path: '/api/v2/users/{userId}' },
  'v2.users.{id}.outofoffice': { permissions: [], path: '/api/v2/users/{userId}/outofoffice' },
  'v2.users.{id}.station': { permissions: [], path: '/api/v2/users/{userId}' },
  'v2.users.{id}.callforwarding': {
    own: true,
    permissions: ['conversation:callForwarding:view'],
    path: '/api/v2/users/{userId}/callforwarding',
  },
  'v2.users.{id}.conversations': { ...calls, path: '/api/v2/conversations/{conversationId}' },
  'v2.users.{id}.conversations.calls': {
    ...calls,
    path: '/api/v2/conversations/calls/{conversationId}',
  },
  'v2.users.{id}.conversations.messages': monitored('conversation:message:monitor'),
  'v2.routing.queues.{id}.users': {
    permissions: ['routing:queue:view', 'routing:queueMember:manage'],
    path: '/api/v2/routing/queues/{queueId}/members',
  },
  'v2.analytics.queues.{id}.observations': observed,
  'v2.analytics.queues.{id}.activity': observed,
}

const own: TopicRule = { own: true }

export function ruleOf(template: string): TopicRule {
  const rule = rules[template]
  if (rule) return rule
  if (template.startsWith('v2.routing.queues.{id}.conversations')) return watched
  if (template.startsWith('v2.conversations.')) return { participants: true }
  return template.startsWith('v2.users.{id}.conversations') ? calls : own
}
