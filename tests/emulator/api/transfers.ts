import type { Destination } from '../conversation/transfer'
import { type Fields, text } from '../http/json'
import { agentFacts, queueFacts } from '../routing/facts'
import { type Answer, type Ask, fields, type Handler } from './ask'
import { Refused } from './errors'
import { command, ownParticipant } from './participants'

function toQueue({ world }: Ask, body: Fields): Destination {
  const id = text(body, 'queueId')
  const name = text(body, 'queueName')
  if (!id && !name) throw new Refused('conversations.error.transfer.destination.required')
  const { queueById, queues } = world.org
  const queue = id ? queueById.get(id) : queues.find((one) => one.name === name)
  if (!queue) throw new Refused('conversations.error.queue.not.found')
  return { queue: queueFacts(queue) }
}

function toAgent({ world }: Ask, body: Fields): Destination {
  const id = text(body, 'userId')
  const name = text(body, 'userName')
  if (!id && !name) throw new Refused('conversations.error.transfer.destination.required')
  const { userById, users } = world.org
  const user = id ? userById.get(id) : users.find(({ email }) => email === name)
  // UNSURE in the official documents: the refusal of a user who does not exist.
  if (!user) throw new Refused('postino.error.bad.request')
  return { agent: agentFacts(user) }
}

function addressIn(body: Fields): string {
  const address = (text(body, 'address') ?? '').trim().replace(/^tel:\s*/i, '')
  if (!address) throw new Refused('conversations.error.transfer.destination.required')
  return address
}

function isDialable(address: string): boolean {
  if (/^sip:[^\s@]+@[^\s@]+$/i.test(address)) return true
  const digits = address.replaceAll(/\D/g, '').length
  return /^\+?[\d\s()./-]+$/.test(address) && digits >= 2 && digits <= 20
}

function toAddress(_ask: Ask, body: Fields): Destination {
  const address = addressIn(body)
  // UNSURE in the official documents: the refusal of what is no number.
  if (!isDialable(address)) throw new Refused('postino.error.bad.request')
  return { address }
}

/** "User's name, queue's name, destination's address or phone number." */
function toNamed(ask: Ask, body: Fields): Destination {
  const { queues, users } = ask.world.org
  const wanted = addressIn(body).toLowerCase()
  const isMeant = (...names: string[]) => names.some((name) => name.toLowerCase() === wanted)
  const queue = queues.find(({ name, number }) => isMeant(name, number))
  if (queue) return { queue: queueFacts(queue) }
  const user = users.find(({ name, email, phone }) => isMeant(name, email, phone))
  return user ? { agent: agentFacts(user) } : toAddress(ask, body)
}

/** The deprecated form: whichever of user, queue and address is given. */
function toAny(ask: Ask, body: Fields): Destination {
  if (body.userId && body.queueId) throw new Refused('callback.error.user.id.queue.id')
  if (body.queueId) return toQueue(ask, body)
  return body.userId || body.userName ? toAgent(ask, body) : toAddress(ask, body)
}

function transferTo(destinationOf: (ask: Ask, body: Fields) => Destination): Handler {
  return (ask): Answer => {
    const { id: participantId } = ownParticipant(ask, 'conversation.error.participant.not.found')
    const body = fields(ask)
    const destination = destinationOf(ask, body)
    const { transferType = 'Unattended' } = body
    if (transferType !== 'Attended' && transferType !== 'Unattended') {
      throw new Refused(
        'invalid.value',
        String(transferType),
        'transferType',
        'Attended, Unattended',
      )
    }
    return command(ask, { type: 'transfer', participantId, destination, transferType })
  }
}

/** Blind transfers. The participant of the path is the agent's own: the one being replaced. */
export const transferHandlers = {
  postConversationParticipantReplace: transferTo(toAny),
  postConversationsCallParticipantReplace: transferTo(toAny),
  postConversationParticipantReplaceAgent: transferTo(toAgent),
  postConversationParticipantReplaceExternal: transferTo(toAddress),
  postConversationParticipantReplaceQueue: transferTo(toQueue),
  postConversationParticipantTransfer: transferTo(toNamed),
} satisfies Record<string, Handler>
