import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type OperationName, operations } from '~/genesys/operations'
import { type Emulator, startEmulator } from '../../contract/emulator'
import { control, signIn, type Visitor } from '../emulator/visitor'
import { anyParams, type Caller, createCaller } from './caller'

let emulator: Emulator
beforeAll(async () => {
  emulator = await startEmulator()
})
afterAll(() => emulator.stop())

const names = Object.keys(operations) as OperationName[]
const writes = names.filter((name) => operations[name].access === 'write')
const phases = ['before', 'after'] as const

const cases = writes.flatMap((name) => phases.map((phase) => [name, phase] as const))

/** An agent whose every next request is cut. */
async function signInAndBreak(fault: { phase?: string }): Promise<Visitor> {
  await control(emulator, 'DELETE', '/faults')
  const visitor = await signIn(emulator)
  await control(emulator, 'DELETE', '/requests')
  await control(emulator, 'POST', '/faults', { ...fault, kind: 'reset', path: '/api/**', times: 9 })
  return visitor
}

function order(caller: Caller, name: OperationName): Promise<unknown> {
  const { path } = operations[name]
  return caller.http.call(name, anyParams(path), path.includes('{') ? {} : undefined)
}

describe('a command whose connection breaks', () => {
  test('there are commands to try', () => {
    expect(writes).toContain('updateCall')
    expect(writes).toContain('transferToQueue')
  })

  test.each(cases)(
    '%s: cut %s the effect, it is not sent again, and perhaps it happened',
    async (name, phase) => {
      const { token } = await signInAndBreak({ phase })
      const caller = createCaller(emulator.api, token)
      expect(await caller.ending(order(caller, name))).toEqual({
        kind: 'unreachable',
        outcome: 'unknown',
        cause: 'network',
        operation: name,
      })
      // Long enough for anything that would try again.
      caller.clock.advance(120_000)
      const { body: seen } = await control(emulator, 'GET', '/requests')
      expect(seen).toHaveLength(1)
      expect(seen[0]).toMatchObject({ method: operations[name].method, status: 0, resent: false })
      if (phase === 'before') expect(seen[0].effect).toBe(false)
    },
  )

  test.each(['createChannel', 'revokeToken'] as const)(
    '%s: cut after the effect, it did happen, once',
    async (name) => {
      const { token } = await signInAndBreak({ phase: 'after' })
      const caller = createCaller(emulator.api, token)
      await caller.ending(order(caller, name))
      const { body: seen } = await control(emulator, 'GET', '/requests')
      expect(seen.map(({ effect }: { effect: boolean }) => effect)).toEqual([true])
    },
  )

  test('a read is asked again instead: three times in all', async () => {
    const { token } = await signInAndBreak({})
    const caller = createCaller(emulator.api, token)
    await caller.ending(caller.http.call('getMe', {}))
    expect((await control(emulator, 'GET', '/requests')).body).toHaveLength(3)
  })
})
