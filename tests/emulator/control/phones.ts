import { stationOf } from '../org/phones'
import { stationKinds } from '../org/stations'
import { BadAsk, type ControlAsk, type ControlRoute, optionalText, userOfPath } from './ask'

const kinds = [...stationKinds, 'none'] as const

/** Puts another phone on an agent's desk, and brings its persistent connection up or down. */
function phone(ask: ControlAsk) {
  const { id: userId } = userOfPath(ask)
  const { phones } = ask.world()
  const { connected } = ask.body
  const wanted = optionalText(ask, 'kind')
  const kind = kinds.find((known) => known === wanted)
  if (wanted !== undefined && kind === undefined) {
    throw new BadAsk(`kind must be one of ${kinds.join(', ')}`, 'kind')
  }
  if (connected !== undefined && typeof connected !== 'boolean') {
    throw new BadAsk('connected must be true or false', 'connected')
  }
  if (kind && !phones.give(userId, kind)) throw new BadAsk(`No ${kind} phone is free`, 'kind', 409)
  const station = stationOf({ phones }, userId)
  if (station && connected !== undefined) phones.connect(station.id, connected)
  if (!station) return { status: 200, body: { kind: 'none', connected: false } }
  const { id, kind: now } = station
  return { status: 200, body: { id, kind: now, connected: phones.isConnected(id) } }
}

export const phoneRoutes: readonly ControlRoute[] = [
  { method: 'POST', path: '/users/{userId}/phone', answer: phone },
]
