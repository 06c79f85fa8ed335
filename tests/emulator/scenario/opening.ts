import { startDirectCall, startQueueCall } from '../conversation/start'
import { largeNumbers, othersQueues } from '../org/large'
import type { Agent, Queue } from '../org/organisation'
import { people } from '../org/people'
import { systemDefinition } from '../presence/definitions'
import type { Random } from '../random'
import { agentFacts, queueFacts } from '../routing/facts'
import type { World } from '../world'
import { makeCustomer } from './customers'

/** Callers have waited up to five minutes. */
const longestWaitMs = 300_000
const { working, talking, waiting, direct } = largeNumbers

/** The large organisation when it begins: who works is on queue, and all its calls are under way. */
export function openLarge({ org, agents, conversations, clock, makeId }: World, random: Random) {
  const crew = org.users.slice(people.length, people.length + working)
  const others = org.users.slice(people.length + working)
  const onQueue = systemDefinition(org.definitions, 'On Queue')
  for (const { id } of crew) if (onQueue) agents.setPresence(id, onQueue)

  function callQueue(queue: Queue, at: number): string {
    const { attributes, ...from } = makeCustomer(random)
    const call = startQueueCall({ from, attributes }, queueFacts(queue), { at, makeId })
    conversations.start(call)
    return call.id
  }
  function answer(id: string, { id: userId }: Agent): void {
    const ringing = conversations.get(id)?.participants.find((one) => one.userId === userId)
    if (ringing) conversations.apply(id, { type: 'answer', participantId: ringing.id })
  }

  // Whoever has been idle longest gets it: those before are in a call already.
  for (const agent of crew.slice(0, talking)) {
    const [queue] = org.queuesOf(agent.id)
    if (queue) answer(callQueue(queue, clock.now()), agent)
  }
  for (let index = 0; index < waiting; index += 1) {
    const queue = org.queues[othersQueues + Math.floor(random.next() * othersQueues)]
    if (queue) callQueue(queue, clock.now() - Math.floor(random.between(0, longestWaitMs)))
  }
  const apart = Math.floor(others.length / direct)
  for (let index = 0; index < direct; index += 1) {
    const agent = others[index * apart]
    if (!agent) continue
    const { attributes: _, ...from } = makeCustomer(random)
    const call = startDirectCall({ from }, agentFacts(agent), { at: clock.now(), makeId })
    conversations.start(call)
    answer(call.id, agent)
  }
}
