/** Conversations that differ in their caller alone, made of one that Genesys Cloud told. */
import type { Json } from '../unit/emulator/visitor'

/** What a name ends with: when it was sent, in milliseconds since the epoch. */
export const stamp = /@(\d{13})$/

export const idOf = (at: number) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`

export function wireOf(wire: Json, at: number, name: string): Json {
  const participants = wire.participants.map((one: Json) => (one.userId ? one : { ...one, name }))
  return { ...wire, id: idOf(at), participants }
}

/** The text of a frame with holes where the name goes: what is stamped late is not made late. */
export function frameOf(wire: Json, userId: string, at: number): (name: string) => string {
  const hole = 'the name goes here'
  const text = JSON.stringify({
    topicName: `v2.users.${userId}.conversations`,
    version: '2',
    eventBody: wireOf(wire, at, hole),
    metadata: { CorrelationId: idOf(at) },
  })
  const parts = text.split(hole)
  return (name) => parts.join(name)
}
