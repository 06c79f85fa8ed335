import { autoAnswers, stationOf } from '../org/phones'
import { stationKinds } from '../org/stations'
import { BadAsk, type ControlAsk, type ControlRoute, optionalText, userOfPath } from './ask'

const kinds = [...stationKinds, 'none'] as const

/** Puts another phone on an agent's desk, sets it up, and brings its persistent connection up or down. */
function phone(ask: ControlAsk) {
  const { id: userId } = userOfPath(ask)
  const { phones } = ask.world()
  const { connected, persistent } = ask.body
  const taker = optionalText(ask, 'autoAnswer')
  const autoAnswer = autoAnswers.find((known) => known === taker)
  if (taker !== undefined && autoAnswer === undefined) {
    throw new BadAsk(`autoAnswer must be one of ${autoAnswers.join(', ')}`, 'autoAnswer')
  }
  if (persistent !== undefined && typeof persistent !== 'boolean') {
    throw new BadAsk('persistent must be true or false', 'persistent')
  }
  const wanted = optionalText(ask, 'kind')
  const kind = kinds.find((known) => known === wanted)
  if (wanted !== undefined && kind === undefined) {
    throw new BadAsk(`kind must be one of ${kinds.join(', ')}`, 'kind')
  }
  if (connected !== undefined && typeof connected !== 'boolean') {
    throw new BadAsk('connected must be true or false', 'connected')
  }
  if (kind && !phones.give(userId, kind)) throw new BadAsk(`No ${kind} phone is free`, 'kind', 409)
  if (autoAnswer) phones.setAutoAnswer(userId, autoAnswer)
  const station = stationOf({ phones }, userId)
  if (station && persistent !== undefined) phones.setPersistent(station.id, persistent)
  if (station && connected !== undefined) phones.connect(station.id, connected)
  if (!station) return { status: 200, body: { kind: 'none', connected: false } }
  const { id, kind: now } = station
  return { status: 200, body: { id, kind: now, connected: phones.isConnected(id) } }
}

/** Joins or leaves a queue for an agent, as somebody else's doing, or makes them a member of as many as told. */
function queues(ask: ControlAsk) {
  const { id: userId } = userOfPath(ask)
  const { org, membership } = ask.world()
  const { joined, members } = ask.body
  const queueId = optionalText(ask, 'queueId')
  if (members !== undefined) {
    if (typeof members !== 'number') throw new BadAsk('members must be a number', 'members')
    for (const { id } of org.queues.slice(0, members)) membership.add(userId, id)
  }
  if (queueId !== undefined && typeof joined === 'boolean') {
    if (!org.queueById.get(queueId)?.members.has(userId))
      throw new BadAsk('Not a member of that queue', 'queueId', 404)
    membership.join(userId, queueId, joined)
  }
  return { status: 200, body: { queues: org.queuesOf(userId).length } }
}

export const phoneRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/users/{userId}/queues', answer: queues },
  { method: 'POST', path: '/users/{userId}/phone', answer: phone },
]
