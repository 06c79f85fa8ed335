import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Emulator, startEmulator } from '../../contract/emulator'
import type { Entry } from '../../emulator/journal'
import { control, signIn } from '../emulator/visitor'
import { eventually } from '../eventually'
import { settled } from '../settled'
import { type Caller, createCaller } from './caller'

let emulator: Emulator
let userId: string
let token: string
let caller: Caller

beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.stop())
beforeEach(async () => {
  await control(emulator, 'POST', '/reset', {})
  ;({ userId, token } = await signIn(emulator))
  await control(emulator, 'DELETE', '/requests')
  caller = createCaller(emulator.api, token)
})

const fault = (body: object) => control(emulator, 'POST', '/faults', body)
async function requests(): Promise<Entry[]> {
  return (await control(emulator, 'GET', '/requests')).body
}
const read = () => caller.ending(caller.http.call('getMe', {}))
const write = () => caller.ending(caller.http.call('createChannel', {}))

describe('what Genesys Cloud answers', () => {
  test('comes back as it was sent', async () => {
    expect(await read()).toMatchObject({ value: { id: userId, name: 'Ana Ruiz' } })
  })

  test.each([
    [400, 'bad.request'],
    [403, 'not.authorized'],
    [404, 'not.found'],
    [409, 'request.conflict'],
    [413, 'request.entity.too.large'],
    [422, 'some.other.code'],
  ])(
    '%i is a refusal, with its code and the id for the support, and not repeated',
    async (status, code) => {
      await fault({ kind: 'status', status, code, times: 9 })
      expect(await write()).toMatchObject({
        kind: 'refused',
        outcome: 'refused',
        operation: 'createChannel',
        status,
        code,
        message: expect.any(String),
        correlationId: expect.stringMatching(/^[\w-]{36}$/),
      })
      const [only, ...others] = await requests()
      expect(others).toEqual([])
      expect(only?.effect).toBe(false)
    },
  )

  test('the id for the support is the one Genesys Cloud noted', async () => {
    await fault({ kind: 'status', status: 409 })
    const end = await write()
    const [noted] = await requests()
    expect(end).toMatchObject({ correlationId: noted?.correlationId })
  })

  test.each([500, 502, 503, 504])(
    '%i leaves open whether a command happened: it is not repeated',
    async (status) => {
      await fault({ kind: 'status', status, times: 9 })
      expect(await write()).toMatchObject({
        kind: 'unreachable',
        outcome: 'unknown',
        cause: 'server',
        status,
      })
      expect(caller.sent()).toBe(1)
    },
  )

  test.each([500, 502, 503])('%i on a read is tried three times in all', async (status) => {
    await fault({ kind: 'status', status, times: 9 })
    expect(await read()).toMatchObject({ kind: 'unreachable', cause: 'server', status })
    expect(caller.sent()).toBe(3)
  })

  test('a read that fails twice succeeds in the end, unseen', async () => {
    await fault({ kind: 'status', status: 503, times: 2 })
    expect(await read()).toMatchObject({ value: { id: userId } })
    expect(caller.sent()).toBe(3)
  })

  test('a command told to slow down is sent once more when it was told to', async () => {
    const pressed = caller.clock.now()
    await fault({ kind: 'status', status: 429, retryAfter: 5 })
    expect(await write()).not.toHaveProperty('kind')
    expect(caller.clock.now() - pressed).toBeGreaterThanOrEqual(5_000)
    expect((await requests()).map(({ effect }) => effect)).toEqual([false, true])
  })

  test.each([20, 600])(
    'a command told to wait %i s is given up, with the time it was told',
    async (retryAfter) => {
      await fault({ kind: 'status', status: 429, retryAfter, times: 9 })
      expect(await write()).toMatchObject({ kind: 'rate-limited', outcome: 'refused', retryAfter })
      expect(caller.sent()).toBe(1)
    },
  )

  test('a command told to slow down is not sent after the machine slept: it is too late', async () => {
    await fault({ kind: 'status', status: 429, retryAfter: 3 })
    const call = caller.http.call('createChannel', {})
    await eventually(() => caller.clock.waiting).toBe(1)
    await eventually(async () => (await requests()).length).toBe(1)
    await eventually(() => caller.clock.waiting).toBe(1)
    await settled()
    caller.sleep(3_600_000)
    expect(await caller.ending(call)).toMatchObject({ kind: 'expired', outcome: 'refused' })
    expect(caller.sent()).toBe(1)
  })

  test('a press that follows a 429 waits as long as that said, or is told at once that it would be too long', async () => {
    const pressed = caller.clock.now()
    await fault({ kind: 'status', status: 429, retryAfter: 20 })
    expect(await write()).toMatchObject({ kind: 'rate-limited' })
    const again = caller.clock.now()
    expect(await write()).toMatchObject({
      kind: 'rate-limited',
      retryAfter: 20,
      outcome: 'refused',
    })
    expect(caller.clock.now()).toBe(again)
    expect(caller.sent()).toBe(1)
    // So early it is the limit of this one operation: nothing else waits for it.
    expect(await read()).toMatchObject({ value: { id: userId } })
    expect(caller.clock.now()).toBe(pressed)
    expect(caller.sent()).toBe(2)
  })

  test('everything waits once a second operation is told to', async () => {
    const pressed = caller.clock.now()
    await fault({ kind: 'status', status: 429, retryAfter: 20, times: 2 })
    expect(await write()).toMatchObject({ kind: 'rate-limited' })
    expect(await read()).toMatchObject({ value: { id: userId } })
    expect(caller.clock.now() - pressed).toBeGreaterThanOrEqual(20_000)
    expect(caller.sent()).toBe(3)
  })

  test('429 without a time means a whole minute', async () => {
    await fault({ kind: 'status', status: 429, times: 9 })
    expect(await write()).toMatchObject({ kind: 'rate-limited', retryAfter: 60 })
  })

  test('401 ends the sign-in of the token that was used, and is not repeated', async () => {
    await control(emulator, 'POST', '/tokens/revoke', {})
    expect(await write()).toMatchObject({ kind: 'signed-out', outcome: 'refused' })
    expect(caller.unauthorized).toEqual([token])
    expect(caller.sent()).toBe(1)
  })

  test('403 does not end the sign-in', async () => {
    await fault({ kind: 'status', status: 403 })
    await write()
    expect(caller.unauthorized).toEqual([])
  })
})

describe('what is not sent at all', () => {
  test('anything without a token', async () => {
    caller.setToken(undefined)
    expect(await read()).toMatchObject({ kind: 'signed-out', outcome: 'refused' })
    expect(caller.sent()).toBe(0)
  })

  test('a body beyond the limit of the platform, in bytes', async () => {
    // Two bytes a letter: 600 kB, though only 300,000 letters.
    const notes = 'é'.repeat(300_000)
    const params = { conversationId: 'a', participantId: 'b', communicationId: 'c' }
    const end = await caller.ending(caller.http.call('submitWrapup', params, { notes }))
    expect(end).toMatchObject({ kind: 'refused', status: 413 })
    expect(caller.sent()).toBe(0)
  })

  test('a command of the agent before, with the token of the agent who logged in meanwhile', async () => {
    const other = await signIn(emulator, 'Ben Okafor')
    await fault({ kind: 'status', status: 429, retryAfter: 5 })
    const call = caller.http.call('createChannel', {})
    await eventually(async () => (await requests()).at(-1)?.status).toBe(429)
    caller.setToken(other.token)
    expect(await caller.ending(call)).toMatchObject({ kind: 'signed-out', outcome: 'refused' })
    const sent = await requests()
    expect(
      sent.filter(({ path, userId }) => path.endsWith('/channels') && userId === other.userId),
    ).toEqual([])
  })
})
