/** How far a request has come, what is told of it, and what becomes of it when nobody waits any more. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Progress } from '~/protocol/protocol'
import { type Emulator, startEmulator } from '../../contract/emulator'
import type { Entry } from '../../emulator/journal'
import { control, signIn } from '../emulator/visitor'
import { eventually } from '../eventually'
import { type Caller, createCaller } from './caller'

let emulator: Emulator
let caller: Caller
let progress: Progress[]

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.stop())
beforeEach(async () => {
  await control(emulator, 'POST', '/reset', {})
  const { token } = await signIn(emulator)
  await control(emulator, 'DELETE', '/requests')
  caller = createCaller(emulator.api, token)
  progress = []
})

const fault = (body: object) => control(emulator, 'POST', '/faults', body)
const requests = async (): Promise<Entry[]> => (await control(emulator, 'GET', '/requests')).body
const onProgress = (one: Progress) => void progress.push(one)
const given = { kind: 'expired', outcome: 'refused' }

describe('a command that is followed', () => {
  test('is queued, sent and accepted, with the id that Genesys Cloud noted', async () => {
    await caller.ending(caller.http.call('createChannel', {}, undefined, { onProgress }))
    const [noted] = await requests()
    expect(progress).toEqual([
      { step: 'queued' },
      { step: 'sent', attempt: 1 },
      { step: 'accepted', correlationId: noted?.correlationId },
    ])
  })

  test('says which attempt it is', async () => {
    await fault({ kind: 'status', status: 429, retryAfter: 2 })
    await caller.ending(caller.http.call('createChannel', {}, undefined, { onProgress }))
    expect(progress.filter(({ step }) => step === 'sent')).toEqual([
      { step: 'sent', attempt: 1 },
      { step: 'sent', attempt: 2 },
    ])
  })

  test('is never accepted when nobody answered', async () => {
    await fault({ kind: 'reset', phase: 'after' })
    await caller.ending(caller.http.call('createChannel', {}, undefined, { onProgress }))
    expect(progress.map(({ step }) => step)).toEqual(['queued', 'sent'])
  })
})

describe('what is told of a request that went out', () => {
  test('its operation, lane, times and id', async () => {
    const began = caller.clock.now()
    await caller.ending(caller.http.call('getMe', {}))
    const [noted] = await requests()
    expect(caller.noted).toEqual([
      {
        ...{ operation: 'getMe', lane: 'screen', attempt: 1, at: began, waited: 0 },
        took: expect.any(Number),
        correlationId: noted?.correlationId,
      },
    ])
  })

  test('each attempt, and with which it was given up', async () => {
    await fault({ kind: 'status', status: 503, times: 9 })
    await caller.ending(caller.http.call('getMe', {}))
    expect(caller.noted.map(({ attempt, gaveUp }) => [attempt, gaveUp])).toEqual([
      [1, false],
      [2, false],
      [3, true],
    ])
    expect(caller.noted.at(-1)?.failure).toMatchObject({ kind: 'unreachable', status: 503 })
  })
})

describe('a read that nobody waits for yet', () => {
  test('is tried for five minutes and more, and succeeds in the end', async () => {
    await fault({ kind: 'status', status: 500, times: 4 })
    const began = caller.clock.now()
    const end = await caller.ending(
      caller.http.call('getMe', {}, undefined, { lane: 'background' }),
    )
    expect(end).toMatchObject({ value: { name: 'Ana Ruiz' } })
    expect(caller.noted.map(({ lane }) => lane)).toEqual(Array(5).fill('background'))
    expect(caller.clock.now() - began).toBe(339_000)
  })

  test('is given up after the fifth attempt', async () => {
    await fault({ kind: 'status', status: 500, times: 99 })
    await caller.ending(caller.http.call('getMe', {}, undefined, { lane: 'background' }))
    expect(caller.noted.at(-1)).toMatchObject({ attempt: 5, gaveUp: true })
  })

  test('cannot be a command', async () => {
    await caller.ending(caller.http.call('createChannel', {}, undefined, { lane: 'background' }))
    expect(caller.noted).toMatchObject([{ lane: 'action' }])
  })
})

describe('when nobody waits any more', () => {
  test('a read that is on its way is cut off', async () => {
    await fault({ kind: 'timeout' })
    const abort = new AbortController()
    const call = caller.http.call('getMe', {}, undefined, { signal: abort.signal })
    await eventually(caller.sent).toBe(1)
    abort.abort()
    expect(await caller.ending(call)).toMatchObject(given)
    expect(caller.clock.waiting).toBe(0)
  })

  test('a read between two attempts makes no third', async () => {
    await fault({ kind: 'status', status: 503, times: 9 })
    const abort = new AbortController()
    const call = caller.http.call('getMe', {}, undefined, { signal: abort.signal })
    await eventually(() => caller.noted.length).toBe(1)
    abort.abort()
    expect(await caller.ending(call)).toMatchObject(given)
    caller.clock.advance(60_000)
    expect(caller.sent()).toBe(1)
    expect(caller.clock.waiting).toBe(0)
  })

  test('a command that has gone out goes on', async () => {
    await fault({ kind: 'delay', ms: 100 })
    const abort = new AbortController()
    const call = caller.http.call('createChannel', {}, undefined, { signal: abort.signal })
    await eventually(caller.sent).toBe(1)
    abort.abort()
    expect(await caller.ending(call)).toMatchObject({ value: { id: expect.any(String) } })
  })

  test('a command that has not gone out does not', async () => {
    await fault({ kind: 'status', status: 429, retryAfter: 3 })
    const abort = new AbortController()
    const call = caller.http.call('createChannel', {}, undefined, { signal: abort.signal })
    await eventually(() => caller.noted.length).toBe(1)
    abort.abort()
    expect(await caller.ending(call)).toMatchObject(given)
    caller.clock.advance(60_000)
    expect(caller.sent()).toBe(1)
  })
})

describe('the same read, asked twice at the same time', () => {
  test('goes out once', async () => {
    const both = Promise.all([caller.http.call('getMe', {}), caller.http.call('getMe', {})])
    await both
    expect(caller.sent()).toBe(1)
  })

  test.each([
    ['something was ordered', () => caller.http.call('createChannel', {})],
    ['something was heard', async () => caller.http.heard()],
  ])('goes out again when %s meanwhile', async (_what, happen) => {
    await fault({ method: 'GET', kind: 'delay', ms: 200 })
    const before = caller.http.call('getMe', {})
    await eventually(caller.sent).toBe(1)
    await happen()
    await Promise.all([before, caller.http.call('getMe', {})])
    expect((await requests()).filter(({ path }) => path.endsWith('/me'))).toHaveLength(2)
  })
})

describe('an outage of the host', () => {
  test('costs one request at a time; commands go out all the same', async () => {
    await fault({ method: 'GET', kind: 'reset', times: 999 })
    for (const operation of ['getMe', 'listMyQueues', 'listConversations'] as const)
      void caller.http.call(operation, {}).catch(() => {})
    await eventually(() => caller.noted.length).toBe(3)
    const before = caller.sent()
    const more = Array.from({ length: 20 }, (_, page) =>
      caller.http.call('listMyQueues', { pageNumber: `${page + 1}` }).catch(() => {}),
    )
    await caller.ending(Promise.all(more))
    // 30 seconds long: after 3 s, 9 s and 15 s.
    expect(caller.sent() - before).toBeLessThanOrEqual(4)
    expect(await caller.ending(caller.http.call('createChannel', {}))).toHaveProperty('value')
  })
})
