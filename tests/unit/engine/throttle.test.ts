import { describe, expect, test } from 'vitest'
import type { Lane } from '~/genesys/operation'
import { settled } from '../settled'
import { createGate, times } from './gate'

const lanes: readonly Lane[] = ['action', 'screen', 'background']

describe('the allowance', () => {
  test('comes back a minute after it was used, not before', async () => {
    const gate = createGate(10)
    times(11, () => gate.ask('action'))
    await gate.pass(59)
    expect(gate.passed).toHaveLength(10)
    await gate.pass(1)
    expect(gate.passed).toHaveLength(11)
  })

  test('comes back a minute after the answer, for nobody knows when before it was counted', async () => {
    const gate = createGate(10, { answers: false })
    times(12, () => gate.ask('action'))
    await gate.pass(90)
    expect(gate.passed).toHaveLength(10)
    gate.passed[3]?.leave.done({ status: 200 })
    gate.passed[3]?.leave.done({ status: 200 })
    await gate.pass(59)
    expect(gate.passed).toHaveLength(10)
    await gate.pass(1)
    expect(gate.passed).toHaveLength(11)
    await gate.pass(300)
    expect(gate.passed).toHaveLength(11)
  })

  test('of the user binds when it is the smaller one', async () => {
    const gate = createGate(60, { perUser: 10 })
    times(20, () => gate.ask('action'))
    await settled()
    expect(gate.passed).toHaveLength(10)
    expect(gate.throttle.use().perMinute).toBe(10)
  })

  test('of one operation holds up nothing else', async () => {
    const gate = createGate(60, { endpoints: [{ operation: 'searchUsers', perMinute: 5 }] })
    times(10, () => gate.ask('screen', 'search', { operation: 'searchUsers' }))
    times(10, () => gate.ask('screen', 'list'))
    await gate.pass(1)
    expect(gate.names().filter((name) => name === 'search')).toHaveLength(5)
    expect(gate.names().filter((name) => name === 'list')).toHaveLength(10)
    await gate.pass(60)
    expect(gate.names().filter((name) => name === 'search')).toHaveLength(10)
  })

  test('is not kept back for an hour by a clock that was set back', async () => {
    const gate = createGate(10)
    times(11, () => gate.ask('action'))
    await settled()
    gate.sleep(-3_600_000)
    await gate.pass(185)
    expect(gate.passed).toHaveLength(11)
  })
})

describe('a request that waits', () => {
  test('is told not to be sent once its own time is up', async () => {
    const gate = createGate(10)
    times(10, () => gate.ask('action', 'full'))
    gate.ask('action', 'Hold', { patience: 10_000 })
    await gate.pass(9)
    expect(gate.refused).toEqual([])
    await gate.pass(1)
    expect(gate.refused).toEqual(['Hold'])
    await gate.pass(120)
    expect(gate.names()).not.toContain('Hold')
  })

  test('is not sent when the machine slept through its time', async () => {
    const gate = createGate(10)
    times(10, () => gate.ask('action', 'full'))
    await gate.pass(55)
    gate.ask('action', 'Hold', { patience: 10_000 })
    gate.sleep(3_600_000)
    await gate.pass(5)
    expect(gate.names()).not.toContain('Hold')
    expect(gate.refused).toEqual(['Hold'])
  })

  test.each([0, -1])('is not sent when it has no time at all (%i ms)', async (patience) => {
    const gate = createGate(10)
    gate.ask('action', 'Hold', { patience })
    await settled()
    expect(gate.refused).toEqual(['Hold'])
  })

  test('leaves when nobody waits for it any more', async () => {
    const gate = createGate(10)
    times(10, () => gate.ask('action', 'full'))
    const ending = new AbortController()
    gate.ask('screen', 'search', { signal: ending.signal })
    gate.ask('screen', 'list')
    await settled()
    ending.abort()
    gate.ask('screen', 'late search', { signal: ending.signal })
    await settled()
    expect(gate.refused).toEqual(['search', 'late search'])
    expect(gate.throttle.use().waiting.screen).toBe(1)
    await gate.pass(70)
    expect(gate.names().slice(10)).toEqual(['list'])
  })

  test.each(['asked for a moment ago', 'waiting'])(
    'is forgotten with all the others when the sign-in ends (%s)',
    async (when) => {
      const gate = createGate(10)
      times(10, () => gate.ask('action', 'full'))
      await settled()
      for (const lane of lanes) gate.ask(lane)
      if (when === 'waiting') await settled()
      gate.throttle.clear()
      await gate.pass(120)
      expect(gate.refused.sort()).toEqual([...lanes].sort())
      expect(gate.passed).toHaveLength(10)
      expect(gate.clock.waiting).toBe(0)
    },
  )

  test('needs one timer, however many wait and however long', async () => {
    const gate = createGate(10)
    times(100, (n) => gate.ask('screen', 'read', { patience: 1e12 + n }))
    await settled()
    expect(gate.clock.waiting).toBe(1)
  })

  test('costs no more for the many others', async () => {
    const gate = createGate(3000)
    const before = process.cpuUsage()
    const endings: AbortController[] = []
    times(20_000, (n) => {
      const ending = new AbortController()
      if (n % 2) endings.push(ending)
      const { signal } = ending
      gate.ask('screen', 'read', { source: n % 7, patience: 1e6 + n, signal })
    })
    await settled()
    for (const ending of endings) ending.abort()
    await gate.pass(130)
    gate.throttle.clear()
    await settled()
    expect(gate.passed.length).toBeGreaterThan(8_000)
    expect(gate.passed.length + gate.refused.length).toBe(20_000)
    // Of a processor: what else the machine does is not in it.
    const { user } = process.cpuUsage(before)
    expect(user / 1000).toBeLessThan(15_000)
  }, 60_000)
})

describe('the view of its use', () => {
  test('says what is used, by whom, what is left and who waits', async () => {
    const gate = createGate(20)
    times(3, () => gate.ask('action'))
    times(40, () => gate.ask('screen'))
    gate.ask('background')
    await settled()
    const use = gate.throttle.use()
    expect(use).toMatchObject({
      ...{ perMinute: 20, allowance: 20, pausedFor: 0, foreign: 0, source: 'counted' },
      waiting: { action: 0, background: 1 },
    })
    expect(use.used.action).toBe(3)
    expect(use.used.screen + use.waiting.screen).toBe(40)
    expect(use.left).toBe(20 - 3 - use.used.screen)
    await gate.pass(200)
    expect(gate.throttle.use()).toMatchObject({ used: { action: 0, screen: 0, background: 0 } })
  })
})
