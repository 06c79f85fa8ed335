import { describe, expect, test } from 'vitest'
import { facts, isSlow, readFaults, recovery } from './faults'
import { named } from './matrix'
import type { Before, Fault } from './scene'
import { openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()

const once = {
  statuses: '/api/v2/presence/definitions',
  queues: '/api/v2/routing/queues/me',
}
const whoPath = '/api/v2/users/me'
const channel = {
  channel: '/api/v2/notifications/channels',
  subscriptions: '/api/v2/notifications/channels/*/subscriptions',
}

/** A customer waits in the queue of an agent who is on queue. */
async function ringing(scene: Before) {
  const { users } = await scene.control('GET', '/state')
  await scene.control('POST', `/users/${users[0].id}/presence`, { systemPresence: 'On Queue' })
  return scene.customerCalls()
}

/** A fault of one path meets a desk that opens; who the agent is was said before that. */
function met(path: string, fault: Fault) {
  const spoil = (scene: Before) => scene.fault({ path, ...fault })
  const isAsked = path === whoPath
  return open(
    async (before) => {
      if (!isAsked) await spoil(before)
      await ringing(before)
    },
    async (known) => {
      if (isAsked) await spoil(known)
    },
  )
}

describe.each(Object.entries({ ...facts, ...once, ...channel }))(
  'a desk that opens, and its %s',
  (name, path) => {
    test.each(named(readFaults))('meet %s once', async (_fault, { fault, refused }) => {
      const scene = await met(path, fault)
      await scene.pass(14_000)
      expect(await scene.control('GET', '/faults')).toMatchObject([{ count: 1 }])
      if (fault.retryAfter !== 60) {
        expect(scene.desk.sync.opened()).toBe(true)
        await expectTruth(scene)
      }
      await scene.pass(recovery)
      await expectTruth(scene)
      expect(scene.desk.sync.freshness()).toBe('fresh')
      expect(scene.connection().state).toBe('live')
      expect(scene.said).toHaveLength(refused && name in once ? 1 : 0)
    })
  },
)

describe.each(Object.entries(facts))('a desk that opens, and its %s', (_name, path) => {
  test.each(named(readFaults))('meet %s for a minute', async (_fault, { fault }) => {
    const scene = await met(path, { ...fault, times: 100 })
    await scene.pass(60_000)
    expect(scene.desk.sync.freshness()).toBe(isSlow(fault) ? 'fresh' : 'failed')
    await scene.over()
    await scene.pass(recovery)
    await expectTruth(scene)
    expect(scene.desk.sync.freshness()).toBe('fresh')
  })
})

test.each(named(readFaults))('who the agent is meets %s', async (_fault, { fault, refused }) => {
  const path = whoPath
  const twice = await open((before) => before.fault({ path, ...fault, times: 100 }))
  // While nothing may be sent, trying again does not help.
  const waits = fault.retryAfter ?? 0
  expect(twice.shut.length).toBe(isSlow(fault) ? 0 : waits > 30 ? 2 : 1)
  await twice.pass(recovery)
  await expectTruth(twice)
  if (refused) return
  const first = await open((before) => before.fault({ path, ...fault }))
  expect(first.shut).toHaveLength(waits > 30 ? 2 : 0)
})
