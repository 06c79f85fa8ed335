import { describe, expect, test } from 'vitest'
import type { OrganisationName } from '../../emulator/org/organisation'
import { playScenario } from '../../emulator/scenario/scenario'
import { createStage } from './stage'

/** A stage with the busy scenario, somebody signed in as `name`, and a count of what changes. */
function createBusy(organisation: OrganisationName, speed = 1) {
  const stage = createStage(organisation)
  const end = playScenario(stage.world, { name: 'busy', seed: 7, speed })
  const seen = () => stage.world.conversations.live()
  return { ...stage, end, seen }
}

/** How many conversations have another face after `ms`. */
function changed({ clock, seen }: ReturnType<typeof createBusy>, ms: number): number {
  const before = new Set(seen())
  clock.advance(ms)
  return seen().filter((conversation) => !before.has(conversation)).length
}

describe('the busy scenario', () => {
  test('moves the calls of everybody on queue, and leaves the others alone', {
    timeout: 30_000,
  }, () => {
    const busy = createBusy('large')
    const { org, agents, conversations } = busy.world
    const [ana] = org.users
    expect(changed(busy, 500)).toBeGreaterThan(90)
    busy.clock.advance(2500)
    const working = [...org.users].filter(({ id }) => agents.of(id)?.status !== 'OFF_QUEUE')
    expect(working).toHaveLength(100)
    expect(conversations.ofUser(ana?.id ?? '')).toEqual([])
    expect(conversations.live().length).toBeGreaterThan(930)
    expect(conversations.live().length).toBeLessThan(1101)
  })

  test.each([
    [0.005, 1],
    [0.01, 2],
  ])('at speed %s moves %s of them a second', (speed, count) => {
    expect(changed(createBusy('default', speed), 1000)).toBe(count)
  })

  test('brings a small organisation on queue, but for the first, and its end sends them home', () => {
    const busy = createBusy('default')
    busy.clock.advance(5000)
    expect(busy.seen().length).toBeGreaterThan(0)
    expect([busy.status('Ana'), busy.status('Ben')]).toEqual(['OFF_QUEUE', 'INTERACTING'])
    busy.end()
    expect(busy.status('Ben')).toBe('OFF_QUEUE')
    const calls = busy.world.conversations.all()
    busy.clock.advance(5000)
    expect(busy.world.conversations.all().length).toBe(calls.length)
  })
})
