import type { Clock } from '~/clock'
import { isEngaged } from '../conversation/facts'
import { startQueueCall } from '../conversation/start'
import { systemDefinition } from '../presence/definitions'
import type { Random } from '../random'
import { queueFacts } from '../routing/facts'
import type { World } from '../world'
import { makeCustomer } from './customers'
import { actIn } from './people'
import { createPlans } from './plans'

const tickMs = 250
const nextCall = 'the next call'

/** What a scenario has to play with. */
export interface ScenarioStage {
  readonly world: World
  readonly clock: Clock
  readonly random: Random
  readonly speed: number
}

/** Puts colleagues of the second queue on queue, for transfers to be answered; the answer undoes it. */
function bringColleagues({ org, agents }: World): () => void {
  const [first, second] = org.queues
  const onQueue = systemDefinition(org.definitions, 'On Queue')
  const colleagues = org.users
    .filter(({ id, definition }) => {
      const free = definition.systemPresence === 'Available' && !first?.members.has(id)
      return free && second?.members.get(id)
    })
    .slice(0, 2)
  for (const { id } of colleagues) if (onQueue) agents.setPresence(id, onQueue)
  return () => {
    for (const { id, definition } of colleagues) agents.setPresence(id, definition)
  }
}

/**
 * A calm day: customers call the first queue one at a time while somebody there is free, some hang
 * up by themselves, and colleagues take what is transferred to them.
 */
export function playCalm({ world, clock, random, speed }: ScenarioStage): () => void {
  const plans = createPlans(clock, random, speed)
  const impatient = new Map<string, boolean>()
  const sendColleaguesHome = bringColleagues(world)
  const [queue] = world.org.queues
  let wasStaffed = false

  function isImpatient(callerId: string): boolean {
    const known = impatient.get(callerId) ?? random.next() < 1 / 3
    impatient.set(callerId, known)
    return known
  }

  function statuses(): string[] {
    return [...(queue?.members ?? [])].flatMap(([userId, joined]) => {
      const standing = world.agents.of(userId)
      return joined && standing ? [standing.status] : []
    })
  }

  /** Whether anything of the first queue is going on. */
  function isBusy(): boolean {
    return world.conversations
      .live()
      .some(({ participants }) =>
        participants.some(
          (participant) => participant.queue?.id === queue?.id && isEngaged(participant),
        ),
      )
  }

  function call(): void {
    if (!queue) return
    const { attributes, ...from } = makeCustomer(random)
    const moment = { at: clock.now(), makeId: random.uuid }
    world.conversations.start(startQueueCall({ from, attributes }, queueFacts(queue), moment))
  }

  function tick(): void {
    const signedIn = new Set(world.tokens.live().flatMap(({ userId }) => userId ?? []))
    for (const conversation of world.conversations.live()) {
      actIn(conversation, world, plans, signedIn, isImpatient)
    }
    const now = statuses()
    const staffed = now.some((status) => status !== 'OFF_QUEUE')
    const free = now.includes('IDLE') && !isBusy()
    // The first call comes soon after somebody goes on queue, the others at their leisure.
    if (staffed && !wasStaffed) plans.plan(nextCall, [1, 2])
    if (free && plans.isDue(nextCall, [20, 60])) {
      call()
      plans.forget(nextCall)
    }
    wasStaffed = staffed
    clock.after(tickMs, tick)
  }

  clock.after(tickMs, tick)
  return sendColleaguesHome
}
