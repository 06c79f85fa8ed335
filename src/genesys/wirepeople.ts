/** What Genesys Cloud tells of people, queues and what they have done. Everything may be missing. */
import type { Listing, RoutingStatus, User } from './wire'

export interface UserQueue {
  id?: string
  name?: string
  joined?: boolean
  memberCount?: number
  joinedMemberCount?: number
}

export interface OutOfOffice {
  active?: boolean
  indefinite?: boolean
  /** ISO 8601, as all dates. */
  startDate?: string
  endDate?: string
}

export interface QueueMember {
  id?: string
  name?: string
  user?: User
  joined?: boolean
  routingStatus?: RoutingStatus
}

/** Without a total: there is another page while there is the address of one. */
export interface QueueMembers extends Listing<QueueMember> {
  nextUri?: string
}

interface Predicate {
  type: 'dimension'
  dimension: string
  operator: 'matches'
  value: string
}

export interface AggregatesQuery {
  /** Two moments with a slash between them. */
  interval: string
  groupBy?: string[]
  filter: { type: 'and' | 'or'; predicates: Predicate[] }
  metrics: string[]
}

export interface Aggregates {
  results?: {
    group?: Record<string, string | undefined>
    data?: {
      interval?: string
      metrics?: { metric?: string; stats?: { count?: number; sum?: number; max?: number } }[]
    }[]
  }[]
}
