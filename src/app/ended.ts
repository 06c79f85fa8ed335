/**
 * Follows the calls: what becomes of those that leave, and of those who were asked for advice. Each is said
 * once, and not what the agent has just ordered here.
 */

import { type Accessor, createSignal } from 'solid-js'
import { queueNameOf } from '~/conversations/about'
import { consultNews } from '~/conversations/consultnews'
import { type Conversation, isLive } from '~/conversations/conversation'
import type { Ended } from '~/conversations/ended'
import { type Ending, endingOf } from '~/conversations/ending'
import { endedLine, endingWords, isOwn } from '~/conversations/endingwords'
import { ownPart } from '~/conversations/own'
import type { ConversationId } from '~/genesys/ids'
import type { Conversation as Wire } from '~/genesys/wire'
import { isOver, type Verb } from '~/ledger/command'
import type { Desk } from './desk'

/** So many calls that have left are known. */
const most = 30

/** What takes a call away from the agent who ordered it. */
const leaving: readonly Verb[] = ['end', 'decline', 'transfer', 'complete']
const undone: readonly string[] = ['refused', 'expired', 'failed']

export interface Followed {
  /** The last calls that have left, the latest first. */
  readonly ended: Accessor<readonly Ended[]>
  /** How a call ended of which the wrap-up is left. */
  readonly line: typeof endedLine
  /** What was known and what is known now; see the store of the conversations. */
  hear(before: Conversation, after: Conversation | undefined, told?: Wire): void
}

export function followCalls(
  desk: Pick<Desk, 'me' | 'means' | 'commands' | 'locked' | 'sync' | 'ahead'>,
): Followed {
  const { commands, locked, sync, ahead } = desk
  const { ask, clock, conversation, tell } = desk.means
  const [ended, setEnded] = createSignal<readonly Ended[]>([])

  /** By an order from here, as far as it may have been carried out. */
  const isOrdered = (id: ConversationId, { how }: Ending) =>
    commands().some(
      ({ target, verb, state }) =>
        target === id &&
        (how === 'unknown' || (leaving.includes(verb) && !undone.includes(state.step))),
    )

  /** What it does is seen before it is over. */
  const isCanceling = (id: ConversationId) =>
    commands().some(
      ({ target, verb, state }) =>
        target === id && verb === 'cancel-consult' && state.step !== 'queued' && !isOver(state),
    )

  function note(before: Conversation, ending: Ending) {
    const { id, customer, queue } = before
    const { outbound } = ownPart(before)
    const queueName = queueNameOf(before)
    const how = `${endingWords(ending)}.`
    const one: Ended = {
      ...{ id, customer, outbound, how },
      endedAt: clock.now() - ahead(),
      ...(queue ? { queue: { ...queue, ...(queueName ? { name: queueName } : {}) } } : {}),
      ...(outbound ? { reached: isReached(ending) } : {}),
    }
    setEnded((all) => [one, ...all.filter((other) => other.id !== id)].slice(0, most))
    // Its card has said it before it left.
    if (before.phase === 'wrapup') return
    const isMine = isOwn(ending) || ending.how === 'unknown'
    if (!(isMine && isOrdered(id, ending)))
      tell(ending.how === 'unreached' ? how : `${customer.name}: ${how}`, `ended ${id}`)
  }

  /** A reading just lacked it: how it ended is asked once. */
  const lookUp = (conversationId: ConversationId) =>
    ask('getConversation', { conversationId }).catch((): Wire => ({}))

  async function left(before: Conversation, told: Wire | undefined) {
    const { id } = before
    const isKnown = before.phase === 'wrapup' || locked()
    const wire = told ?? (isKnown ? before.told : await lookUp(id))
    // Meanwhile it may have come back.
    if (sync.isClosed() || conversation(id)) return
    note(before, endingOf(wire, desk.me.id, before.mine?.participantId))
  }

  return {
    ended,
    line: endedLine,
    hear(before, after, told) {
      if (before.media !== 'call') return
      if (!after) return void left(before, told)
      const news = isLive(after) ? consultNews(before, after, isCanceling(after.id)) : undefined
      if (news) tell(news, `consult ${after.id}`)
    },
  }
}

const isReached = (ending: Ending) =>
  ending.how === 'me' ? ending.reached : ending.how !== 'unreached'
