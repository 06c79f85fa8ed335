import { describe, expect, test } from 'vitest'
import { connected, notes, one, orders, owed } from './orders'
import type { Scene } from './scene'
import { openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()

/** Accepted at once, and done only when everybody has stopped waiting for it. */
async function sendAndWait(scene: Scene, name: string) {
  const order = orders.find((one) => one.name === name)
  if (!order) throw new Error(`There is no ${name}.`)
  const id = await order.prepare(scene)
  const { method, path } = order
  await scene.fault({ method, path, kind: 'delay', ms: 15_500 })
  order.send(scene, id)
  await scene.pass(14_500)
  return id
}

describe('what comes about late', () => {
  test('a transfer: the agent is not told that the call was not transferred', async () => {
    const scene = await open()
    await sendAndWait(scene, 'transfer to a queue')
    await scene.pass(2_000)
    const perhaps = 'The call is gone. It may have been transferred after all.'
    expect(scene.said).toEqual([expect.stringMatching(/did not happen/), perhaps])
    // What was said before is taken back.
    expect(scene.desk.notices.all().map(({ text }) => text)).toEqual([perhaps])
    await expectTruth(scene)
  })

  test('a wrap-up: its notes are not said to be unsent', async () => {
    const scene = await open()
    const id = await sendAndWait(scene, 'wrap-up')
    expect(scene.wrapup.draft(id).notes).toBe(notes)
    await scene.pass(2_000)
    expect(scene.said.at(-1)).toBe(`Genesys Cloud may not have your notes: “${notes}”`)
    await expectTruth(scene)
  })
})

test('a call that ends while a transfer is prepared was not transferred', async () => {
  const scene = await open()
  const id = await connected(scene)
  await scene.control('POST', `/conversations/${id}/hangup`)
  await scene.pass(20)
  expect(scene.said).toEqual([
    'Your part in the call has ended, so nothing was transferred from here.',
  ])
})

test('after-call work that times out shows its notes once more, in the same moment', async () => {
  const scene = await open()
  const id = await owed(scene, 'Returns')
  expect(one(scene, id).phase).toBe('wrapup')
  await scene.pass(31_000)
  await expectTruth(scene)
  const over = `Ada Quill: the time for the wrap-up was up, so Genesys Cloud ended it with a code of its own. Your notes were not sent: “${notes}”`
  expect(scene.said).toEqual([over])
  // Not again when everything is read anew.
  scene.desk.sync.read()
  await scene.pass(100)
  expect(scene.said).toEqual([over])
})
