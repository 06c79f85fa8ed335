import { describe, expect, test } from 'vitest'
import { type OperationName, operations } from '~/genesys/operations'
import { pathPattern } from '../../emulator/wildcards'
import type { Trouble } from './faults'
import { troubles } from './faults'
import { meet, named } from './matrix'
import { onceOrders } from './onceorders'
import { type Order, orders } from './orders'
import { expectNothingPending, openings } from './stage'
import { expectTruth } from './truth'

const { open } = openings()

const writes = (Object.keys(operations) as OperationName[]).filter(
  (name) => operations[name].access === 'write',
)
/** Those of the engine: `tests/unit/engine/writes.test.ts` cuts them; what comes of it, below. */
const ofEngine = writes.filter((name) => 'realm' in operations[name])

/** A path of this operation: no id has a slash. */
const example = (name: OperationName) => operations[name].path.replaceAll(/\{\w+\}/g, 'x')
const isBy = (name: OperationName) => (order: Pick<Order, 'method' | 'path'>) =>
  order.method === operations[name].method && pathPattern(order.path)(example(name))

const when = [
  ['before the effect', /^a connection that ends before/],
  ['while its answer comes', /^half an answer (before|after)/],
  ['after the effect', /^a connection that ends after/],
] as const
const cuts = when.flatMap(([at, pattern]) =>
  troubles.filter(({ name }) => pattern.test(name)).map((trouble) => [at, trouble] as const),
)

describe('a connection that is cut', () => {
  test('before, during and after the effect of a command', () => {
    expect(cuts).toHaveLength(4)
  })

  test.each(writes.filter((name) => !ofEngine.includes(name)))(
    '%s is ordered by something that is tried here',
    (name) => {
      expect([...orders, ...onceOrders].filter(isBy(name))).not.toEqual([])
    },
  )

  describe.each(named(orders))('of %s', (_name, order) => {
    test.each(cuts)(
      '%s: it happens at most once, and the desk knows',
      async (_at, trouble: Trouble) => {
        await meet(await open(), order, trouble)
      },
    )

    test('while it is on its way: it does not happen, and is not sent again', async () => {
      const scene = await open()
      const id = await order.prepare(scene)
      await scene.control('DELETE', '/requests')
      scene.cutNextWrite()
      order.send(scene, id)
      await scene.pass(17_000)
      expect(scene.halves()).toBe(1)
      const seen = await scene.writes()
      expect(seen.filter(({ effect }) => effect)).toEqual([])
      expect(seen.length).toBeLessThanOrEqual(1)
      expect(order.done(scene, id)).toBe(false)
      expect(scene.said).toEqual([expect.stringMatching(/did not happen, as far as can be seen/)])
      order.keeps?.(scene, id, false)
      expectNothingPending(scene, id)
      await expectTruth(scene)
    })
  })
})

describe('a command of the engine itself that is cut', () => {
  const paths: Readonly<Record<string, { method: string; path: string }>> = {
    createChannel: { method: 'POST', path: '/api/v2/notifications/channels' },
    setSubscriptions: { method: 'PUT', path: '/api/v2/notifications/channels/*/subscriptions' },
    // Whether it is told again is tried in tests/unit/engine/watching.test.ts.
    watchTopics: { method: 'PUT', path: '/api/v2/notifications/channels/*/subscriptions' },
    revokeToken: { method: 'DELETE', path: '/api/v2/tokens/me' },
  }

  test('every one is tried here', () => {
    expect(Object.keys(paths).sort()).toEqual([...ofEngine].sort())
  })

  const lost = ['createChannel', 'setSubscriptions'].flatMap((name) =>
    (['before', 'after'] as const).flatMap((phase) =>
      ['reset', 'truncate'].map((kind) => [name, kind, phase] as const),
    ),
  )
  test.each(lost)('%s, by %s %s the effect: the desk hears again', async (name, kind, phase) => {
    const scene = await open(({ fault }) => fault({ kind, phase, times: 1, ...paths[name] }))
    await scene.pass(60_000)
    const faults = await scene.control('GET', '/faults')
    expect(faults.at(-1)).toMatchObject({ count: 1 })
    expect(scene.connection().state).toBe('live')
    await scene.control('POST', `/users/${scene.desk.me.id}/presence`, { systemPresence: 'Away' })
    await scene.pass(20)
    expect(scene.desk.presence.current()?.system).toBe('away')
    await expectTruth(scene)
  })

  test.each(['reset', 'truncate'])(
    'revokeToken, by %s: once, and the desk is left',
    async (kind) => {
      const scene = await open()
      await scene.control('DELETE', '/requests')
      await scene.fault({ ...paths.revokeToken, kind, phase: 'after', times: 1 })
      const left = scene.line.signOut()
      await scene.pass(10_000)
      await left
      const all = await scene.control('GET', '/requests')
      const seen = all.filter(
        ({ operation }: { operation: string }) => operation === 'deleteTokensMe',
      )
      expect(seen).toMatchObject([{ effect: true, resent: false }])
    },
  )
})
