import { randomBytes, randomUUID } from 'node:crypto'
import type { Clock } from '~/clock'
import type { Watch } from '../contract/watch'
import { eventFrame, heartbeatFrame, isPing, pongFrame, tokenRevokedFrame } from './frames'
import { createVoices, type Socket } from './voices'

const lifetimeMs = 24 * 60 * 60 * 1000
const heartbeatMs = 30_000
/** Per user and client; one more takes the place of the one unused longest. */
const channelsMax = 20
/** Events leave a little after the answer to the command that caused them. */
const deliveryMs = 5

export interface Owner {
  readonly tokenId: string
  /** None of a client's own channel. */
  readonly userId?: string
  readonly clientId: string
}

export interface Channel {
  readonly id: string
  readonly owner: Owner
  expires: number
  lastUsed: number
  /** As subscribed: single or combined. */
  subscriptions: readonly string[]
  /** Small letters → as it is written in frames. */
  topics: ReadonlyMap<string, string>
  socket?: Socket
  stopHeartbeat?: () => void
  stopExpiry?: () => void
}

export type Connected = Channel & { readonly socket: Socket }

export interface Channels {
  create(owner: Owner): Channel
  get(id: string): Channel | undefined
  ofOwner(owner: Pick<Owner, 'userId' | 'clientId'>): readonly Channel[]
  /** Replaces the subscriptions, and prolongs the channel's life. */
  subscribe(channel: Channel, subscriptions: readonly string[], topics: readonly string[]): void
  /** Sends an event to everybody subscribed to `v2.users.{userId}.{suffix}`. */
  publish(userId: string, suffix: string, body: unknown): void
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
  close(): void
}

export function createChannels(clock: Clock, watch?: Watch): Channels {
  const channels = new Map<string, Channel>()
  const voices = createVoices(clock)

  function remove(channel: Channel, code: number, reason: string): void {
    channels.delete(channel.id)
    channel.stopExpiry?.()
    channel.stopHeartbeat?.()
    if (channel.socket) voices.close(channel.socket, code, reason)
    delete channel.socket
  }

  function prolong(channel: Channel): void {
    channel.lastUsed = clock.now()
    channel.expires = channel.lastUsed + lifetimeMs
    channel.stopExpiry?.()
    channel.stopExpiry = clock.after(lifetimeMs, () => remove(channel, 1000, 'Channel expired'))
  }

  function makeRoom(owner: Owner): void {
    const own = ofOwner(owner)
    if (own.length < channelsMax) return
    const [oldest] = [...own].sort(
      (a, b) => Number(Boolean(a.socket)) - Number(Boolean(b.socket)) || a.lastUsed - b.lastUsed,
    )
    if (oldest) remove(oldest, 1000, 'Too many channels')
  }

  function ofOwner({ userId, clientId }: Pick<Owner, 'userId' | 'clientId'>): Channel[] {
    return [...channels.values()].filter(
      ({ owner }) => owner.userId === userId && owner.clientId === clientId,
    )
  }

  function say({ socket }: Channel, text: string): void {
    if (socket) voices.send(socket, text)
  }

  function beat(channel: Channel): void {
    channel.stopHeartbeat = clock.after(heartbeatMs, () => {
      say(channel, heartbeatFrame)
      beat(channel)
    })
  }

  return {
    create(owner) {
      makeRoom(owner)
      const id = `streaming-0-${randomBytes(18).toString('base64url')}`
      const channel: Channel = {
        id,
        owner,
        expires: 0,
        lastUsed: 0,
        subscriptions: [],
        topics: new Map(),
      }
      channels.set(id, channel)
      prolong(channel)
      return channel
    },
    get: (id) => channels.get(id),
    ofOwner,
    subscribe(channel, subscriptions, topics) {
      channel.subscriptions = subscriptions
      channel.topics = new Map(topics.map((topic) => [topic.toLowerCase(), topic]))
      prolong(channel)
    },
    publish(userId, suffix, body) {
      const key = `v2.users.${userId}.${suffix}`.toLowerCase()
      for (const channel of channels.values()) {
        const topicName = channel.topics.get(key)
        if (!topicName) continue
        watch?.published(topicName, body)
        const text = eventFrame(topicName, body, randomUUID())
        clock.after(deliveryMs, () => say(channel, text))
      }
    },
    connect(id, socket) {
      const channel = channels.get(id)
      if (!channel) return false
      const older = channel.socket
      channel.socket = socket
      channel.lastUsed = clock.now()
      if (older) voices.close(older, 1000, 'Another connection took the channel')
      channel.stopHeartbeat?.()
      beat(channel)
      return true
    },
    receive(id, socket, text) {
      if (channels.get(id)?.socket === socket && isPing(text)) voices.send(socket, pongFrame)
    },
    disconnected(id, socket) {
      voices.gone(socket)
      const channel = channels.get(id)
      if (channel?.socket !== socket) return
      channel.stopHeartbeat?.()
      delete channel.socket
    },
    end(tokenId, why) {
      for (const channel of [...channels.values()]) {
        const { id, owner } = channel
        if (owner.tokenId !== tokenId) continue
        if (why === 'revoked') say(channel, tokenRevokedFrame(id, owner.userId, owner.clientId))
        remove(channel, 1008, `Token ${why}`)
      }
    },
    connected: (userId) =>
      [...channels.values()].filter(
        (channel): channel is Connected =>
          channel.socket !== undefined && (!userId || channel.owner.userId === userId),
      ),
    send: say,
    mute: ({ socket }, ms) => voices.mute(socket, ms),
    close() {
      voices.end()
      for (const channel of [...channels.values()]) {
        channel.stopHeartbeat?.()
        channel.stopExpiry?.()
        channel.socket?.terminate()
      }
      channels.clear()
    },
  }
}
