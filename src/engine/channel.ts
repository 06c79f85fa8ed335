/**
 * The notification channel of a signed-in agent, kept alive for ever: made, subscribed, listened to,
 * and made again when it ends. Each time it goes live the desk reads what it may have missed.
 */
import type { Clock } from '~/clock'
import type { Environment } from '~/config/environment'
import { topicsOf, type UserTopic, userTopic } from '~/genesys/topics'
import type { Channel as WireChannel } from '~/genesys/wire'
import type { Connection } from '~/protocol/protocol'
import { backoff } from './backoff'
import type { Http } from './http'
import { type OpenSocket, watchSocket } from './socket'

export interface Channel {
  /** Makes the channel before it is known whose it will be. */
  prepare(): void
  /** Starts listening to everything of one agent's desk; asking again changes nothing. */
  listen(userId: string): void
  /**
   * There is another token: a channel of its own takes the place of this one, without a gap. Resolves when
   * this one is not needed any more.
   */
  renew(): Promise<void>
  /** There is no token: what is open is heard to its end, and nothing is tried after it. */
  suspend(): void
  /** Does not wait for the next attempt. */
  resume(): void
  /** With a channel of its own: the one there was may have lost its topics. */
  reconnect(): void
  /** The socket is of no use any more, although nothing has closed it. */
  interrupt(): void
  stop(): void
}

export interface ChannelParts {
  readonly http: Http
  readonly openSocket: OpenSocket
  readonly allowsSocket: Environment['allowsSocket']
  readonly clock: Clock
  readonly random: () => number
  readonly onConnection: (connection: Connection) => void
  readonly onEvent: (topic: UserTopic, body: unknown) => void
}

/** Milliseconds open after which an end is a new trouble and not the same one again. */
const stable = 10_000

export function createChannel(parts: ChannelParts): Channel {
  const { http, clock } = parts
  let userId: string | undefined
  /** Where to connect, once made: the same channel may be joined again for 24 hours. */
  let address: string | undefined
  let attempt = 0
  let openedAt = 0
  let epoch = 0
  /** Counts the attempts, so that a slow one that was given up cannot come back. */
  let run = 0
  let cancel = () => {}
  let prepared: Promise<unknown> | undefined
  let suspended = false
  let live = false
  /** Counts the sockets: one whose place was taken ends unheard. */
  let opens = 0

  async function connect() {
    const mine = ++run
    cancel()
    if (suspended) return parts.onConnection({ state: 'idle' })
    parts.onConnection({ state: 'connecting' })
    try {
      const made = address ?? (await makeChannel(userId ?? ''))
      // The channel of a run that was given up may be another agent's.
      if (mine !== run) return
      address = made
      cancel = open(made)
    } catch {
      if (mine === run) waitAndRetry()
    }
  }

  /** The next one is open before this one is closed: nothing is missed, and nothing is said. */
  async function replace() {
    const mine = run
    const made = await makeChannel(userId ?? '').catch(() => undefined)
    if (mine !== run || !made) return undefined
    address = made
    return new Promise<void>((resolve) => {
      const close = cancel
      cancel = open(made, () => {
        close()
        resolve()
      })
    })
  }

  async function makeChannel(agent: string): Promise<string> {
    const first = prepared
    prepared = undefined
    const create = () => http.call('createChannel', {})
    const channel = channelFromWire(await (first?.catch(create) ?? create()))
    if (!channel || !parts.allowsSocket(channel.url)) throw new TypeError('no usable channel')
    const topics = topicsOf(agent).map((id) => ({ id }))
    // Its answer lists them: without one it would look live, and hear nothing.
    if (!(await http.call('setSubscriptions', { channelId: channel.id }, topics)))
      throw new TypeError('no subscriptions')
    return channel.url.href
  }

  /** `before`: the one that it takes the place of, closed when this one is open, or cannot be. */
  function open(url: string, before = () => {}): () => void {
    const mine = ++opens
    const close = watchSocket(parts.openSocket, url, clock, {
      onOpen() {
        before()
        live = true
        openedAt = clock.now()
        parts.onConnection({ state: 'live', epoch: ++epoch })
      },
      onFrame: (data) => onFrame(data, mine === opens),
      onEnd(opened) {
        before()
        if (mine !== opens) return
        live = false
        // A channel that cannot be joined is gone: make another one next time.
        if (!opened) address = undefined
        // One that closes again at once has not come back: the next attempts go on slowing down.
        else if (clock.now() - openedAt > stable) attempt = 0
        waitAndRetry()
      },
    })
    return () => {
      live = false
      before()
      close()
    }
  }

  function waitAndRetry() {
    if (suspended) return parts.onConnection({ state: 'idle' })
    const wait = backoff(attempt++, parts.random())
    parts.onConnection({ state: 'waiting', retryAt: clock.now() + wait })
    cancel = clock.after(wait, connect)
  }

  function onFrame(data: string, isLast: boolean) {
    const frame = parseFrame(data)
    if (!frame) return
    if (frame.topicName.toLowerCase() === 'v2.system.socket_closing') {
      // One whose place is taken may close; and what nothing may follow is heard to its end.
      if (isLast && !suspended) void connect()
      return
    }
    const topic = userTopic(frame.topicName)
    if (!topic || topic.userId !== userId?.toLowerCase()) return
    http.heard()
    parts.onEvent(topic.kind, frame.eventBody)
  }

  function resume() {
    if (!userId) return
    attempt = 0
    void connect()
  }

  return {
    prepare() {
      prepared = http.call('createChannel', {})
      prepared.catch(() => {})
    },
    listen(id) {
      if (userId === id) return
      userId = id
      void connect()
    },
    resume,
    async renew() {
      suspended = false
      // Made for the token before.
      prepared = undefined
      if (live) return replace()
      address = undefined
      resume()
    },
    suspend() {
      suspended = true
      if (live) return
      run++
      cancel()
      parts.onConnection({ state: 'idle' })
    },
    reconnect() {
      address = undefined
      resume()
    },
    interrupt() {
      run++
      cancel()
      waitAndRetry()
    },
    stop() {
      run++
      cancel()
      userId = address = prepared = undefined
      suspended = false
      parts.onConnection({ state: 'idle' })
    },
  }
}

function channelFromWire(value: unknown): { id: string; url: URL } | undefined {
  const { id, connectUri } = (value ?? {}) as WireChannel
  if (typeof id !== 'string' || typeof connectUri !== 'string') return undefined
  try {
    return { id, url: new URL(connectUri) }
  } catch {
    return undefined
  }
}

function parseFrame(data: string): { topicName: string; eventBody: unknown } | undefined {
  try {
    const frame: unknown = JSON.parse(data)
    if (typeof frame !== 'object' || frame === null) return undefined
    if (!('topicName' in frame) || typeof frame.topicName !== 'string') return undefined
    return { topicName: frame.topicName, eventBody: 'eventBody' in frame ? frame.eventBody : null }
  } catch {
    return undefined
  }
}
