import type { Clock } from '~/clock'
import type { Conversation } from './call'
import { isRefused, type RefusalCode } from './change'
import { due, isEngaged } from './facts'
import { type Command, steps } from './machine'

/** Calls that are over are kept for reading, up to this many conversations in all. */
const kept = 500

export interface Conversations {
  start(conversation: Conversation): void
  /** Applies commands as one; answers the code they are refused with. */
  apply(id: string, ...commands: Command[]): RefusalCode | undefined
  get(id: string): Conversation | undefined
  all(): readonly Conversation[]
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
  const alarms = new Map<string, () => void>()

  function put(after: Conversation): void {
    const before = conversations.get(after.id)
    if (before === after) return
    conversations.set(after.id, after)
    if (conversations.size > kept) forgetOldest()
    setAlarm(after)
    changed(before, after)
  }

  function forgetOldest(): void {
    for (const { id, endTime, participants } of conversations.values()) {
      if (endTime === undefined || participants.some(isEngaged)) continue
      conversations.delete(id)
      return
    }
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
    ofUser: (userId) =>
      [...conversations.values()].filter(({ participants }) =>
        participants.some((participant) => participant.userId === userId && isEngaged(participant)),
      ),
  }
}
