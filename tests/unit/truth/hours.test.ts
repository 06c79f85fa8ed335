import { writeFileSync } from 'node:fs'
import { afterAll, expect, test, vi } from 'vitest'
import { type Asked, countHour, poll, work } from '../../bench/requests/hour'
import { openings } from './stage'
import { expectTruth } from './truth'

/** As a cautious organization grants them, counted in the strictest way. */
const perMinute = 60
const { open } = openings(perMinute)
const scarce = { token: perMinute, window: { kind: 'rolling', seconds: 60 } }

// An hour is thousands of messages.
vi.setConfig({ testTimeout: 60_000 })

const figures: Record<string, Asked> = {}
// Where `npm run bench -- requests` reads them.
afterAll(() => {
  const file = process.env.MINIDESK_FIGURES
  if (file) writeFileSync(file, JSON.stringify(figures))
})

test('an agent for whom nothing happens in an hour costs two requests at most', async () => {
  const scene = await open()
  await scene.control('POST', '/limits', scarce)
  const asked = await countHour(scene, scene.desk.me.id)
  figures.idle = asked
  expect(asked.requests).toBeLessThanOrEqual(2)
  expect(scene.connection().state).toBe('live')
  await expectTruth(scene)
})

test('an hour of thirty calls costs three hundred requests at most, and none too many', async () => {
  const scene = await open()
  await scene.control('POST', '/limits', scarce)
  const asked = await countHour(scene, scene.desk.me.id, () => work(scene))
  figures.busy = asked
  // Each call is answered, held, resumed and wrapped up.
  expect(asked.byOperation.patchConversationsCallParticipant).toBeGreaterThanOrEqual(90)
  expect(asked.requests).toBeLessThanOrEqual(300)
  expect(asked.tooMany).toBe(0)
  expect(scene.said).toEqual([])
  await expectTruth(scene)
})

test('a page that asks every few seconds costs nine hundred and sixty', async () => {
  const asked = await poll()
  figures.poller = asked
  expect(asked.requests).toBe(960)
})
