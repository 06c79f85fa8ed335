import { expect, test } from 'vitest'
import { connected, notes, one } from './orders'
import { openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()

test('a socket that looks open and is dead is noticed by its silence, and what was missed is read', async () => {
  const scene = await open()
  const id = await connected(scene)
  scene.transfers.close(id)
  scene.wrapup.write(id, notes)
  await scene.control('POST', '/sockets/mute', {})
  await scene.control('POST', `/conversations/${id}/hangup`)
  // 10 s without a word, and 5 s for the answer to a ping.
  await scene.pass(14_000)
  expect(scene.connection().state).toBe('live')
  expect(one(scene, id).phase).toBe('connected')
  await scene.pass(2_500)
  expect(scene.connection()).toMatchObject({ state: 'live', epoch: 2 })
  expect(one(scene, id).phase).toBe('wrapup')
  expect(scene.wrapup.draft(id).notes).toBe(notes)
  await expectTruth(scene)
})

test('a socket that is dead is noticed by an order of which it tells nothing, and the next call rings', async () => {
  const scene = await open()
  const id = await connected(scene)
  scene.transfers.close(id)
  await scene.control('POST', '/sockets/mute', {})
  scene.calls.change('hold', one(scene, id))
  await scene.pass(4_500)
  expect(one(scene, id).phase).toBe('held')
  expect(scene.connection()).toMatchObject({ state: 'live', epoch: 2 })
  await scene.control('POST', `/conversations/${id}/hangup`)
  await scene.pass(20)
  expect(one(scene, id).phase).toBe('wrapup')
  await expectTruth(scene)
})

test('a quiet hour is no silence: what it answers keeps the socket, and nothing is read meanwhile', async () => {
  const scene = await open()
  await connected(scene)
  await scene.control('DELETE', '/requests')
  await scene.pass(3_600_000)
  expect(scene.connection()).toMatchObject({ state: 'live', epoch: 1 })
  expect(await scene.control('GET', '/requests')).toEqual([])
  await expectTruth(scene)
})

test('a socket that is cut again and again comes back each time, ever more slowly, to the truth', async () => {
  const scene = await open()
  const id = await connected(scene)
  for (let cut = 0; cut < 6; cut++) {
    await scene.control('POST', '/sockets/drop', {})
    await scene.quiet()
    expect(scene.connection().state).toBe('waiting')
    // In the gap.
    const { mine } = one(scene, id)
    const path = `/conversations/calls/${id}/participants/${mine?.participantId}`
    await scene.write('PATCH', path, { muted: cut % 2 === 0 })
    await scene.pass(500 * 2 ** cut)
    expect(scene.connection()).toMatchObject({ state: 'live', epoch: cut + 2 })
    await expectTruth(scene)
  }
})
