/**
 * Where things meet: the stores of one signed-in agent, the topics that feed them, and the one way in
 * which the desk opens and recovers: listen, read, replay.
 */
import { batch, createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import { createCallCommands } from '~/conversations/commands'
import type { Conversation as Ringing } from '~/conversations/conversation'
import { createConversations } from '~/conversations/store'
import type { ConversationId, UserId } from '~/genesys/ids'
import type { UserTopic } from '~/genesys/topics'
import type {
  RoutingStatusEvent,
  User,
  UserPresence,
  Conversation as WireConversation,
} from '~/genesys/wire'
import type { Command } from '~/ledger/command'
import { createLedger } from '~/ledger/ledger'
import { createNotices } from '~/notices/store'
import { createPresence } from '~/presence/store'
import type { Ask, Connection } from '~/protocol'
import { createQueues } from '~/queues/store'
import type { Sealed } from '~/storage'
import { createTransfers } from '~/transfer/store'
import { createWrapup } from '~/wrapup/store'

export interface Me {
  readonly id: UserId
  readonly name: string
  readonly organization: string
  readonly permissions: ReadonlySet<string>
}

/** How true the screen is: read once, being read, or not readable. */
export type Freshness = 'reading' | 'fresh' | 'failed'

export type Desk = ReturnType<typeof createDesk>

/** Milliseconds until the desk reads anyway when the notification socket does not open. */
const socketPatience = 3_000
/** Milliseconds until a failed reading is tried again. */
const readAgain = 10_000

export function meFromWire(wire: User): Me | undefined {
  if (!wire.id) return undefined
  return {
    id: wire.id,
    name: wire.name ?? 'Unnamed agent',
    organization: wire.organization?.name ?? '',
    permissions: new Set(wire.authorization?.permissions ?? []),
  }
}

/** Builds the desk of one agent. The caller owns it: disposing its root ends all of it. */
export function createDesk(parts: {
  readonly me: Me
  readonly ask: Ask
  readonly clock: Clock
  readonly locale: string
  readonly drafts: Sealed
  /** Told at once, not at the next frame: a hidden tab has none, and the ring must not wait. */
  readonly onAlerting: (alerting: readonly Ringing[]) => void
}) {
  const { me, ask, clock } = parts
  const [freshness, setFreshness] = createSignal<Freshness>('reading')
  const [opened, setOpened] = createSignal(false)
  const [wasLive, setWasLive] = createSignal(false)
  const [pending, setPending] = createSignal<readonly Command[]>([])
  const notices = createNotices(clock)
  const ledger = createLedger({
    clock,
    onPending: setPending,
    say: notices.say,
    unsay: notices.unsay,
    hears: () => connected,
  })
  const conversations = createConversations({ me: me.id, now: clock.now })
  const queues = createQueues(ask)
  const presence = createPresence({
    userId: me.id,
    ask,
    ledger,
    now: clock.now,
    locale: parts.locale,
  })

  async function readBack(id: ConversationId) {
    const before = conversations.get(id)
    const wire = await ask('getConversation', { conversationId: id })
    // What was heard while it was looked up is newer than the answer.
    if (conversations.get(id) === before) conversations.apply(wire)
    factsChanged()
  }

  const conversation = conversations.get
  const calls = createCallCommands({ ask, ledger, conversations, readBack })
  const wrapup = createWrapup({ ask, ledger, conversation, readBack, kept: parts.drafts })
  const transfers = createTransfers({
    ask,
    clock,
    ledger,
    conversation,
    readBack,
    search: async (text) =>
      (await queues.search(text)).map((queue) => ({ kind: 'queue' as const, ...queue })),
  })

  /** Events that arrive while the facts are being read: told again after them, as they are newer. */
  let waiting: { topic: UserTopic; body: unknown }[] | undefined = []
  let connected = false
  let reading = 0
  let closed = false
  let cancelReading = clock.after(socketPatience, () => void read())

  function factsChanged() {
    ledger.check()
    transfers.closeEnded()
    const alerting = conversations.alerting()
    // A ringing call is not kept waiting for the rest.
    if (alerting.length > 0) setOpened(true)
    parts.onAlerting(alerting)
  }

  function apply(topic: UserTopic, body: unknown) {
    if (typeof body !== 'object' || body === null) return
    switch (topic) {
      case 'conversations':
        return conversations.apply(body as WireConversation)
      case 'presence':
        return presence.apply(body as UserPresence)
      case 'routingStatus':
        return presence.applyRouting(body as RoutingStatusEvent)
      default:
        return topic satisfies never
    }
  }

  async function read() {
    const mine = ++reading
    cancelReading()
    // What was heard before is older than what is read now.
    waiting = []
    setFreshness('reading')
    const userId = me.id
    try {
      const [listed, ownPresence, routing] = await Promise.all([
        ask('listConversations', {}),
        ask('getPresence', { userId }),
        ask('getRoutingStatus', { userId }),
        readOnce(),
      ])
      if (mine !== reading) return
      batch(() => {
        conversations.replace(listed.entities ?? [])
        presence.apply(ownPresence)
        presence.replaceRouting(routing)
        drain()
        setFreshness('fresh')
        setOpened(true)
      })
      factsChanged()
    } catch {
      if (mine !== reading || closed) return
      // What was heard meanwhile is still true, even though the rest could not be read.
      batch(drain)
      factsChanged()
      setFreshness('failed')
      setOpened(true)
      cancelReading = clock.after(readAgain, () => void read())
    }
  }

  function drain() {
    const events = waiting ?? []
    waiting = undefined
    for (const { topic, body } of events) apply(topic, body)
  }

  const once = new Set<string>()
  /** What does not change during a shift. Without it calls are still to be seen, and it is tried again. */
  async function readOnce() {
    const tryOnce = async (name: string, readIt: () => Promise<void>) => {
      if (once.has(name)) return
      await readIt().then(
        () => once.add(name),
        () => {},
      )
    }
    await Promise.all([
      tryOnce('presences', async () => {
        const listed = await ask('listPresenceDefinitions', { localeCode: 'ALL' })
        presence.define(listed.entities ?? [])
      }),
      tryOnce('queues', async () => {
        const listed = await ask('listMyQueues', { pageSize: '100' })
        queues.replace(listed.entities ?? [])
      }),
    ])
  }

  return {
    me,
    notices,
    conversations,
    queues,
    presence,
    calls,
    wrapup,
    transfers,
    freshness,
    /** False until the facts were read once: before that nothing on screen would be true. */
    opened,
    /** True once the socket has been open: before that, connecting is no interruption. */
    wasLive,
    /** The verbs under way for one conversation or user. */
    pending: (target: string) =>
      pending()
        .filter((command) => command.target === target)
        .map(({ verb }) => verb),
    readAgain: () => void read(),
    /** An event of the notification socket. */
    hear(topic: UserTopic, body: unknown) {
      // Shown at once, for a call rings shorter than a slow reading takes; and again over what was read.
      waiting?.push({ topic, body })
      batch(() => apply(topic, body))
      factsChanged()
    },
    /** Each time the socket goes live there may be a gap behind it: read, then replay. */
    onConnection(connection: Connection) {
      connected = connection.state === 'live'
      if (!connected) return
      setWasLive(true)
      void read()
    },
    close() {
      closed = true
      cancelReading()
    },
  }
}
