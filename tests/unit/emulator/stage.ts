import type { Conversation, Participant } from '../../emulator/conversation/call'
import type { Command } from '../../emulator/conversation/machine'
import { startQueueCall } from '../../emulator/conversation/start'
import type { Agent, OrganisationName, Queue } from '../../emulator/org/organisation'
import { systemDefinition } from '../../emulator/presence/definitions'
import { queueFacts } from '../../emulator/routing/facts'
import { createWorld } from '../../emulator/world'
import { createManualClock } from '../../manual-clock'

/** A world without a network, and a hand on its clock. */
export function createStage(organisation: OrganisationName = 'default') {
  const clock = createManualClock()
  const world = createWorld({
    clock,
    seed: 1,
    organisation,
    redirectUris: ['http://localhost:5173/callback.html'],
    login: 'http://localhost:1',
    sockets: 'ws://localhost:2',
  })

  function user(name: string): Agent {
    const found = world.org.users.find((one) => one.name.startsWith(name))
    if (!found) throw new Error(`No user ${name}`)
    return found
  }
  function queue(name: string): Queue {
    const found = world.org.queues.find((one) => one.name.startsWith(name))
    if (!found) throw new Error(`No queue ${name}`)
    return found
  }
  function conversation(id: string): Conversation {
    const found = world.conversations.get(id)
    if (!found) throw new Error(`No conversation ${id}`)
    return found
  }
  /** The user's latest participant. */
  function participant(id: string, name: string): Participant {
    const { id: userId } = user(name)
    const found = conversation(id).participants.findLast((one) => one.userId === userId)
    if (!found) throw new Error(`${name} takes no part`)
    return found
  }

  return {
    clock,
    world,
    user,
    queue,
    conversation,
    participant,
    status: (name: string) => world.agents.of(user(name).id)?.status,
    setPresence(name: string, presence: string): void {
      const definition = systemDefinition(world.org.definitions, presence)
      if (definition) world.agents.setPresence(user(name).id, definition)
    },
    /** A customer calls; answers the conversation's id. */
    call(queueName: string, priority = 0, skills: readonly string[] = []): string {
      const from = { name: 'Derya Kowalczyk', number: '+14635550101' }
      const moment = { at: clock.now(), makeId: world.makeId }
      const caller = { from, priority, skills }
      const call = startQueueCall(caller, queueFacts(queue(queueName)), moment)
      world.conversations.start(call)
      return call.id
    },
    /** The user does something in a call. */
    act(id: string, name: string, command: { type: 'answer' | 'hangUp' } | Partial<Command>) {
      const participantId = participant(id, name).id
      return world.conversations.apply(id, { ...command, participantId } as Command)
    },
  }
}
