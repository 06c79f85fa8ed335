import { describe, expect, test } from 'vitest'
import { settled } from '../settled'
import { createGate, times } from './gate'

const late = (retryAfter: number) => ({ status: 429, retryAfter })

describe('too many requests', () => {
  test.each(['action', 'screen', 'background'] as const)(
    'nothing goes before Genesys Cloud allows it again (%s)',
    async (lane) => {
      const gate = createGate(60)
      times(50, () => gate.ask('action'))
      await settled()
      await gate.meet('screen', late(30))
      gate.ask(lane, 'patient')
      gate.ask(lane, 'urgent', { patience: 10_000 })
      await gate.pass(29)
      expect(gate.names()).not.toContain('patient')
      expect(gate.refused).toEqual(['urgent'])
      await gate.pass(60)
      expect(gate.passed.at(-1)?.name).toBe('patient')
    },
  )

  test('what the pause outlasts is refused at once, whether it came before or after', async () => {
    const gate = createGate(10)
    times(9, () => gate.ask('action'))
    await settled()
    const leave = await gate.throttle.enter({
      operation: 'updateCall',
      lane: 'action',
      patience: 1,
    })
    gate.ask('action', 'Hold', { patience: 90_000 })
    await settled()
    leave?.done(late(1e9))
    gate.ask('screen', 'list', { patience: 30_000 })
    await settled()
    expect(gate.refused.sort()).toEqual(['Hold', 'list'])
    expect(gate.clock.waiting).toBe(0)
  })

  test('an earlier end is not believed after a later one', async () => {
    const gate = createGate(10)
    times(7, () => gate.ask('action'))
    await settled()
    const wish = { operation: 'updateCall', lane: 'action', patience: 1 } as const
    const leaves = [await gate.throttle.enter(wish), await gate.throttle.enter(wish)]
    leaves[0]?.done(late(30))
    leaves[1]?.done(late(10))
    expect(gate.throttle.paused()).toBe(30_000)
    expect(gate.throttle.use().pausedFor).toBe(30_000)
    await gate.pass(10)
    expect(gate.throttle.paused()).toBe(20_000)
    await gate.pass(60)
    expect(gate.throttle.paused()).toBe(0)
  })

  test('without a word of how long means a minute', async () => {
    const gate = createGate(10)
    await gate.meet('screen', { status: 429 })
    expect(gate.throttle.paused('getConversation')).toBe(60_000)
  })

  test('reads begin gradually after a pause, an action at once', async () => {
    const gate = createGate(60, { answers: false })
    times(50, () => gate.ask('action', 'full'))
    await settled()
    await gate.meet('action', late(100))
    for (const { leave } of gate.passed) leave.done({ status: 200 })
    times(20, () => gate.ask('screen'))
    gate.ask('action', 'Hold')
    await gate.pass(100)
    expect(gate.names().slice(50)).toEqual(['Hold', 'screen'])
    await gate.pass(5)
    expect(gate.count('screen')).toBe(20)
  })
})

describe('a limit of one operation', () => {
  test('met while little is used, pauses it alone', async () => {
    const gate = createGate(60)
    await gate.meet('screen', late(30), 'searchUsers')
    expect(gate.throttle.paused()).toBe(0)
    expect(gate.throttle.paused('searchUsers')).toBe(30_000)
    gate.ask('screen', 'search', { operation: 'searchUsers' })
    gate.ask('screen', 'list')
    gate.ask('screen', 'late search', { operation: 'searchUsers', patience: 20_000 })
    await gate.pass(29)
    expect(gate.names()).toEqual(['list'])
    expect(gate.refused).toEqual(['late search'])
    await gate.pass(1)
    expect(gate.names()).toEqual(['list', 'search'])
  })

  test('is learnt: as many as were taken, and slowly more', async () => {
    const gate = createGate(60)
    times(5, () => gate.ask('screen', 'search', { operation: 'searchUsers' }))
    await settled()
    await gate.meet('screen', late(60), 'searchUsers')
    await gate.pass(60)
    times(20, () => gate.ask('screen', 'again', { operation: 'searchUsers' }))
    await gate.pass(30)
    expect(gate.names().filter((name) => name === 'again').length).toBeLessThanOrEqual(6)
    await gate.pass(3_600)
    times(20, () => gate.ask('screen', 'in an hour', { operation: 'searchUsers' }))
    await gate.pass(1)
    expect(gate.names().filter((name) => name === 'in an hour')).toHaveLength(20)
  })

  test('is the token’s after all when another operation meets it meanwhile', async () => {
    const gate = createGate(60)
    await gate.meet('screen', late(30), 'searchUsers')
    await gate.meet('screen', late(20), 'listMyQueues')
    expect(gate.throttle.paused()).toBe(20_000)
    expect(gate.throttle.paused('searchUsers')).toBe(30_000)
  })

  test('met again while it is paused stays its own', async () => {
    const gate = createGate(60)
    const wish = { operation: 'searchUsers', lane: 'screen', patience: 1 } as const
    const leaves = [await gate.throttle.enter(wish), await gate.throttle.enter(wish)]
    for (const leave of leaves) leave?.done(late(30))
    expect(gate.throttle.paused()).toBe(0)
  })
})

describe('somebody else with the same token', () => {
  test('is left room for, and the room is taken back slowly', async () => {
    const gate = createGate(60)
    times(40, () => gate.ask('action'))
    await settled()
    await gate.meet('screen', late(1))
    const { allowance, foreign } = gate.throttle.use()
    expect(allowance).toBeGreaterThan(30)
    expect(allowance).toBeLessThanOrEqual(40)
    expect(foreign).toBeGreaterThanOrEqual(20)
    await gate.pass(300)
    expect(gate.throttle.use().allowance).toBe(allowance)
    await gate.pass(300)
    expect(gate.throttle.use().allowance).toBe(allowance + 6)
    await gate.pass(3_600)
    expect(gate.throttle.use()).toMatchObject({ allowance: 60, foreign: 0 })
  })

  test('leaves a tenth at least, whatever is refused', async () => {
    const gate = createGate(60)
    for (let n = 0; n < 30; n++) {
      await gate.meet('action', late(1))
      await gate.meet('screen', late(1))
      await gate.pass(62)
    }
    expect(gate.throttle.use().allowance).toBe(6)
  })
})

describe('where Genesys Cloud tells what is left', () => {
  const told = (limit: number, remaining: number, reset = 30) => ({
    ...{ status: 200, limit, remaining, reset },
  })

  test('no more than that goes until then', async () => {
    const gate = createGate(60)
    await gate.meet('action', told(60, 4))
    expect(gate.throttle.use()).toMatchObject({ source: 'told', left: 4 })
    times(10, () => gate.ask('action'))
    await gate.pass(1)
    expect(gate.count()).toBe(4)
  })

  test('nothing goes while nothing is left, and something when the platform begins anew', async () => {
    const gate = createGate(60)
    await gate.meet('action', told(60, 0))
    await gate.pass(35)
    await gate.meet('action', { status: 200, limit: 60, remaining: 0, reset: 30 })
    gate.ask('action', 'Hold')
    gate.ask('screen', 'list')
    await gate.pass(1)
    expect(gate.names()).toEqual([])
    await gate.pass(30)
    expect(gate.names()).toEqual(['Hold', 'list'])
  })

  test('what others use is seen, and lowers the allowance', async () => {
    const gate = createGate(60)
    await gate.meet('action', told(60, 39, 1))
    expect(gate.throttle.use()).toMatchObject({ foreign: 20, allowance: 40 })
  })

  test('a higher limit than this browser allows itself hides what others use of the rest', async () => {
    const gate = createGate(60)
    await gate.meet('action', told(300, 100, 1))
    expect(gate.throttle.use()).toMatchObject({ foreign: 0, allowance: 60 })
    await gate.meet('action', told(300, 50, 1))
    expect(gate.throttle.use()).toMatchObject({ allowance: 52 })
  })

  test('a limit of one operation is not taken for the token’s', async () => {
    const gate = createGate(60)
    times(10, () => gate.ask('action'))
    await settled()
    await gate.meet('screen', told(5, 4), 'searchUsers')
    expect(gate.throttle.use()).toMatchObject({ source: 'counted', allowance: 60 })
    times(10, () => gate.ask('screen', 'search', { operation: 'searchUsers' }))
    await gate.pass(1)
    expect(gate.names().filter((name) => name === 'search')).toHaveLength(4)
  })

  test('and not for more than config.json gives it', async () => {
    const gate = createGate(60, { endpoints: [{ operation: 'searchUsers', perMinute: 4 }] })
    times(10, () => gate.ask('action'))
    await settled()
    await gate.meet('screen', told(5, 4), 'searchUsers')
    times(10, () => gate.ask('screen', 'search', { operation: 'searchUsers' }))
    await gate.pass(1)
    expect(gate.names().filter((name) => name === 'search')).toHaveLength(3)
  })

  test('an older answer that comes late changes nothing', async () => {
    const gate = createGate(60)
    const wish = { operation: 'updateCall', lane: 'action', patience: 1 } as const
    const [first, second] = [await gate.throttle.enter(wish), await gate.throttle.enter(wish)]
    second?.done(told(60, 10))
    first?.done(told(60, 50))
    expect(gate.throttle.use().left).toBe(10)
  })
})
