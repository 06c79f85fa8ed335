import type { Clock } from '~/clock'
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
import { createMemberships } from './memberships'
import { observe } from './observations'
import { createObservers } from './observers'
import { toSummaryEvent } from './summary'

export interface Publisher {
  /** The generic topic and the media topic, to every user and every queue that takes or took part. */
  conversation(conversation: Conversation): void
  /** Only when it differs from the last one told. */
  summary(userId: string): void
  presence(userId: string): void
  routingStatus(userId: string): void
  station(userId: string): void
  outOfOffice(userId: string): void
  /** Somebody joined or left a queue. */
  membership(userId: string, queueId: string): void
  /** A new token of the user's. */
  token(userId: string, token: NewToken): void
}

export interface NewToken {
  readonly id: string
  readonly clientId: string
  readonly expires: number
}

interface Options {
  readonly clock: Clock
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
  const { clock, org, channels, agents, conversations } = options
  const summaries = new Map<string, string>()
  const observers = createObservers({
    clock,
    channels,
    observe(queueId) {
      const queue = org.queueById.get(queueId)
      return queue && observe(queue, conversations().live(), (userId) => agents().of(userId))
    },
  })

  const memberships = createMemberships({ org, channels })

  /** Also what follows from it for the user's queues. */
  function activity(userId: string): void {
    const standing = agents().of(userId)
    if (!standing) return
    const own = org.queuesOf(userId)
    for (const { id } of own) observers.look(id)
    memberships.look(userId, own)
    channels.announce([`v2.users.${userId}.activity`], () => {
      const absence = options.outOfOffice()
      const joined = own.filter(({ members }) => members.get(userId))
      return toActivityEvent(userId, standing, {
        outOfOffice: { active: absence.isActive(userId), changedAt: absence.changedAt(userId) },
        queues: {
          ids: joined.map(({ id }) => id),
          changedAt: options.membership().changedAt(userId),
        },
      })
    })
  }

  return {
    conversation(conversation) {
      const { participants } = conversation
      const users = new Set(participants.flatMap(({ userId }) => userId ?? []))
      const queues = new Set(participants.flatMap(({ queue }) => queue?.id ?? []))
      const topics = [
        ...[...users].map((id) => `v2.users.${id}.conversations`),
        ...[...queues].map((id) => `v2.routing.queues.${id}.conversations`),
      ]
      const ofCalls = topics.map((topic) => `${topic}.calls`)
      channels.announce(topics, () => toEvent(conversation, org.division))
      channels.announce(ofCalls, () => toCallEvent(conversation, org.division))
      for (const queueId of queues) observers.look(queueId)
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
    membership(userId, queueId) {
      activity(userId)
      // Whoever has gone takes part in the queue's figures no longer.
      observers.look(queueId)
    },
    token(userId, { id, clientId, expires }) {
      channels.publish(userId, 'tokens', {
        user: { id: userId },
        dateCreated: new Date(clock.now()).toISOString(),
        tokenExpirationDate: new Date(expires).toISOString(),
        sessionId: id,
        clientId,
      })
    },
  }
}
