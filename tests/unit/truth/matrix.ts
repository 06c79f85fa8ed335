/** One order met with one trouble: afterwards the desk shows what is, and has said what is true. */
import { describe, expect, test } from 'vitest'
import { type Trouble, troubles, unproven } from './faults'
import type { Order } from './orders'
import type { Scene } from './scene'
import { expectNothingPending, openings } from './stage'
import { expectTruth } from './truth'

/** Long enough for every deadline, and shorter than a call rings. Milliseconds. */
const soon = 17_000

export const named = <T extends { readonly name: string }>(all: readonly T[]) =>
  all.map((one) => [one.name, one] as const)

export function describeOrders(orders: readonly Order[]): void {
  const { open } = openings()
  describe.each(named(orders))('%s', (_order, order) => {
    test.each(named(troubles))('met with %s', async (_trouble, trouble) => {
      await meet(await open(), order, trouble)
    })
  })
}

interface Hearing {
  deafen?(scene: Scene): Promise<unknown>
  /** Milliseconds until the desk must have noticed that it hears nothing. */
  readonly recovery?: number
}

export async function meet(
  scene: Scene,
  order: Order,
  trouble: Trouble,
  hearing: Hearing = {},
): Promise<void> {
  const { fault, happens, sent, doubt, lies } = trouble
  const recovery = hearing.recovery ?? 0
  const id = await order.prepare(scene)
  await scene.control('DELETE', '/requests')
  await hearing.deafen?.(scene)
  await scene.fault({ method: order.method, path: order.path, ...fault })
  order.send(scene, id)
  await scene.pass(soon)
  // What comes about later than anybody looks is told by an event alone.
  if (recovery === 0) await expectTruth(scene)
  else if (doubt === 'late') await scene.pass(recovery)
  const faults = await scene.control('GET', '/faults')
  expect(faults.at(-1)).toMatchObject({ count: 1 })
  expect(order.done(scene, id)).toBe(happens)
  order.keeps?.(scene, id, happens)
  expectNothingPending(scene, id)

  const writes = await scene.writes()
  expect(writes).toHaveLength(sent)
  expect(writes.filter(({ effect }) => effect)).toHaveLength(happens ? 1 : 0)
  if (!lies || !order.believes) expectSaid(scene, order, trouble)
  await scene.pass(recovery)
  await expectTruth(scene)
}

function expectSaid({ said }: Scene, order: Order, { happens, says, doubt }: Trouble) {
  const its = says === unproven ? (order.unproven ?? says) : says
  const words = [its, happens && doubt ? order.doubt?.[doubt] : undefined]
  const expected = words.flatMap((word) => (word ? [expect.stringMatching(word)] : []))
  expect(said).toEqual(expected)
  if (says) expect(said[0]).toContain(order.called)
}
