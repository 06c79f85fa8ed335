import type { Placing } from '../conversation/call'
import { startOutboundCall } from '../conversation/outbound'
import { type Fields, isFields, isStringMap, text } from '../http/json'
import { contacts } from '../org/contacts'
import type { Agent, Queue } from '../org/organisation'
import { hasStation } from '../org/phones'
import { agentFacts, queueFacts } from '../routing/facts'
import { type Answer, type Ask, fields, type Handler, userFor } from './ask'
import { createConference } from './conferences'
import { isDialable } from './destinations'
import { Refused } from './errors'

type To = Placing['destination']

function numberIn(value: string): string {
  const number = value.trim().replace(/^tel:\s*/i, '')
  // UNSURE in the official documents: the refusal of what is no number.
  if (!isDialable(number)) throw new Refused('invalid.value', value, 'phoneNumber', 'phone numbers')
  return /^sip:/i.test(number) ? number : number.replaceAll(/[\s()./-]/g, '')
}

function queueNamed({ world }: Ask, id: string): Queue {
  const queue = world.org.queueById.get(id)
  if (!queue) throw new Refused('resource.not.found')
  return queue
}

/** UNSURE in the official documents: a call to oneself cannot be placed. */
function colleague({ world }: Ask, id: string, caller: Agent): To {
  const user = world.org.userById.get(id)
  if (!user) throw new Refused('resource.not.found')
  if (user === caller) throw new Refused('conversation.error.outbound.call.cannot.be.placed')
  return { agent: agentFacts(user) }
}

/** The ways a destination may be given, of which a request has exactly one. */
function destinationsIn(ask: Ask, body: Fields, caller: Agent): (() => To)[] {
  const address = text(body, 'phoneNumber') ?? text(body, 'address')
  const userId = text(body, 'callUserId') ?? text(body, 'userId')
  const queueId = text(body, 'callQueueId') ?? text(body, 'queueId')
  return [
    ...(address ? [() => ({ address: numberIn(address) })] : []),
    ...(userId ? [() => colleague(ask, userId, caller)] : []),
    ...(queueId ? [() => ({ queue: queueFacts(queueNamed(ask, queueId)) })] : []),
  ]
}

/** Several parties, or conversations that there are already. */
function isConference({ participants, conversationIds }: Fields): boolean {
  return (Array.isArray(participants) && participants.length > 1) || conversationIds !== undefined
}

function destinationIn(ask: Ask, body: Fields, caller: Agent): To {
  const { participants = [] } = body
  if (!Array.isArray(participants) || !participants.every(isFields))
    throw new Refused('bad.request')
  const given = [body, ...participants].flatMap((one) => destinationsIn(ask, one, caller))
  const [destination, ...more] = given
  if (more.length > 0) throw new Refused('too.many.create.conversation.parameters')
  if (!destination) throw new Refused('missing.create.conversation.destination.parameter')
  return destination()
}

/** The number dialled as that of a contact; to anybody else, a contact says nothing. */
function belongingTo(destination: To, id: string | undefined): To {
  if (!id) return destination
  const contact = contacts.find((one) => one.id === id)
  if (!contact) throw new Refused('conversation.error.invalid.external.contact')
  const { name } = contact
  return 'address' in destination ? { ...destination, name, contactId: id } : destination
}

/** An agent places a call: answered at once, told by events when it rings. */
function place(ask: Ask, caller: Agent): Answer {
  const { world } = ask
  const body = fields(ask)
  const { attributes = {}, priority = 0 } = body
  if (!isStringMap(attributes) || !Number.isInteger(priority)) throw new Refused('bad.request')
  if (isConference(body)) throw new Refused('conversation.error.cannot.create.conference')
  const destination = destinationIn(ask, body, caller)
  if (!hasStation(world, caller.id)) throw new Refused('conversation.error.no.user.station')
  const fromQueueId = text(body, 'callFromQueueId')
  const queue = fromQueueId === undefined ? undefined : queueNamed(ask, fromQueueId)
  const uuiData = text(body, 'uuiData')
  const conversation = startOutboundCall(
    {
      agent: agentFacts(caller),
      ...(queue && { queue: queueFacts(queue) }),
      from: {
        name: text(body, 'callerIdName') ?? (queue ?? caller).name,
        number: text(body, 'callerId') ?? queue?.number ?? caller.phone,
      },
      destination: belongingTo(destination, text(body, 'externalContactId')),
      attributes,
      priority: Number(priority),
      ...(uuiData !== undefined && { uuiData }),
    },
    { at: world.clock.now(), makeId: world.makeId },
  )
  world.conversations.start(conversation)
  const { id } = conversation
  return { status: 202, body: { id, selfUri: `/api/v2/conversations/calls/${id}` } }
}

export const outboundHandlers = {
  postConversationsCalls(ask) {
    const { conversationIds } = fields(ask)
    const several = Array.isArray(conversationIds) && conversationIds.length > 0
    return several ? createConference(ask, conversationIds) : place(ask, ask.user)
  },
  postConversationsCallsUserUserId: (ask) => place(ask, userFor(ask, 'resource.not.found')),
} satisfies Record<string, Handler>
