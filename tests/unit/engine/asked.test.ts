/** What a page asks, follows and gives up, by the protocol. */
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { systemClock } from '~/clock'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { createStage, type Page, type Stage } from './stage'

let stage: Stage
let page: Page

beforeAll(async () => {
  stage = await createStage({ clock: systemClock })
})
afterAll(() => stage.stop())
beforeEach(async () => {
  await control(stage.emulator, 'POST', '/reset', {})
  page = await stage.page()
  await stage.signIn(page)
})

const fault = (body: object) => control(stage.emulator, 'POST', '/faults', body)
const queues = { kind: 'ask', operation: 'listMyQueues', params: { pageNumber: '3' } } as const
const failed = (id: number) => () =>
  page.messages.find((message) => message.kind === 'failed' && message.id === id)
const asked = async () => (await stage.requests('getRoutingQueuesMe')).length

test('a command that is followed tells its page how far it is, and no other page', async () => {
  const other = await stage.page()
  const { id } = (await page.send({ kind: 'ask', operation: 'getMe', params: {} })) as {
    id: string
  }
  const ordered = {
    ...{ kind: 'ask', operation: 'setPresence', params: { userId: id }, follow: true },
    ...{ id: 9_001, body: { presenceDefinition: { id: 'nonsense' } } },
  }
  page.post(ordered)
  await eventually(failed(9_001)).toBeDefined()
  const told = page.messages.flatMap((one) => (one.kind === 'progress' ? [one] : []))
  expect(told).toEqual([
    { kind: 'progress', id: 9_001, progress: { step: 'queued' } },
    { kind: 'progress', id: 9_001, progress: { step: 'sent', attempt: 1 } },
  ])
  expect(other.messages.filter(({ kind }) => kind === 'progress')).toEqual([])
})

test('a read that its page gives up is cut off, and does not go out again', async () => {
  await fault({ path: '/api/v2/routing/**', kind: 'timeout', times: 9 })
  page.post({ ...queues, id: 9_001 })
  await eventually(asked).toBe(1)
  page.post({ kind: 'cancel', ask: 9_001, id: 9_002 })
  await eventually(failed(9_001)).toMatchObject({ failure: { kind: 'expired' } })
  expect(await asked()).toBe(1)
})

test('one page cannot give up what another waits for', async () => {
  const other = await stage.page()
  await fault({ path: '/api/v2/routing/**', kind: 'delay', ms: 200 })
  page.post({ ...queues, id: 9_001 })
  const theirs = other.send(queues)
  other.post({ kind: 'cancel', ask: 9_001, id: 9_002 })
  page.post({ kind: 'cancel', ask: 9_001, id: 9_003 })
  await eventually(failed(9_001)).toBeDefined()
  expect(await theirs).toMatchObject({ pageNumber: 3 })
})

test('a page that is gone takes its reads with it, and not what was pressed there', async () => {
  await fault({ path: '/api/v2/routing/**', kind: 'timeout', times: 9 })
  await fault({ method: 'POST', path: '/api/v2/notifications/**', kind: 'delay', ms: 200 })
  const { id } = (await page.send({ kind: 'ask', operation: 'getMe', params: {} })) as {
    id: string
  }
  page.post({ ...queues, id: 9_001 })
  await fault({ method: 'PATCH', kind: 'delay', ms: 200 })
  const order = { kind: 'ask', operation: 'setPresence', params: { userId: id } }
  page.post({ ...order, body: { presenceDefinition: { id: 'nonsense' } }, id: 9_002 })
  await eventually(asked).toBe(1)
  page.post({ kind: 'bye', id: 9_003 })
  await eventually(failed(9_001)).toMatchObject({ failure: { kind: 'expired' } })
  await eventually(failed(9_002)).toMatchObject({ failure: { kind: 'refused', status: 400 } })
})
