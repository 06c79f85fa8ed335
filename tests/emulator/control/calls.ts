import { isOver, type Participant } from '../conversation/call'
import { startDirectCall, startQueueCall } from '../conversation/start'
import { isFields, isStringMap, text } from '../http/json'
import { stationOf } from '../org/phones'
import { skills } from '../org/skills'
import { systemDefinition } from '../presence/definitions'
import { agentFacts, queueFacts } from '../routing/facts'
import {
  BadAsk,
  type ControlAsk,
  type ControlRoute,
  optionalNumber,
  optionalText,
  optionalUser,
  requiredText,
  userOfPath,
} from './ask'

function callerFrom({ body }: ControlAsk) {
  const { from, attributes = {} } = body
  if (!isFields(from)) throw new BadAsk('from must have name and number', 'from')
  const name = text(from, 'name')
  const number = text(from, 'number')
  if (!name) throw new BadAsk('from.name is required', 'from.name')
  if (!number) throw new BadAsk('from.number is required', 'from.number')
  if (!isStringMap(attributes)) throw new BadAsk('attributes must be texts', 'attributes')
  return { from: { name, number }, attributes }
}

/** By name, as people say them; only a queue asks for any. */
function skillsFor({ body }: ControlAsk, isForQueue: boolean): string[] {
  const { skills: names = [] } = body
  if (!Array.isArray(names)) throw new BadAsk('skills must be names', 'skills')
  if (names.length > 0 && !isForQueue) throw new BadAsk('Only queues ask for skills', 'skills')
  return names.map((name) => {
    const known = skills.find((one) => one.name === name)
    if (!known) throw new BadAsk(`There is no skill ${name}`, 'skills')
    return known.id
  })
}

function placeCall(ask: ControlAsk) {
  const world = ask.world()
  const queueId = optionalText(ask, 'queueId')
  const userId = optionalUser(ask)
  if ((queueId === undefined) === (userId === undefined)) {
    throw new BadAsk('Exactly one of queueId and userId is required', 'queueId')
  }
  const priority = optionalNumber(ask, 'priority') ?? 0
  const asked = skillsFor(ask, queueId !== undefined)
  const caller = { ...callerFrom(ask), priority, skills: asked }
  const moment = { at: world.clock.now(), makeId: world.makeId }
  const queue = world.org.queueById.get(queueId ?? '')
  const user = world.org.userById.get(userId ?? '')
  if (queueId !== undefined && !queue) throw new BadAsk(`There is no queue ${queueId}`, 'queueId')
  const conversation = queue
    ? startQueueCall(caller, queueFacts(queue), moment)
    : user && startDirectCall(caller, agentFacts(user), moment)
  if (!conversation) throw new BadAsk('Nobody to call', 'userId')
  world.conversations.start(conversation)
  return { status: 201, body: { conversationId: conversation.id } }
}

function hangUp({ world, params: { conversationId = '' } }: ControlAsk) {
  if (!world().conversations.get(conversationId)) {
    throw new BadAsk(`There is no conversation ${conversationId}`, undefined, 404)
  }
  // Already over is over: nothing to refuse.
  world().conversations.apply(conversationId, { type: 'callerHangsUp' })
  return { status: 202 }
}

/** A party from outside hangs up; others leave by what their agent does. */
function partyHangsUp({ world, params: { conversationId = '', participantId } }: ControlAsk) {
  const party = world()
    .conversations.get(conversationId)
    ?.participants.find(({ id }) => id === participantId)
  if (!party) throw new BadAsk(`There is no party ${participantId}`, undefined, 404)
  if (party.purpose !== 'customer' && party.purpose !== 'external') {
    throw new BadAsk('Only parties from outside hang up here', 'participantId')
  }
  world().conversations.apply(conversationId, { type: 'hangUp', participantId: party.id })
  return { status: 202 }
}

/** Another agent acts in one of their calls. */
function act(ask: ControlAsk, type: 'answer' | 'hangUp', isMeant: (one: Participant) => boolean) {
  const user = userOfPath(ask)
  const id = requiredText(ask, 'conversationId')
  const own = ask
    .world()
    .conversations.get(id)
    ?.participants.findLast((one) => one.userId === user.id && isMeant(one))
  if (!own) throw new BadAsk(`${user.name} has no such call`, 'conversationId')
  const station = stationOf(ask.world(), user.id)
  // Lifting the receiver is what brings a persistent connection up.
  if (type === 'answer' && station) ask.world().phones.connect(station.id, true)
  ask.world().conversations.apply(id, { type, participantId: own.id })
  return { status: 202 }
}

function setPresence(ask: ControlAsk) {
  const user = userOfPath(ask)
  const name = requiredText(ask, 'systemPresence')
  const definition = systemDefinition(ask.world().org.definitions, name)
  if (!definition) throw new BadAsk(`There is no system presence ${name}`, 'systemPresence')
  ask.world().agents.setPresence(user.id, definition)
  return { status: 202 }
}

export const callRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/calls', answer: placeCall },
  { method: 'POST', path: '/conversations/{conversationId}/hangup', answer: hangUp },
  {
    method: 'POST',
    path: '/conversations/{conversationId}/parties/{participantId}/hangup',
    answer: partyHangsUp,
  },
  {
    method: 'POST',
    path: '/users/{userId}/answer',
    answer: (ask) => act(ask, 'answer', ({ call }) => call.state === 'alerting'),
  },
  {
    method: 'POST',
    path: '/users/{userId}/hangup',
    answer: (ask) => act(ask, 'hangUp', ({ call }) => !isOver(call)),
  },
  { method: 'POST', path: '/users/{userId}/presence', answer: setPresence },
]
