import { describe, expect, test } from 'vitest'
import { named } from './matrix'
import { orders } from './orders'
import { expectNothingPending, openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()

/*
 * Chromium sends a command once more by itself when a connection that it had used before ends without
 * an answer. What comes back is the answer to the second: often a refusal, because the first has happened.
 */
describe.each([
  ['and an event tells of it', async () => {}],
  [
    'and no event tells of it',
    (control: (...how: [string, string, object]) => unknown) =>
      control('POST', '/sockets/mute', {}),
  ],
] as const)('an order that the browser sends twice, %s', (_how, deafen) => {
  test.each(named(orders))('%s: it is not said that it did not happen', async (_name, order) => {
    const scene = await open()
    const id = await order.prepare(scene)
    await scene.control('DELETE', '/requests')
    const { method, path } = order
    await scene.fault({ method, path, kind: 'reset', phase: 'after' })
    await deafen(scene.control)
    scene.resendLost()
    order.send(scene, id)
    await scene.pass(17_000)
    expect(order.done(scene, id)).toBe(true)
    expect(await scene.writes()).toMatchObject([{ effect: true, resent: false }, { resent: true }])
    expectNothingPending(scene, id)
    expect(scene.said).toEqual([])
    await scene.pass(31_000)
    await expectTruth(scene)
  })
})

test('an answer that is refused because somebody else took the call is said', async () => {
  const scene = await open()
  const answer = orders.find(({ name }) => name === 'answer')
  const id = (await answer?.prepare(scene)) ?? ''
  await scene.control('POST', '/sockets/mute', {})
  await scene.control('POST', `/conversations/${id}/hangup`)
  answer?.send(scene, id)
  await scene.pass(1_000)
  expect(scene.said).toEqual([expect.stringMatching(/^Answer did not happen\./)])
  expect(scene.desk.conversations.get(id)).toBeUndefined()
})

test('a transfer that is refused because the customer has hung up was none', async () => {
  const scene = await open()
  const transfer = orders.find(({ name }) => name === 'transfer to a queue')
  const id = (await transfer?.prepare(scene)) ?? ''
  await scene.control('POST', '/sockets/mute', {})
  await scene.control('POST', `/conversations/${id}/hangup`)
  transfer?.send(scene, id)
  await scene.pass(1_000)
  expect(scene.said[0]).toMatch(/^The transfer to Repairs did not happen\./)
  expect(scene.desk.conversations.get(id)?.phase).toBe('wrapup')
})
