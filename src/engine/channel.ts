/**
 * The notification channel of a signed-in agent, kept alive for ever: made, subscribed, listened to,
 * and made again when it ends. Each time it goes live the desk reads what it may have missed.
 */
import type { Clock } from '~/clock'
import type { Environment } from '~/config/environment'
import { topicsOf, type UserTopic, userTopic } from '~/genesys/topics'
import { objects, text } from '~/genesys/values'
import type { Listing } from '~/genesys/wire'
import type { ChannelTopic } from '~/genesys/wirechannel'
import type { Connection } from '~/protocol/protocol'
import { backoff } from './backoff'
import { frameOf, type Notice, noticeOf } from './frames'
import type { Http } from './http'
import { createMaking, type Made } from './making'
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
  /** With a channel of its own: the one there was may have lost its topics, or may be another's by now. */
  reconnect(): void
  /** The socket is of no use any more, although nothing has closed it. */
  interrupt(): void
  /**
   * Subscribes the open one to these besides the agent's own; tells which are refused, and nothing at all when
   * there is none. May reject.
   */
  also(topics: readonly string[]): Promise<readonly string[] | undefined>
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
  /** What is told of anything else; the topic in small letters. */
  readonly onOther: (topic: string, body: unknown) => void
  /** Of the app that this is. */
  readonly clientId: () => string
  /** It is said that the token counts no more. */
  readonly onRevoked: () => void
}

/** Milliseconds open after which an end is a new trouble and not the same one again. */
const stable = 10_000
/**
 * Milliseconds after it was made in which a channel that was never joined is not thought to be gone: something lets
 * no socket through, and another one would fare no better.
 */
const young = 300_000
/** Milliseconds between two attempts to have another channel take the place of one that still lives. */
const pace = 60_000

export function createChannel(parts: ChannelParts): Channel {
  const { http, clock } = parts
  const making = createMaking(parts)
  let userId: string | undefined
  /** Once made, the same channel may be joined again until its time is over. */
  let channel: Made | undefined
  /** From then on, when it cannot be joined, it is gone. */
  let goneFrom = 0
  let attempt = 0
  let openedAt = 0
  let epoch = 0
  /** Counts the attempts, so that a slow one that was given up cannot come back. */
  let run = 0
  let cancel = () => {}
  let cancelTurn = () => {}
  let suspended = false
  let live = false
  /** Another connection has it. It is not taken back unless somebody asks for it: two would go on for ever. */
  let taken = false
  /** Counts the sockets: one whose place was taken ends unheard. */
  let opens = 0

  async function connect() {
    const mine = ++run
    cancel()
    if (suspended) return parts.onConnection({ state: 'idle' })
    parts.onConnection({ state: 'connecting' })
    try {
      const known = channel && channel.until > clock.now() ? channel : undefined
      const made = known ?? (await making.make(userId ?? ''))
      // The channel of a run that was given up may be another agent's.
      if (mine !== run) return
      if (made !== channel) keep(made)
      cancel = open(made)
    } catch {
      if (mine === run) waitAndRetry()
    }
  }

  function keep(made: Made) {
    channel = made
    goneFrom = clock.now() + young
  }

  /** The next one is open before this one is closed: nothing is missed, and nothing is said. */
  async function replace() {
    const mine = run
    const made = await making.make(userId ?? '').catch(() => undefined)
    if (mine !== run || !made) return false
    keep(made)
    return new Promise<boolean>((resolve) => {
      const close = cancel
      cancel = open(made, (isOpen) => {
        close()
        resolve(isOpen)
      })
    })
  }

  /** Before its time is over, and when the platform says that it closes the socket. */
  async function handOver() {
    cancelTurn()
    if (!live || suspended) return
    const socket = opens
    if (await replace()) return
    // One that was opened meanwhile has a turn of its own.
    if (live && socket === opens) cancelTurn = clock.after(pace, () => void handOver())
  }

  /** `before`: the one that it takes the place of, closed when this one is open, or cannot be. */
  function open({ url, until }: Made, before = (_isOpen: boolean) => {}): () => void {
    const mine = ++opens
    const close = watchSocket(parts.openSocket, url, clock, {
      onOpen() {
        // What is on its way may be older than the first that is heard.
        http.heard()
        before(true)
        live = true
        goneFrom = openedAt = clock.now()
        cancelTurn()
        cancelTurn = clock.after(until - clock.now(), () => void handOver())
        parts.onConnection({ state: 'live', epoch: ++epoch })
      },
      onFrame: (data) => onFrame(data, mine === opens),
      onEnd(opened) {
        before(false)
        if (mine !== opens) return
        live = false
        // A channel that cannot be joined any more is gone: make another one next time.
        if (!opened && clock.now() >= goneFrom) channel = undefined
        // One that closes again at once has not come back: the next attempts go on slowing down.
        else if (opened && clock.now() - openedAt > stable) attempt = 0
        waitAndRetry()
      },
    })
    return () => {
      live = false
      before(false)
      close()
    }
  }

  function waitAndRetry() {
    cancelTurn()
    if (suspended) return parts.onConnection({ state: 'idle' })
    const wait = backoff(attempt++, parts.random())
    parts.onConnection({ state: 'waiting', retryAt: clock.now() + wait })
    cancel = clock.after(wait, connect)
  }

  function onFrame(data: string, isLast: boolean) {
    const frame = frameOf(data)
    if (!frame) return
    const notice = noticeOf(frame)
    // One whose place is taken may close; and what nothing may follow is heard to its end.
    if (notice) return isLast && !suspended ? onNotice(notice) : undefined
    http.heard()
    const topic = userTopic(frame.topicName)
    if (!topic || topic.userId !== userId?.toLowerCase())
      return parts.onOther(frame.topicName.toLowerCase(), frame.eventBody)
    parts.onEvent(topic.kind, frame.eventBody)
  }

  function onNotice(notice: Notice) {
    // Told again by each that is opened, it would be followed for ever: its end is waited for.
    if (notice.kind === 'closing')
      return clock.now() - openedAt > stable ? void handOver() : undefined
    if (notice.channelId !== channel?.id.toLowerCase()) return
    if (notice.kind === 'revoked') return parts.onRevoked()
    run++
    taken = true
    halt()
    const known = notice.clientId !== undefined
    const own = known && notice.clientId === parts.clientId()
    parts.onConnection({ state: 'taken', by: own ? 'same-app' : known ? 'other-app' : 'unknown' })
  }

  /** Nothing is open, and nothing is waited for. */
  function halt() {
    cancel()
    cancelTurn()
    cancel = () => {}
    channel = undefined
  }

  function resume() {
    if (!userId || taken) return
    attempt = 0
    void connect()
  }

  return {
    prepare: making.prepare,
    listen(id) {
      if (userId === id) return
      userId = id
      void connect()
    },
    resume,
    async renew() {
      suspended = false
      // Made for the token before.
      making.forget()
      if (live && (await replace())) return
      if (live) return
      channel = undefined
      resume()
    },
    suspend() {
      suspended = true
      if (live || taken) return
      run++
      cancel()
      parts.onConnection({ state: 'idle' })
    },
    reconnect() {
      channel = undefined
      taken = false
      resume()
    },
    interrupt() {
      run++
      cancel()
      waitAndRetry()
    },
    async also(topics) {
      if (!live || !userId || !channel) return undefined
      const all = [...topicsOf(userId), ...topics].map((id) => ({ id }))
      const params = { channelId: channel.id, ignoreErrors: 'true' }
      const told = (await http.call('watchTopics', params, all)) as
        | Listing<ChannelTopic>
        | undefined
      if (!told) return undefined
      const refused = objects(told.entities).filter(({ state }) => state === 'Rejected')
      return refused.flatMap(({ id }) => text(id)?.toLowerCase() ?? [])
    },
    stop() {
      run++
      halt()
      making.forget()
      userId = undefined
      suspended = taken = false
      parts.onConnection({ state: 'idle' })
    },
  }
}
