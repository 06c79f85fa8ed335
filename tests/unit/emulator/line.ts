import type { Conversation, Participant, QueueFacts } from '../../emulator/conversation/call'
import { isRefused } from '../../emulator/conversation/change'
import { type Command, step, steps } from '../../emulator/conversation/machine'
import { startQueueCall } from '../../emulator/conversation/start'

/** Calls in the situations that tests start from. */

export const billing: QueueFacts = {
  id: 'billing',
  name: 'Billing',
  number: '+13175552200',
  alertingTimeoutMs: 20_000,
  wrapupPrompt: 'mandatory',
}
export const repairs: QueueFacts = {
  ...billing,
  id: 'repairs',
  name: 'Repairs',
  number: '+13175552201',
}
export const ana = { id: 'ana', name: 'Ana', number: '+13175551100' }
export const ben = { id: 'ben', name: 'Ben', number: '+13175551101' }
export const chloe = { id: 'chloe', name: 'Chloé', number: '+13175551102' }
export const from = { name: 'Customer', number: '+14635550100' }

let count = 0
export const moment = (at: number) => ({ at, makeId: () => `id-${++count}` })

export function become(
  conversation: Conversation,
  at: number,
  ...commands: Command[]
): Conversation {
  const outcome = steps(conversation, commands, moment(at))
  if (isRefused(outcome)) throw new Error(outcome.refused)
  return outcome.conversation
}

export function refusal(conversation: Conversation, command: Command): string | undefined {
  const outcome = step(conversation, command, moment(9000))
  return isRefused(outcome) ? outcome.refused : undefined
}

export function of({ participants }: Conversation, who: string): Participant {
  const found = participants.findLast(({ purpose, userId }) => purpose === who || userId === who)
  if (!found) throw new Error(`No ${who}`)
  return found
}

export const waiting = () => startQueueCall({ from }, billing, moment(1000))
export const ringing = () => become(waiting(), 2000, { type: 'offer', agent: ana, queue: billing })
export const as = (conversation: Conversation, who: string) => ({
  participantId: of(conversation, who).id,
})
export function talking(queue = billing): Conversation {
  const call = become(waiting(), 2000, { type: 'offer', agent: ana, queue })
  return become(call, 3000, { type: 'answer', ...as(call, 'ana') })
}

/** A call in short: user or purpose → the state of the leg, what is heard there, and how it ended. */
export function seen({ participants }: Conversation): Record<string, string> {
  return Object.fromEntries(
    participants.map(({ userId, purpose, call }) => {
      const { state, held, confined, disconnectType } = call
      const words = [state, held && 'held', confined && 'confined', disconnectType]
      return [userId ?? purpose, words.filter(Boolean).join(' ')]
    }),
  )
}
