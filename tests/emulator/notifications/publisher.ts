import type { Conversation } from '../conversation/call'
import type { Conversations } from '../conversation/conversations'
import { toEvent } from '../conversation/event'
import { toCallEvent } from '../conversation/media'
import type { Membership } from '../org/membership'
import type { Organisation } from '../org/organisation'
import type { Phones } from '../org/phones'
import { toStationEvent } from '../org/wire'
import type { Agents } from '../presence/agents'
import type { OutOfOffice } from '../presence/outofoffice'
import {
  toActivityEvent,
  toOutOfOfficeEvent,
  toPresenceEvent,
  toRoutingStatusEvent,
} from '../presence/wire'
import type { Channels } from './channels'
import { toSummaryEvent } from './summary'

export interface Publisher {
  /** The generic topic and the media topic, to every user who takes or took part. */
  conversation(conversation: Conversation): void
  /** Only when it differs from the last one told. */
  summary(userId: string): void
  presence(userId: string): void
  routingStatus(userId: string): void
  station(userId: string): void
  outOfOffice(userId: string): void
  /** Somebody joined or left a queue. */
  membership(userId: string): void
}

interface Options {
  readonly org: Organisation
  readonly channels: Channels
  readonly agents: () => Agents
  readonly conversations: () => Conversations
  readonly phones: () => Phones
  readonly membership: () => Membership
  readonly outOfOffice: () => OutOfOffice
}

/** Turns changes into events: full snapshots, each to the users concerned. */
export function createPublisher(options: Options): Publisher {
  const { org, channels, agents, conversations } = options
  const summaries = new Map<string, string>()

  function activity(userId: string): void {
    const standing = agents().of(userId)
    if (!standing) return
    const own = org.queuesOf(userId).filter(({ members }) => members.get(userId))
    const absence = options.outOfOffice()
    const more = {
      outOfOffice: { active: absence.isActive(userId), changedAt: absence.changedAt(userId) },
      queues: {
        ids: own.map(({ id }) => id),
        changedAt: options.membership().changedAt(userId),
      },
    }
    channels.publish(userId, 'activity', toActivityEvent(userId, standing, more))
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
    station: (userId) =>
      channels.publish(userId, 'station', toStationEvent(options.phones().associationOf(userId))),
    outOfOffice(userId) {
      const absence = options.outOfOffice()
      const body = toOutOfOfficeEvent(userId, absence.of(userId), absence.isActive(userId))
      channels.publish(userId, 'outofoffice', body)
      activity(userId)
    },
    membership: activity,
  }
}
