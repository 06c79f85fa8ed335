import { describe, expect, test } from 'vitest'
import { facts, isSlow, readFaults, recovery } from './faults'
import { named } from './matrix'
import { connected, notes, one } from './orders'
import { expectNothingPending, openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()

describe.each(Object.entries(facts))('a desk that reads again, and its %s', (_name, path) => {
  test.each(named(readFaults))('meet %s', async (_fault, { fault }) => {
    const scene = await open()
    const id = await connected(scene)
    scene.wrapup.write(id, notes)
    await scene.fault({ path, ...fault, times: 3 })
    await scene.control('POST', '/sockets/drop', {})
    // In the gap.
    await scene.control('POST', `/conversations/${id}/hangup`)
    const presence = `/users/${scene.desk.me.id}/presence`
    await scene.control('POST', presence, { systemPresence: 'Busy' })
    await scene.pass(recovery)
    await scene.over()
    await scene.pass(recovery)
    await expectTruth(scene)
    expect(one(scene, id).phase).toBe('wrapup')
    expect(scene.wrapup.draft(id).notes).toBe(notes)
    expect(scene.desk.sync.freshness()).toBe('fresh')
  })
})

test.each(named(readFaults))('the codes of a wrap-up meet %s', async (_fault, { fault }) => {
  const scene = await open()
  const id = await connected(scene)
  await scene.control('POST', `/conversations/${id}/hangup`)
  await scene.pass(20)
  const { wrapup } = scene
  const path = '/api/v2/conversations/*/participants/*/wrapupcodes'
  await scene.fault({ path, ...fault, times: 100 })
  void wrapup.load(one(scene, id))
  wrapup.write(id, notes)
  await scene.pass(40_000)
  expect(wrapup.codes(one(scene, id).mine).state).toBe(isSlow(fault) ? 'ready' : 'failed')
  await scene.over()
  await scene.pass(60_000)
  void wrapup.load(one(scene, id))
  await scene.pass(100)
  expect(wrapup.codes(one(scene, id).mine)).toMatchObject({ state: 'ready' })
  expect(wrapup.draft(id).notes).toBe(notes)
  await expectTruth(scene)
})

describe.each([
  ['queues', '/api/v2/routing/queues/divisionviews', 'Repairs'],
  ['people', '/api/v2/users/search', 'Ben'],
])('a search for %s', (what, path, text) => {
  test.each(named(readFaults))('meets %s', async (_fault, { fault }) => {
    const scene = await open()
    const id = await connected(scene)
    await scene.fault({ path, ...fault, times: 100 })
    const { transfers } = scene
    transfers.finder(id)?.type(text)
    await scene.pass(40_000)
    const trouble = new RegExp(`^${what} could not be searched`, 'i')
    expect(transfers.finder(id)?.now()).toMatchObject({
      query: text,
      found: {
        state: 'found',
        trouble: isSlow(fault) ? undefined : expect.stringMatching(trouble),
      },
    })
    await scene.over()
    await scene.pass(60_000)
    transfers.finder(id)?.type(text)
    await scene.pass(1_000)
    expect(transfers.finder(id)?.now()).toMatchObject({
      query: text,
      found: { trouble: undefined },
    })
    await expectTruth(scene)
  })
})

test.each(named(readFaults))(
  'an order that got no answer, looked up and met with %s, is said and over',
  async (_fault, { fault }) => {
    const scene = await open()
    const id = await connected(scene)
    await scene.fault({ method: 'PATCH', kind: 'status', status: 503, phase: 'after' })
    for (const path of ['/api/v2/conversations', '/api/v2/conversations/*'])
      await scene.fault({ path, ...fault, times: 100 })
    // Nothing is heard of it either.
    await scene.control('POST', '/sockets/mute', {})
    scene.calls.change('hold', one(scene, id))
    await scene.pass(35_000)
    expectNothingPending(scene, id)
    const unseen = [expect.stringMatching(/^Hold: whether it happened could not be read/)]
    expect(scene.said).toEqual(isSlow(fault) ? [] : unseen)
    await scene.over()
    await scene.pass(recovery)
    await expectTruth(scene)
    expect(one(scene, id).phase).toBe('held')
  },
)
