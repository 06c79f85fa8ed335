import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import type { Desk } from '~/app/desk'
import { watchJoined } from '~/app/joined'
import type { WatchTopics } from '~/protocol/protocol'
import type { MyQueues } from '~/queues/mine'
import { settled } from '../settled'
import { createStage } from './stage'

/** The room of the queues, open. */
function open() {
  const { desk, pass, lock } = createStage()
  let reads = 0
  let again = 0
  let over = () => {}
  let told: (news: Parameters<NonNullable<Parameters<WatchTopics>[1]['onProgress']>>[0]) => void =
    () => {}
  const watch: WatchTopics = (_topics, { onProgress }) => {
    told = (news) => onProgress?.(news)
    return new Promise((resolve) => {
      over = () => resolve(undefined)
    })
  }
  const mine = { readJoined: async () => void reads++ } as Partial<MyQueues> as MyQueues
  const close = createRoot((end) => {
    watchJoined({ ...desk, watch } as Desk, mine, () => again++)
    return end
  })
  return {
    ...{ pass, lock, close },
    reads: () => reads,
    again: () => again,
    watching: (...without: string[]) => told({ step: 'watching', without }),
    tell: (activeQueueIds: string[]) => told({ step: 'told', topic: '', body: { activeQueueIds } }),
    async end() {
      over()
      await settled()
    },
  }
}

test('queues that are joined elsewhere are read when it is told, and not for each thing that is', async () => {
  const { watching, tell, pass, reads } = open()
  watching()
  tell(['q1'])
  tell(['q1'])
  tell(['q1', 'q2'])
  await pass(600_000)
  expect(reads()).toBe(3)
})

test('they are read each minute for as long as nothing is told', async () => {
  const { watching, end, pass, reads, again } = open()
  await pass(180_000)
  expect(reads()).toBe(3)
  watching()
  await end()
  const before = reads()
  await pass(600_000)
  expect(reads() - before).toBe(10)
  expect(again()).toBe(0)
  watching()
  expect(again()).toBe(1)
})

test('they are read each minute where it may not be told', async () => {
  const { watching, pass, reads } = open()
  watching('v2.users.ana.activity')
  await pass(180_000)
  expect(reads()).toBe(4)
})

test('nothing is read for a desk that is locked, nor for a room that was left', async () => {
  const { watching, pass, reads, lock, close } = open()
  lock(true)
  await pass(180_000)
  watching()
  expect(reads()).toBe(0)
  lock(false)
  close()
  await pass(180_000)
  expect(reads()).toBe(0)
})
