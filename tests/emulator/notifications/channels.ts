import { randomBytes } from 'node:crypto'
import type { Clock } from '~/clock'
import type { Watch } from '../contract/watch'
import { createRandom, type Random } from '../random'
import { defaultSwitches, type Switches } from '../switches'
import { type Announcements, createAnnouncements, type Outward } from './announcements'
import {
  type Channel,
  type Connected,
  countDown,
  heartbeatMs,
  isConnected,
  lifetimeMs,
  type Owner,
  oldestOf,
} from './channel'
import { createDelivery } from './delivery'
import { createEventFaults, type EventFaults } from './eventfaults'
import {
  heartbeatFrame,
  noLongerSubscribed,
  type SystemMessage,
  socketClosing,
  tokenRevoked,
} from './frames'
import { createGroups } from './groups'
import { hear } from './hearing'
import { createOutbox } from './outbox'
import type { Subject } from './topics'
import { createVoices, type Socket } from './voices'

export type { Channel, Connected, Owner } from './channel'

/** Per user and client; one more takes the place of the one unused longest. */
const channelsMax = 20

export interface Channels {
  create(owner: Owner): Channel
  get(id: string): Channel | undefined
  ofOwner(owner: Pick<Owner, 'userId' | 'clientId'>): readonly Channel[]
  /** Replaces the subscriptions, and prolongs the channel's life. */
  subscribe(channel: Channel, subscriptions: readonly string[], topics: readonly string[]): void
  /** Sends an event to everybody subscribed to `v2.users.{userId}.{suffix}`. */
  publish(userId: string, suffix: string, body: unknown): void
  /** Sends an event to everybody subscribed to one of the topics; nobody is, then it is not made. */
  announce: Announcements['announce']
  /** Whether anybody is subscribed to the topic. */
  isHeard: Announcements['isHeard']
  /** Takes a socket in; an older one of the same channel is closed. False: no such channel. */
  connect(id: string, socket: Socket): boolean
  receive(id: string, socket: Socket, text: string): void
  disconnected(id: string, socket: Socket): void
  /** The token is gone: so are its channels. */
  end(tokenId: string, why: 'expired' | 'revoked'): void
  /** Connected channels, of one user or of all. */
  connected(userId?: string): readonly Connected[]
  /** Sends a text as it is. */
  send(channel: Connected, text: string): void
  /** The channel's socket looks open and is dead, for `ms` or for good. */
  mute(channel: Connected, ms?: number): void
  /** Tells the channel's socket that it will be closed, and closes it after `ms`. */
  closeSoon(channel: Connected, ms: number): void
  close(): void
}

export interface ChannelsOptions {
  readonly watch?: Watch | undefined
  readonly random?: Random
  readonly switches?: Pick<Switches, 'eventOrder'>
  readonly faults?: EventFaults
  /** What somebody may listen to; without it nobody subscribes over the socket. */
  readonly subjectOf?: (owner: Owner) => Subject | undefined
  /** What is done to the body of an event on its way out. */
  readonly outward?: Outward
}

export function createChannels(clock: Clock, options: ChannelsOptions = {}): Channels {
  const { watch, switches = defaultSwitches, random = createRandom(1), subjectOf } = options
  const faults = options.faults ?? createEventFaults(clock)
  const channels = new Map<string, Channel>()
  const byOwner = createGroups<Channel>()
  const byToken = createGroups<Channel>()
  const voices = createVoices(clock)
  const deliver = createDelivery({ clock, random, switches, faults })
  const announcements = createAnnouncements(deliver, options)

  const ownerName = ({ userId, clientId }: Pick<Owner, 'userId' | 'clientId'>) =>
    `${userId ?? ''} ${clientId}`

  function remove(channel: Channel, code: number, reason: string): void {
    channels.delete(channel.id)
    byOwner.delete(ownerName(channel.owner), channel)
    byToken.delete(channel.owner.tokenId, channel)
    announcements.listen(channel, [])
    channel.outbox.close()
    channel.stop.expiry()
    channel.stop.heartbeat()
    if (channel.socket) voices.close(channel.socket, code, reason)
    delete channel.socket
  }

  function prolong(channel: Channel): void {
    channel.lastUsed = clock.now()
    channel.expires = channel.lastUsed + lifetimeMs
    channel.stop.expiry()
    channel.stop.expiry = countDown(
      clock,
      lifetimeMs,
      () => tell(channel, socketClosing(channel)),
      () => remove(channel, 1000, 'Channel expired'),
    )
  }

  function subscribe(
    channel: Channel,
    subscriptions: readonly string[],
    topics: readonly string[],
  ) {
    channel.subscriptions = subscriptions
    announcements.listen(channel, topics)
    prolong(channel)
  }

  function say({ socket }: Pick<Channel, 'socket'>, text: string): void {
    if (socket) voices.send(socket, text)
  }

  function tell(channel: Channel, message: SystemMessage): void {
    if (!channel.socket) return
    watch?.published(message.topicName, message.eventBody)
    say(channel, JSON.stringify(message))
  }

  function beat(channel: Channel): void {
    channel.stop.heartbeat = clock.after(heartbeatMs, () => {
      say(channel, heartbeatFrame)
      beat(channel)
    })
  }

  return {
    create(owner) {
      const own = byOwner.of(ownerName(owner))
      const oldest = own.size < channelsMax ? undefined : oldestOf(own)
      if (oldest) remove(oldest, 1000, 'Too many channels')
      const channel: Channel = {
        id: `streaming-0-${randomBytes(18).toString('base64url')}`,
        owner,
        outbox: createOutbox(clock, (text) => say(channel, text)),
        lastLeaves: 0,
        expires: 0,
        lastUsed: 0,
        subscriptions: [],
        topics: new Map(),
        stop: { heartbeat() {}, expiry() {} },
      }
      channels.set(channel.id, channel)
      byOwner.add(ownerName(owner), channel)
      byToken.add(owner.tokenId, channel)
      prolong(channel)
      return channel
    },
    get: (id) => channels.get(id),
    ofOwner: (owner) => [...byOwner.of(ownerName(owner))],
    subscribe,
    publish: (userId, suffix, body) =>
      announcements.announce([`v2.users.${userId}.${suffix}`], () => body),
    announce: announcements.announce,
    isHeard: announcements.isHeard,
    connect(id, socket) {
      const channel = channels.get(id)
      if (!channel) return false
      const older = channel.socket
      if (older) tell(channel, noLongerSubscribed(channel))
      channel.socket = socket
      channel.lastUsed = clock.now()
      if (older) voices.close(older, 1000, 'Another connection took the channel')
      channel.stop.heartbeat()
      beat(channel)
      return true
    },
    receive(id, socket, text) {
      const channel = channels.get(id)
      const current = channel?.socket === socket ? channel : undefined
      const subject = current && subjectOf?.(current.owner)
      const answer = hear(text, current, subject, subscribe)
      if (answer !== undefined) voices.send(socket, answer)
    },
    disconnected(id, socket) {
      voices.gone(socket)
      const channel = channels.get(id)
      if (channel?.socket !== socket) return
      channel.stop.heartbeat()
      delete channel.socket
    },
    end(tokenId, why) {
      for (const channel of [...byToken.of(tokenId)]) {
        if (why === 'revoked') tell(channel, tokenRevoked(channel))
        remove(channel, 1008, `Token ${why}`)
      }
    },
    connected: (userId) =>
      [...channels.values()]
        .filter(isConnected)
        .filter(({ owner }) => !userId || owner.userId === userId),
    send: say,
    mute: ({ socket }, ms) => voices.mute(socket, ms),
    closeSoon(channel, ms) {
      const { socket } = channel
      tell(channel, socketClosing(channel))
      clock.after(ms, () => {
        if (channel.socket === socket) voices.close(socket, 1001, 'Going away')
      })
    },
    close() {
      voices.end()
      for (const channel of channels.values()) {
        channel.stop.heartbeat()
        channel.stop.expiry()
        channel.outbox.close()
        channel.socket?.terminate()
      }
      channels.clear()
    },
  }
}
