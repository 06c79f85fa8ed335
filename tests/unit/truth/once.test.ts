/** What no fact can prove, or what is like another order that is tried in full: it happens once at most. */
import { describe, expect, test } from 'vitest'
import { troubles } from './faults'
import { named } from './matrix'
import { onceOrders } from './onceorders'
import { expectNothingPending, openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()
const cuts = troubles.filter(({ name }) =>
  /^(a connection that ends|half an answer) (before|after)/.test(name),
)

describe.each(named(onceOrders))('%s', (_name, order) => {
  test('happens once, with nothing in its way', async () => {
    const scene = await open()
    const id = await order.prepare(scene)
    await scene.control('DELETE', '/requests')
    order.send(scene, id)
    // A transfer can be taken back for a while.
    await scene.pass(6_000)
    const writes = (await scene.writes()).filter(order.isIt)
    expect(writes.map(({ effect }) => effect)).toEqual([true])
    expect(scene.said).toEqual([])
    expectNothingPending(scene, id)
    await expectTruth(scene)
  })

  test.each(named(cuts))('met with %s happens once at most', async (_cut, { fault }) => {
    const scene = await open()
    const id = await order.prepare(scene)
    await scene.control('DELETE', '/requests')
    await scene.fault({ method: order.method, path: order.path, ...fault })
    order.send(scene, id)
    await scene.pass(40_000)
    const writes = (await scene.writes()).filter(order.isIt)
    expect(writes).toHaveLength(1)
    expectNothingPending(scene, id)
    await expectTruth(scene)
  })
})
