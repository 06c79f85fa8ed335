import type { Conversation } from '../conversation/call'
import type { Conversations } from '../conversation/conversations'
import { toEvent } from '../conversation/event'
import { toCallEvent } from '../conversation/media'
import type { Organisation } from '../org/organisation'
import type { Agents } from '../presence/agents'
import { toActivityEvent, toPresenceEvent, toRoutingStatusEvent } from '../presence/wire'
import type { Channels } from './channels'
import { toSummaryEvent } from './summary'

export interface Publisher {
  /** The generic topic and the media topic, to every user who takes or took part. */
  conversation(conversation: Conversation): void
  /** Only when it differs from the last one told. */
  summary(userId: string): void
  presence(userId: string): void
  routingStatus(userId: string): void
}

interface Options {
  readonly org: Organisation
  readonly channels: Channels
  readonly agents: () => Agents
  readonly conversations: () => Conversations
}

/** Turns changes into events: full snapshots, each to the users concerned. */
export function createPublisher({ org, channels, agents, conversations }: Options): Publisher {
  const summaries = new Map<string, string>()

  function activity(userId: string): void {
    const standing = agents().of(userId)
    if (!standing) return
    const own = org.queuesOf(userId).filter(({ members }) => members.get(userId))
    const joined = own.map(({ id }) => id)
    channels.publish(userId, 'activity', toActivityEvent(userId, standing, joined))
  }

  return {
    conversation(conversation) {
      const users = conversation.participants.flatMap(({ userId }) => (userId ? [userId] : []))
      if (users.length === 0) return
      const event = toEvent(conversation, org.division)
      const callEvent = toCallEvent(conversation, org.division)
      for (const userId of new Set(users)) {
        channels.publish(userId, 'conversations', event)
        channels.publish(userId, 'conversations.calls', callEvent)
      }
    },
    summary(userId) {
      const summary = toSummaryEvent(userId, conversations().ofUser(userId))
      const told = JSON.stringify(summary)
      if (summaries.get(userId) === told) return
      summaries.set(userId, told)
      channels.publish(userId, 'conversationsummary', summary)
    },
    presence(userId) {
      const standing = agents().of(userId)
      if (!standing) return
      channels.publish(userId, 'presence', toPresenceEvent(standing))
      activity(userId)
    },
    routingStatus(userId) {
      const standing = agents().of(userId)
      if (!standing) return
      channels.publish(userId, 'routingStatus', toRoutingStatusEvent(userId, standing))
      activity(userId)
    },
  }
}
