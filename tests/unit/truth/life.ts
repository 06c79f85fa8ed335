/** The events of one call from ring to wrap-up, and of the presences around it, as they really came. */
import { expect } from 'vitest'
import type { UserTopic } from '~/genesys/topics'
import type { Json } from '../emulator/visitor'
import { one, orders, owed } from './orders'
import type { Scene } from './scene'
import { expectTruth } from './truth'

export interface Heard {
  readonly topic: UserTopic
  readonly body: Json
}

export const topics: readonly UserTopic[] = ['conversations', 'presence', 'routingStatus']

/** Lives it; answers what was heard of it, by topic. Ends with another call that owes its wrap-up. */
export async function live(
  scene: Scene,
  atEachStep: () => Promise<void> = async () => {},
): Promise<{ heard: Heard[]; gone: string; now: string }> {
  const { desk, wrapup } = scene
  const ringing = orders.find(({ name }) => name === 'answer')
  const gone = (await ringing?.prepare(scene)) ?? ''
  for (const verb of ['answer', 'hold', 'resume', 'mute', 'unmute', 'end'] as const) {
    await atEachStep()
    scene.calls.change(verb, one(scene, gone))
    await scene.pass(1_000)
  }
  await atEachStep()
  await wrapup.load(one(scene, gone))
  const codes = wrapup.codes(one(scene, gone).mine)
  if (codes.state === 'ready' && codes.codes[0]) wrapup.choose(gone, codes.codes[0])
  void wrapup.submit(one(scene, gone))
  await scene.pass(1_000)
  expect(desk.conversations.ids()).toEqual([])
  await scene.control('POST', `/users/${desk.me.id}/presence`, { systemPresence: 'Busy' })
  await scene.pass(1_000)
  const now = await owed(scene)
  await scene.pass(1_000)
  await expectTruth(scene)
  const heard = topics.flatMap((topic) => scene.heard(topic).map((body) => ({ topic, body })))
  return { heard, gone, now }
}

/** Every place in a body: what it is in, and under which key. */
export function placesOf(body: Json): (readonly (string | number)[])[] {
  if (typeof body !== 'object' || body === null) return []
  return Object.keys(body).flatMap((key) => [
    [key],
    ...placesOf(body[key]).map((place) => [key, ...place]),
  ])
}

/** A copy in which one place is changed; nothing as a value takes it away. */
export function changed(body: Json, place: readonly (string | number)[], value?: unknown): Json {
  const copy = structuredClone(body)
  const holder = place.slice(0, -1).reduce((inner, key) => inner[key], copy)
  const last = place.at(-1) ?? ''
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return copy
}
