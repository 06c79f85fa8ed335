import {
  type Conversation,
  callerOf,
  isOver,
  owesWrapup,
  type Participant,
} from '../conversation/call'
import { waitingIn } from '../conversation/facts'
import type { World } from '../world'
import type { Plans } from './plans'

/** An agent nobody is signed in as: the scenario acts for them. */
function isColleague({ userId }: Participant, signedIn: ReadonlySet<string>): boolean {
  return userId !== undefined && !signedIn.has(userId)
}

function colleague(
  conversation: Conversation,
  participant: Participant,
  world: World,
  plans: Plans,
): void {
  const { id: participantId, call, queue } = participant
  const apply = world.conversations.apply
  if (call.state === 'alerting') {
    if (plans.isDue(`${participantId} answers`, [2, 5])) {
      apply(conversation.id, { type: 'answer', participantId })
    }
  } else if (call.state === 'connected') {
    if (plans.isDue(`${participantId} hangs up`, [20, 60])) {
      apply(conversation.id, { type: 'hangUp', participantId })
    }
  } else if (owesWrapup(participant) && plans.isDue(`${participantId} wraps up`, [5, 15])) {
    const code = world.org.queueById.get(queue?.id ?? '')?.codes[0]
    if (code) {
      const wrapup = { code: code.id, name: code.name }
      apply(conversation.id, { type: 'wrapup', participantId, wrapup })
    }
  }
}

/** Everybody in a call but the agents who are signed in does what they had in mind. */
export function actIn(
  conversation: Conversation,
  world: World,
  plans: Plans,
  signedIn: ReadonlySet<string>,
  isImpatient: (callerId: string) => boolean,
): void {
  const { id, participants } = conversation
  const caller = callerOf(conversation)
  if (!caller) return
  for (const participant of participants) {
    if (isColleague(participant, signedIn)) colleague(conversation, participant, world, plans)
    else if (isOver(participant.call)) continue
    else if (participant.purpose === 'external' && participant !== caller) {
      if (plans.isDue(`${participant.id} hangs up`, [20, 60])) {
        world.conversations.apply(id, { type: 'hangUp', participantId: participant.id })
      }
    } else if (participant.userId && participant.call.state === 'connected') {
      const leaves = isImpatient(caller.id) && plans.isDue(`${participant.id} is left`, [30, 90])
      if (leaves) world.conversations.apply(id, { type: 'callerHangsUp' })
    }
  }
  const now = world.conversations.get(id)
  const waits = now && waitingIn(now) ? now.participants.at(-1) : undefined
  if (waits && plans.isDue(`${caller.id} gives up`, [55, 65])) {
    world.conversations.apply(id, { type: 'callerHangsUp' })
  }
}
