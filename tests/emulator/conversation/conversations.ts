import type { Clock } from '~/clock'
import type { Conversation } from './call'
import { isRefused, type RefusalCode } from './change'
import { due, isEngaged, waitingIn } from './facts'
import { type Command, steps } from './machine'
import { createShelves } from './shelves'

/** So many of those that are over are kept for reading. */
const endedMax = 500

export interface Conversations {
  start(conversation: Conversation): void
  /** Applies commands as one; answers the code they are refused with. */
  apply(id: string, ...commands: Command[]): RefusalCode | undefined
  get(id: string): Conversation | undefined
  all(): readonly Conversation[]
  /** Those that are not over: somebody talks, waits, or owes a wrap-up. */
  live(): readonly Conversation[]
  /** Those that wait in one of the queues, nobody ringing for them, in the order in which they began. */
  waitingIn(...queueIds: string[]): readonly Conversation[]
  /** Whether any does. */
  isWaitingIn(queueId: string): boolean
  /** Those the user is in, or still owes a wrap-up for. */
  ofUser(userId: string): readonly Conversation[]
}

interface Options {
  readonly clock: Clock
  readonly makeId: () => string
  readonly changed: (before: Conversation | undefined, after: Conversation) => void
}

/** The calls of an organisation: they change by commands, and by their own time-outs. */
export function createConversations({ clock, makeId, changed }: Options): Conversations {
  const conversations = new Map<string, Conversation>()
  const live = new Map<string, Conversation>()
  const ended = new Set<string>()
  const numbers = new Map<string, number>()
  const byUser = createShelves()
  const byQueue = createShelves()
  const alarms = new Map<string, () => void>()
  let count = 0

  function put(after: Conversation): void {
    const before = conversations.get(after.id)
    if (before === after) return
    conversations.set(after.id, after)
    place(after)
    setAlarm(after)
    changed(before, after)
  }

  function place(conversation: Conversation): void {
    const { id, endTime, participants } = conversation
    const number = numbers.get(id) ?? count++
    numbers.set(id, number)
    const engaged = participants.filter(isEngaged)
    const users = engaged.flatMap(({ userId }) => (userId ? [userId] : []))
    byUser.place({ conversation, number }, users)
    const queueId = waitingIn(conversation)?.queue.id
    byQueue.place({ conversation, number }, queueId === undefined ? [] : [queueId])
    if (endTime === undefined || engaged.length > 0) live.set(id, conversation)
    else end(id)
  }

  function end(id: string): void {
    live.delete(id)
    ended.add(id)
    const [oldest] = ended
    if (ended.size <= endedMax || oldest === undefined) return
    ended.delete(oldest)
    conversations.delete(oldest)
    numbers.delete(oldest)
  }

  function setAlarm(conversation: Conversation): void {
    alarms.get(conversation.id)?.()
    alarms.delete(conversation.id)
    const next = due(conversation).sort((a, b) => a.at - b.at)[0]
    if (!next) return
    const ring = () => apply(conversation.id, next.command)
    alarms.set(conversation.id, clock.after(next.at - clock.now(), ring))
  }

  function apply(id: string, ...commands: Command[]): RefusalCode | undefined {
    const conversation = conversations.get(id)
    if (!conversation) return 'conversation.error.not.conversation.participant'
    const outcome = steps(conversation, commands, { at: clock.now(), makeId })
    if (isRefused(outcome)) return outcome.refused
    put(outcome.conversation)
    return undefined
  }

  return {
    start: put,
    apply,
    get: (id) => conversations.get(id),
    all: () => [...conversations.values()],
    live: () => [...live.values()],
    isWaitingIn: (queueId) => byQueue.has(queueId),
    waitingIn: (...queueIds) => byQueue.of(...queueIds),
    ofUser: (userId) => byUser.of(userId),
  }
}
