import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { controlRoutes } from '../../emulator/control/host'
import { garbage } from './robust-bodies'
import { control, signIn, withEmulator } from './visitor'

/** Names that some control knows: garbage is put where it is looked at. */
const names = [
  ...['queueId', 'userId', 'from', 'attributes', 'priority', 'conversationId', 'systemPresence'],
  ...['seconds', 'ms', 'text', 'method', 'path', 'operation', 'times', 'probability', 'seed'],
  ...['forMs', 'kind', 'status', 'code', 'retryAfter', 'jitterMs', 'phase', 'name', 'speed'],
  ...['token', 'userApp', 'organisation', 'operations', 'window', 'foreign', 'headers', 'skewMs'],
  ...['unattendedQueueTransfers', 'exposedHeaders'],
]

/** Values that are right somewhere. */
const sensible = fc.constantFrom<unknown>(
  ...[1, 60, 0.5, -1, 'status', 'delay', 'html', 'before', 'off', 'calm', 'none', 'Available'],
  ...[
    true,
    { name: 'Ada', number: '+493055500142' },
    { kind: 'rolling' },
    [{ path: '**', max: 1 }],
  ],
)

const fields = fc.dictionary(fc.constantFrom(...names), fc.oneof(sensible, garbage), { maxKeys: 8 })
const text = fc.oneof(
  { weight: 8, arbitrary: fields.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: garbage.map((value) => JSON.stringify(value)) },
  { weight: 1, arbitrary: fc.constantFrom('{', '[]', 'null', '\u0000', '{"a":}', ' ') },
)

/** Many requests on a busy machine. */
const timeout = 30_000

describe('whatever is asked of the control API', () => {
  const calls = controlRoutes.map(({ method, path }) => ({ method, path }))
  test.each(calls)('$method $path, the answer is a clear one', { timeout }, ({ method, path }) =>
    withEmulator(async (emulator) => {
      const { body } = await control(emulator, 'GET', '/state')
      const ids = fc.constantFrom(body.users[0].id, 'nobody', '..', '__proto__', '\u0000', '%zz')
      await fc.assert(
        fc.asyncProperty(ids, text, async (id, sent) => {
          const filled = path.replace(/\{\w+\}/, encodeURIComponent(id))
          const isRead = method === 'GET'
          const response = await fetch(`${emulator.control}${filled}`, {
            method,
            ...(!isRead && { body: sent }),
          })
          const answer = await response.text()
          expect(response.status, answer).toBeLessThan(500)
          if (!response.ok) expect(JSON.parse(answer).message).toBeTruthy()
          if (response.status === 400) expect(JSON.parse(answer).field).toBeTruthy()
        }),
        { seed: 20_261_120, numRuns: 40 },
      )
      await control(emulator, 'POST', '/reset')
      expect((await signIn(emulator)).userId).toBe(body.users[0].id)
    }),
  )

  test('a body may be large, for events of any size, but not endless', () =>
    withEmulator(async (emulator) => {
      const send = (size: number) =>
        control(emulator, 'POST', '/sockets/send', { text: 'x'.repeat(size) })
      expect(await send(2_000_000)).toMatchObject({ status: 200, body: { count: 0 } })
      expect(await send(16_000_001)).toMatchObject({ status: 413, body: { field: 'body' } })
    }))
})
