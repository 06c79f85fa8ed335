import { describe, expect, test } from 'vitest'
import { createEventFaults } from '../../emulator/notifications/eventfaults'
import { createManualClock } from '../../manual-clock'
import {
  control,
  type Emulator,
  type Json,
  type Listener,
  listenTo,
  signIn,
  type Visitor,
  withEmulator,
} from './visitor'

const presences = ['Busy', 'Away', 'Break', 'Meal', 'Training', 'Meeting']
const expected = presences.map((name) => name.toUpperCase())

interface Scene {
  readonly emulator: Emulator
  readonly ana: Visitor
  readonly listener: Listener
  readonly advance: (ms: number) => void
  readonly change: (...presences: string[]) => Promise<void>
  /** The presences told, once a ping has come after them. */
  readonly told: () => Promise<string[]>
}

/** Ana listens to her presence; time stands still. */
function onStage(test: (scene: Scene) => Promise<void>, switches = {}): Promise<void> {
  const clock = createManualClock()
  return withEmulator(
    async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['presence', 'routingStatus'])
      const pongs = () => listener.frames.filter(({ eventBody }) => eventBody.message === 'pong')
      await test({
        emulator,
        ana,
        listener,
        advance: (ms) => clock.advance(ms),
        async change(...names) {
          for (const systemPresence of names) {
            const path = `/users/${ana.userId}/presence`
            expect((await control(emulator, 'POST', path, { systemPresence })).status).toBe(202)
          }
        },
        async told() {
          const before = pongs().length
          listener.send('{"message":"ping"}')
          await expect.poll(pongs).toHaveLength(before + 1)
          return listener.frames.flatMap(
            ({ eventBody }: Json) => eventBody.presenceDefinition?.systemPresence ?? [],
          )
        },
      })
    },
    { clock, switches },
  )
}

const fault = (emulator: Emulator, body: Json) => control(emulator, 'POST', '/events/faults', body)

describe('events', () => {
  test('leave a little after what caused them, in order', () =>
    onStage(async ({ change, advance, told }) => {
      await change(...presences)
      expect(await told()).toEqual([])
      advance(5)
      expect(await told()).toEqual(expected)
    }))

  test('come in any order when the switch says so, the same for the same seed', async () => {
    const orders: string[][] = []
    for (const _ of [1, 2]) {
      await onStage(
        async ({ change, advance, told }) => {
          await change(...presences)
          advance(200)
          orders.push(await told())
        },
        { eventOrder: 'shuffled' },
      )
    }
    const [first, second] = orders
    expect(first).not.toEqual(expected)
    expect([...(first ?? [])].sort()).toEqual([...expected].sort())
    expect(second).toEqual(first)
  })
})

describe('an event fault', () => {
  test('loses what it names, so often, and counts', () =>
    onStage(async ({ emulator, ana, change, advance, told }) => {
      const { status, body } = await fault(emulator, {
        kind: 'lose',
        topic: 'v2.users.*.PRESENCE',
        userId: ana.userId,
        times: 2,
      })
      expect(status).toBe(201)
      await change('Busy', 'Away', 'Break')
      advance(5)
      expect(await told()).toEqual(['BREAK'])
      expect((await control(emulator, 'GET', '/events/faults')).body).toEqual([
        {
          id: body.id,
          kind: 'lose',
          topic: 'v2.users.*.PRESENCE',
          userId: ana.userId,
          times: 2,
          ms: 0,
          count: 2,
        },
      ])
    }))

  test('lets other topics and other people alone', () =>
    onStage(async ({ emulator, change, advance, told }) => {
      const { users } = (await control(emulator, 'GET', '/state')).body
      await fault(emulator, { kind: 'lose', topic: 'v2.users.*.conversations', times: 9 })
      await fault(emulator, { kind: 'lose', topic: 'v2.users.*', times: 9 })
      await fault(emulator, { kind: 'lose', userId: users[1].id, times: 9 })
      await change('Busy')
      advance(5)
      expect(await told()).toEqual(['BUSY'])
      await fault(emulator, { kind: 'lose', topic: 'v2.**' })
      await change('Away')
      advance(5)
      expect(await told()).toEqual(['BUSY'])
    }))

  test('delay: it comes late, and everything behind it', () =>
    onStage(async ({ emulator, change, advance, told }) => {
      await fault(emulator, { kind: 'delay', topic: '**.presence', ms: 300 })
      await change('Busy', 'Away')
      advance(304)
      expect(await told()).toEqual([])
      advance(1)
      expect(await told()).toEqual(['BUSY', 'AWAY'])
    }))

  test('reorder: it comes late, and others overtake it', () =>
    onStage(async ({ emulator, change, advance, told }) => {
      await fault(emulator, { kind: 'reorder', topic: '**.presence', ms: 300 })
      await change('Busy', 'Away')
      advance(304)
      expect(await told()).toEqual(['AWAY'])
      advance(1)
      expect(await told()).toEqual(['AWAY', 'BUSY'])
    }))

  test('duplicate: it comes twice', () =>
    onStage(async ({ emulator, change, advance, told }) => {
      await fault(emulator, { kind: 'duplicate', topic: '**.presence' })
      await fault(emulator, { kind: 'duplicate', topic: '**.presence', ms: 100 })
      await change('Busy', 'Away')
      advance(5)
      expect(await told()).toEqual(['BUSY', 'BUSY', 'AWAY'])
      advance(100)
      expect(await told()).toEqual(['BUSY', 'BUSY', 'AWAY', 'AWAY'])
    }))

  test('strikes for a time, however often, and then no more', () =>
    onStage(async ({ emulator, change, advance, told }) => {
      await fault(emulator, { kind: 'lose', topic: '**.presence', forMs: 1000 })
      await change('Busy', 'Away')
      advance(999)
      await change('Break')
      const list = async () => (await control(emulator, 'GET', '/events/faults')).body
      expect(await list()).toMatchObject([{ forMs: 1000, count: 3, msLeft: 1 }])
      advance(1)
      await change('Meal')
      advance(5)
      expect(await told()).toEqual(['MEAL'])
      expect(await list()).toMatchObject([{ count: 3, msLeft: 0 }])
    }))

  test('ends when it is taken back, or with the reset', () =>
    onStage(async ({ emulator, change, advance, told }) => {
      const { body } = await fault(emulator, { kind: 'lose', times: 9 })
      await fault(emulator, { kind: 'lose', times: 9 })
      const path = `/events/faults/${body.id}`
      expect((await control(emulator, 'DELETE', path)).status).toBe(204)
      expect((await control(emulator, 'DELETE', path)).status).toBe(404)
      expect((await control(emulator, 'DELETE', '/events/faults')).status).toBe(204)
      await change('Busy')
      advance(5)
      expect(await told()).toEqual(['BUSY'])
      await fault(emulator, { kind: 'lose' })
      await control(emulator, 'POST', '/reset')
      expect((await control(emulator, 'GET', '/events/faults')).body).toEqual([])
    }))

  test.each([
    [{ kind: 'explode' }, 'kind'],
    [{}, 'kind'],
    [{ kind: 'lose', times: 0 }, 'times'],
    [{ kind: 'lose', probability: 1.5 }, 'probability'],
    [{ kind: 'lose', forMs: 0 }, 'forMs'],
    [{ kind: 'delay', ms: -1 }, 'ms'],
    [{ kind: 'lose', userId: 'nobody' }, 'userId'],
  ])('%j is refused for its %s', (body, field) =>
    withEmulator(async (emulator) => {
      expect(await fault(emulator, body)).toMatchObject({ status: 400, body: { field } })
    }),
  )

  test('strikes by chance a share of them, the same ones for the same seed', () => {
    const strikes = (seed: number) => {
      const faults = createEventFaults(createManualClock())
      faults.add({ kind: 'lose', probability: 0.25, seed, ms: 0 })
      return Array.from(
        { length: 1000 },
        () => faults.strike('v2.users.x.presence', 'x') !== undefined,
      )
    }
    const share = strikes(1).filter(Boolean).length
    expect(share).toBeGreaterThan(200)
    expect(share).toBeLessThan(300)
    expect(strikes(1)).toEqual(strikes(1))
    expect(strikes(2)).not.toEqual(strikes(1))
  })
})
