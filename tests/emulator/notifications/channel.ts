import type { Clock } from '~/clock'
import type { Outbox } from './outbox'
import type { Socket } from './voices'

export const lifetimeMs = 24 * 60 * 60 * 1000
export const heartbeatMs = 30_000
/** So long before its end a socket is told of it. */
export const closingMs = 60_000

export interface Owner {
  readonly tokenId: string
  /** None of a client's own channel. */
  readonly userId?: string
  readonly clientId: string
}

export interface Channel {
  readonly id: string
  readonly owner: Owner
  readonly outbox: Outbox
  lastLeaves: number
  expires: number
  lastUsed: number
  /** As subscribed: single or combined. */
  subscriptions: readonly string[]
  /** Small letters → as it is written in frames. */
  topics: ReadonlyMap<string, string>
  socket?: Socket
  /** Cancels what waits for this channel. */
  readonly stop: { heartbeat(): void; expiry(): void }
}

export type Connected = Channel & { readonly socket: Socket }

export function isConnected(channel: Channel): channel is Connected {
  return channel.socket !== undefined
}

/** The one to go when another is made: not connected, then unused longest. */
export function oldestOf(channels: Iterable<Channel>): Channel | undefined {
  return [...channels].sort(
    (a, b) => Number(isConnected(a)) - Number(isConnected(b)) || a.lastUsed - b.lastUsed,
  )[0]
}

/** Runs `soon` a minute before `ms` are over, and `end` then; the answer cancels both. */
export function countDown(clock: Clock, ms: number, soon: () => void, end: () => void): () => void {
  const stops = [clock.after(ms - closingMs, soon), clock.after(ms, end)]
  return () => {
    for (const stop of stops) stop()
  }
}
