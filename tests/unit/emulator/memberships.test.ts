import { expect, test } from 'vitest'
import { misfits } from '../../contract/schemas'
import { createMemberships } from '../../emulator/notifications/memberships'
import type { Queue } from '../../emulator/org/organisation'
import { createStage } from './stage'

test('a queue tells who has joined, unjoined, come and gone, and nothing else', () => {
  const { world, user, queue } = createStage()
  const { id: ana } = user('Ana')
  const withMembers = (name: string, ...members: [string, boolean][]): Queue => ({
    ...queue(name),
    members: new Map(members),
  })
  const told: unknown[] = []
  const announce = (topics: readonly string[], makeBody: () => unknown) => {
    const body = makeBody()
    expect(misfits(body, { $ref: 'QueueUserEventTopicQueueMember' }, 'topics')).toEqual([])
    told.push([topics, body])
  }
  const event = (name: string, joined: boolean) => {
    const { id } = queue(name)
    const body = { id: ana, user: { id: ana }, queueId: id, joined }
    return [[`v2.routing.queues.${id}.users`], body]
  }
  const before = [withMembers('Billing', [ana, true]), withMembers('Repairs')]
  const memberships = createMemberships({ org: { queues: before }, channels: { announce } })

  memberships.look(ana, before.slice(0, 1))
  expect(told).toEqual([])
  memberships.look(ana, [
    withMembers('Billing', [ana, false]),
    withMembers('Repairs', [ana, false]),
  ])
  expect(told.splice(0)).toEqual([event('Billing', false), event('Repairs', false)])
  memberships.look(ana, [withMembers('Repairs', [ana, true])])
  expect(told.splice(0)).toEqual([event('Billing', false), event('Repairs', true)])
  memberships.look(ana, [withMembers('Repairs', [ana, true])])
  expect(told).toEqual([])
  world.close()
})
