import { describe, expect, test } from 'vitest'
import { inCapitals, inWords, systemDefinition } from '../../emulator/presence/definitions'
import { routingStatusOf, staysNotResponding } from '../../emulator/presence/rules'
import { createStage } from './stage'

const free = { acd: 0, direct: 0 }

describe('presence and routing status', () => {
  test.each([
    ['Available', free, false, 'OFF_QUEUE'],
    ['Available', { acd: 1, direct: 0 }, false, 'OFF_QUEUE'],
    ['Meal', free, true, 'OFF_QUEUE'],
    ['OnQueue', free, false, 'IDLE'],
    ['OnQueue', { acd: 1, direct: 0 }, false, 'INTERACTING'],
    ['OnQueue', { acd: 1, direct: 1 }, true, 'INTERACTING'],
    ['OnQueue', free, true, 'NOT_RESPONDING'],
    ['OnQueue', { acd: 0, direct: 1 }, false, 'COMMUNICATING'],
  ] as const)('%s with %o, not responding %s: %s', (presence, work, notResponding, status) => {
    expect(routingStatusOf(presence, work, notResponding)).toBe(status)
  })

  test('leaving the queue ends not responding', () => {
    expect(staysNotResponding(true, 'OnQueue')).toBe(true)
    expect(staysNotResponding(true, 'Available')).toBe(false)
  })

  test('a system presence is written in words or in capitals', () => {
    expect([inWords('OnQueue'), inCapitals('OnQueue')]).toEqual(['On Queue', 'ON_QUEUE'])
    expect([inWords('Meal'), inCapitals('Meal')]).toEqual(['Meal', 'MEAL'])
  })

  test.each(['On Queue', 'ON_QUEUE', 'onqueue', 'on queue'])('%s means On Queue', (text) => {
    const { world } = createStage()
    expect(systemDefinition(world.org.definitions, text)?.systemPresence).toBe('OnQueue')
  })
})

describe('the default organisation', () => {
  test('starts with Ana Ruiz, available, joined to the first queue and not in the second', () => {
    const { world } = createStage()
    const [ana] = world.org.users
    const [first, second] = world.org.queues
    expect(ana?.name).toBe('Ana Ruiz')
    expect(ana?.definition.systemPresence).toBe('Available')
    expect(first?.members.get(ana?.id ?? '')).toBe(true)
    expect(second?.members.has(ana?.id ?? '')).toBe(false)
    expect(world.org.users.length).toBeGreaterThanOrEqual(8)
    expect(world.org.users.some(({ definition }) => definition.systemPresence === 'OnQueue')).toBe(
      false,
    )
  })

  test('has the same ids for the same seed, shaped as UUIDs', () => {
    const ids = () => createStage().world.org.users.map(({ id }) => id)
    expect(ids()).toEqual(ids())
    for (const id of ids()) {
      expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    }
  })
})
