/** Conversations that come, change and go, one event after the other, made of one that Genesys Cloud told. */
import type { Json } from '../../unit/emulator/visitor'
import { frameOf, wireOf } from '../wires'

/** Of each conversation, the last of which ends it. */
export const eventsEach = 20
/** Conversations that stand side by side, as many as there are beside the highest rate of events. */
const atOnce = 50

/** As it is told once everybody has gone. */
function ended(wire: Json): Json {
  const end = { state: 'disconnected', disconnectType: 'peer' }
  const participants = wire.participants.map((one: Json) => ({
    ...one,
    calls: one.calls?.map((call: Json) => ({ ...call, ...end })),
  }))
  return { ...wire, participants }
}

/** Whose event it is, and the how manieth: where a conversation has ended the next begins, and no two do it together. */
function lifeAt(at: number) {
  const [slot, turn] = [at % atOnce, Math.floor(at / atOnce)]
  const age = turn + Math.floor((slot * eventsEach) / atOnce)
  const event = age % eventsEach
  const id = Math.floor(age / eventsEach) * atOnce + slot
  return { id, name: `Caller ${id} ${event}`, isLast: event === eventsEach - 1 }
}

/** Each event by its number, as it is read. */
export function wires(wire: Json): (at: number) => Json {
  const over = ended(wire)
  return (at) => {
    const { id, name, isLast } = lifeAt(at)
    return wireOf(isLast ? over : wire, id, name)
  }
}

/** The same as it comes by the socket. */
export function texts(wire: Json, userId: string): (at: number) => string {
  const over = ended(wire)
  return (at) => {
    const { id, name, isLast } = lifeAt(at)
    return frameOf(isLast ? over : wire, userId, id)(name)
  }
}
