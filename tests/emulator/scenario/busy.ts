import { type Conversation, owesWrapup, type Participant } from '../conversation/call'
import { isEngaged } from '../conversation/facts'
import type { Command } from '../conversation/machine'
import { startQueueCall } from '../conversation/start'
import { systemDefinition } from '../presence/definitions'
import { queueFacts } from '../routing/facts'
import type { World } from '../world'
import type { ScenarioStage } from './calm'
import { makeCustomer } from './customers'

const tickMs = 20
/** At speed 1. Each makes some two and a half events for those who listen. */
const changesPerSecond = 220
/** After a standstill no more than this is made up for. */
const behindMaxMs = 1000

/** Who is on queue; where nobody is, everybody free but the first: the answer's second half undoes it. */
function bringCrew({ org, agents }: World): readonly [crew: readonly string[], leave: () => void] {
  const isOnQueue = (id: string) => agents.of(id)?.definition.systemPresence === 'OnQueue'
  const crew = org.users.filter(({ id }) => isOnQueue(id)).map(({ id }) => id)
  if (crew.length > 0) return [crew, () => {}]
  const onQueue = systemDefinition(org.definitions, 'On Queue')
  const free = org.users.filter(
    ({ id, definition }, index) =>
      index > 0 && definition.systemPresence === 'Available' && org.queuesOf(id).length > 0,
  )
  for (const { id } of free) if (onQueue) agents.setPresence(id, onQueue)
  const leave = () => {
    for (const { id, definition } of free) agents.setPresence(id, definition)
  }
  return [free.map(({ id }) => id), leave]
}

/**
 * A busy day, for load: at an even pace one agent after the other does something at their phone, signed in
 * or not, and whoever has no call is called.
 */
export function playBusy({ world, clock, random, speed }: ScenarioStage): () => void {
  const { org, conversations } = world
  const [crew, leave] = bringCrew(world)
  let turn = 0
  let doneUntil = clock.now()

  function call(userId: string): void {
    const own = org.queuesOf(userId).filter(({ members }) => members.get(userId))
    const queue = own[Math.floor(random.next() * own.length)]
    if (!queue) return
    const { attributes, ...from } = makeCustomer(random)
    const moment = { at: clock.now(), makeId: random.uuid }
    conversations.start(startQueueCall({ from, attributes }, queueFacts(queue), moment))
  }

  function next(participant: Participant): Command {
    const { id: participantId, call, queue } = participant
    if (call.state === 'alerting') return { type: 'answer', participantId }
    const code = org.queueById.get(queue?.id ?? '')?.codes[0]
    if (owesWrapup(participant) && code) {
      return { type: 'wrapup', participantId, wrapup: { code: code.id, name: code.name } }
    }
    const chance = random.next()
    if (chance < 0.6) return { type: 'hold', participantId, held: !call.held }
    if (chance < 0.85) return { type: 'mute', participantId, muted: !call.muted }
    return chance < 0.95 ? { type: 'hangUp', participantId } : { type: 'callerHangsUp' }
  }

  function act(userId: string): void {
    const [conversation]: readonly Conversation[] = conversations.ofUser(userId)
    const own = conversation?.participants.findLast(
      (one) => one.userId === userId && isEngaged(one),
    )
    if (conversation && own) conversations.apply(conversation.id, next(own))
    else call(userId)
  }

  function tick(): void {
    const now = clock.now()
    const pauseMs = 1000 / (changesPerSecond * speed)
    doneUntil = Math.max(doneUntil, now - behindMaxMs)
    for (; doneUntil + pauseMs <= now && crew.length > 0; doneUntil += pauseMs) {
      act(crew[turn] ?? '')
      turn = (turn + 1) % crew.length
    }
    clock.after(tickMs, tick)
  }

  clock.after(tickMs, tick)
  return leave
}
