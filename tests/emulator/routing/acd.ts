import type { Conversations } from '../conversation/conversations'
import { isRinging, waitingIn } from '../conversation/facts'
import type { Organisation } from '../org/organisation'
import type { Agents } from '../presence/agents'
import { agentFacts } from './facts'
import { chooseAgent, inOrder } from './offering'

interface Options {
  readonly org: Organisation
  readonly agents: Agents
  readonly conversations: Conversations
}

/** Offers what waits in the queues to whoever is free. `run` after anything has changed. */
export function createAcd({ org, agents, conversations }: Options): { run(): void } {
  let running = false

  /** Idle, and no call rings there. */
  function freeAgents(): Set<string> {
    const isFree = (userId: string) =>
      !conversations.ofUser(userId).some((conversation) => isRinging(userId, conversation))
    return new Set([...agents.idle()].filter(isFree))
  }

  function hasAll(userId: string, skills: readonly string[]): boolean {
    const own = org.userById.get(userId)?.skills ?? []
    return skills.every((wanted) => own.some(({ id }) => id === wanted))
  }

  /** The queues with calls that somebody of `free` could take. */
  function queuesFor(free: ReadonlySet<string>): string[] {
    const found = new Set<string>()
    for (const userId of free) {
      for (const { id, members } of org.queuesOf(userId)) {
        if (conversations.isWaitingIn(id) && members.get(userId)) found.add(id)
      }
    }
    return [...found]
  }

  /** Who has all that is asked for: the queues' `skillEvaluationMethod` is `ALL`. */
  function agentFor(
    queueId: string,
    skills: readonly string[],
    free: ReadonlySet<string>,
  ): string | undefined {
    const queue = org.queueById.get(queueId)
    const candidates = [...(queue?.members ?? [])].flatMap(([userId, joined]) => {
      const standing = agents.of(userId)
      const able = joined && free.has(userId) && hasAll(userId, skills)
      return able && standing ? [{ userId, since: standing.since }] : []
    })
    return chooseAgent(candidates)?.userId
  }

  /** Offers one call; whether there was one to offer. */
  function offerNext(): boolean {
    const free = freeAgents()
    const waiting = conversations.waitingIn(...queuesFor(free)).flatMap((conversation) => {
      const wait = waitingIn(conversation)
      const { id, priority, skills = [] } = conversation
      return wait ? [{ ...wait, id, priority, skills }] : []
    })
    for (const { id, queue, skills } of inOrder(waiting)) {
      const userId = agentFor(queue.id, skills, free)
      const agent = org.userById.get(userId ?? '')
      if (!agent) continue
      conversations.apply(id, { type: 'offer', agent: agentFacts(agent), queue })
      return true
    }
    return false
  }

  return {
    run() {
      // An offer is itself a change: one loop serves them all.
      if (running) return
      running = true
      try {
        while (offerNext());
      } finally {
        running = false
      }
    },
  }
}
