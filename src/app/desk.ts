/**
 * Where things meet: the stores of one signed-in agent, the topics that feed them, and the one way in
 * which the desk opens and recovers: listen, read, replay.
 */

import { createSignal } from 'solid-js'
import type { Clock } from '~/clock'
import { isTurned } from '~/conversations/conversation'
import { createConversations } from '~/conversations/store'
import type { ConversationId } from '~/genesys/ids'
import type { UserTopic } from '~/genesys/topics'
import type {
  RoutingStatusEvent,
  UserPresence,
  Conversation as WireConversation,
} from '~/genesys/wire'
import { t } from '~/language'
import { type Command, isOver, proofLife, type Source } from '~/ledger/command'
import { createLedger } from '~/ledger/ledger'
import { createNotices } from '~/notices/store'
import { createPresence } from '~/presence/store'
import type { Ask, SignedIn, WatchTopics } from '~/protocol/protocol'
import { createQueues } from '~/queues/store'
import type { Followed } from './ended'
import { createGenesysTime } from './genesystime'
import { createKeepers } from './keepers'
import type * as Later from './later'
import { makeLookUp } from './lookup'
import type { Me } from './me'
import { createSync, type Facts } from './sync'
import type * as Work from './work'

interface Heard {
  readonly topic: UserTopic
  readonly body: unknown
}

export type Desk = ReturnType<typeof createDesk>

/** Builds the desk of one agent. The caller owns it: disposing its root ends all of it. */
export function createDesk(parts: {
  readonly me: Me
  readonly ask: Ask
  readonly watch: WatchTopics
  /** Where a call may be sent, if the configuration says. */
  readonly allowed: SignedIn['allowed']
  readonly callerIds?: SignedIn['callerIds']
  readonly clock: Clock
  readonly locale: string
  /** Why nothing can be ordered at all, when that is so. */
  readonly whyNot: () => string | undefined
  /** Its customers are hidden, and no more is asked than its calls need. */
  readonly locked: () => boolean
  /** The socket looks open, and tells nothing of what happens. */
  readonly onDeaf: () => void
  /** What is fetched after the first screen: the words for what went wrong, and what reads that which lasts. */
  readonly later: () => Promise<
    Pick<typeof Later, 'openLasting' | 'unlessDone' | 'callProof'> & {
      fetchWork(): Promise<Pick<typeof Work, 'troubleOf'>>
    }
  >
}) {
  const { me, ask, clock } = parts
  let callProof: typeof Later.callProof | undefined
  /** No order for a call is given before it is here. */
  const later = async () => {
    const code = await parts.later()
    callProof = code.callProof
    return code
  }
  later().catch(() => {})
  const [commands, setCommands] = createSignal<readonly Command[]>([])
  const [followed, follow] = createSignal<Followed>()
  const pending = () => commands().filter(({ state }) => !isOver(state))
  const keepers = createKeepers()
  let heardAt = 0
  const sync = createSync({
    ...{ clock, read, apply },
    onFacts: factsChanged,
    paused: isPaused,
  })
  const time = createGenesysTime(clock)
  const notices = createNotices(clock)
  const ledger = createLedger({
    clock,
    onChange: setCommands,
    onEnd: (command) => void tell(command),
    proof(command) {
      const keeper = keepers.of(command.verb)
      if (keeper) return keeper.proof(command)
      return isMine(command)
        ? presence.proof(command)
        : callProof?.(command, conversations.get(command.target), conversations.all())
    },
    readBack: (command) =>
      keepers.of(command.verb)?.readBack(command) ??
      (command.verb === 'dial'
        ? Promise.resolve(sync.read())
        : isMine(command)
          ? presence.readBack()
          : readBack(command.target)),
    hears: () => sync.isLive(),
    onDeaf({ verb }) {
      // News of anything shows that the socket tells what happens, if late; of what a keeper proves it may tell nothing.
      if (!keepers.of(verb) && clock.now() - heardAt > proofLife) parts.onDeaf()
    },
  })
  const conversations = createConversations({
    me: me.id,
    now: time.now,
    onNews: (...news) => followed()?.hear(...news),
  })
  const queues = createQueues(ask)
  /** What any task with a conversation needs. */
  const means = {
    ask,
    clock,
    ledger,
    later,
    conversation: conversations.get,
    all: conversations.all,
    readBack,
    say: notices.say,
    tell: notices.tell,
  }
  const presence = createPresence({
    ...means,
    userId: me.id,
    now: time.now,
    locale: parts.locale,
  })

  /** Locked, and what may ring or is talked about is known without asking. */
  function isPaused(): boolean {
    if (!parts.locked() || sync.freshness() !== 'fresh') return false
    return sync.isLive() || !(conversations.live() || presence.onQueue())
  }

  async function readBack(id: ConversationId) {
    const before = conversations.get(id)
    const wire = await ask('getConversation', { conversationId: id })
    // What was heard while it was looked up is newer than the answer.
    if (conversations.get(id) === before) conversations.apply(wire)
    factsChanged('reading')
  }

  const lookUp = makeLookUp(readBack)
  /** It is about the agent, not about a call. */
  const isMine = ({ target, verb }: Command) => target === me.id && verb !== 'dial'

  /** What was said of the same order before is no news once it is done. */
  async function tell(command: Command) {
    const { verb, target, name, state } = command
    const about = `${verb} ${target}`
    const known = await later()
      .then(({ fetchWork }) => fetchWork())
      .catch(() => undefined)
    if (state.step === 'confirmed') return notices.unsay(about)
    const trouble = known ? known.troubleOf(command) : t`${name}: not done, as far as can be seen.`
    if (trouble) notices.say(trouble, about, 'failure' in state ? state.failure : undefined)
  }

  function factsChanged(by: Source) {
    // A late answer of a desk that was left must not ring on the sign-in page.
    if (sync.isClosed()) return
    ledger.check(by)
    lasting?.seek()
    if (conversations.alerting().length > 0) sync.open()
  }

  function hearConversation(wire: WireConversation, fresh: boolean) {
    const { id } = wire
    if (!id) return
    // Which of the two is true is not guessed.
    if (conversations.isOld(wire, fresh)) return lookUp(id)
    const before = conversations.get(id)
    conversations.apply(wire)
    const after = conversations.get(id)
    // When it goes on after a hold, and when it was not known before, its beginning is old news.
    const isNew = after?.phase === 'alerting' && sync.freshness() === 'fresh'
    const begins = after && (before ? after.since > before.since : isNew)
    if (fresh && begins) time.heard(after.since)
    // Held or muted, and not by an order from here: it may be older news as well.
    const ordered = pending().some(({ target }) => target === id)
    if (before && after && !ordered && isTurned(before, after)) lookUp(id)
    // Without the agent's own part no button would do anything.
    else if (after && !after.mine) lookUp(id)
  }

  function apply({ topic, body }: Heard, fresh: boolean) {
    if (typeof body !== 'object' || body === null) return
    switch (topic) {
      case 'conversations':
        return hearConversation(body as WireConversation, fresh)
      case 'presence':
        return presence.apply(body as UserPresence)
      case 'routingStatus':
        return presence.applyRouting(body as RoutingStatusEvent)
      case 'outofoffice':
        return presence.applyAway(body)
      case 'station':
        return keepers.of(topic)?.hear?.(body)
      default:
        return topic satisfies never
    }
  }

  async function read(): Promise<Facts> {
    const [listed, putPresence, complete] = await Promise.all([
      ask('listConversations', {}),
      presence.read(),
      readLasting(),
    ])
    const { entities } = listed
    // No list is not an empty list: nothing may go on its word.
    if (!Array.isArray(entities)) throw new TypeError('no list of conversations')
    return {
      complete,
      put() {
        conversations.replace(entities)
        putPresence()
      },
    }
  }

  let lasting: ReturnType<typeof Later.openLasting> | undefined
  /** What does not change during a shift. Calls are to be seen without it; false when it is to be tried again. */
  async function readLasting(): Promise<boolean> {
    if (parts.locked()) return false
    try {
      const { openLasting } = await later()
      const { say } = notices
      const { isClosed } = sync
      lasting ??= openLasting({
        ...{ me, ask, clock, isClosed, say },
        presence,
        queues,
        conversations,
      })
      return await lasting.read()
    } catch {
      return false
    }
  }

  return {
    me,
    notices,
    conversations,
    queues,
    presence,
    means,
    whyNot: parts.whyNot,
    locked: parts.locked,
    watch: parts.watch,
    allowed: parts.allowed,
    callerIds: parts.callerIds,
    /** Somebody is in the middle of something. */
    busy: () =>
      sync.freshness() !== 'fresh' || conversations.ids().length > 0 || pending().length > 0,
    /** All conversations there are; undefined before they were read. */
    known: () => (sync.freshness() === 'fresh' ? conversations.ids() : undefined),
    sync,
    /** How far this machine's clock is ahead of Genesys Cloud's, in milliseconds. */
    ahead: time.ahead,
    /** The last commands, the oldest first. */
    commands,
    /** What becomes of the calls is told by whoever follows them, once that code is here. */
    followed,
    follow,
    /** From now on the orders of these verbs are proved there. */
    keep: keepers.keep,
    /** The last calls that have left, the latest first. */
    ended: () => followed()?.ended() ?? [],
    /** The verbs under way for one conversation or user. */
    pending: (target: string) =>
      pending()
        .filter((command) => command.target === target)
        .map(({ verb }) => verb),
    /** An event of the notification socket. */
    hear(topic: UserTopic, body: unknown) {
      heardAt = clock.now()
      sync.hear({ topic, body })
    },
  }
}
