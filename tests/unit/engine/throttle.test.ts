import { describe, expect, test } from 'vitest'
import { admitAt, createThrottle } from '~/engine/throttle'
import type { Lane } from '~/genesys/operations'
import { createManualClock } from '../../manual-clock'
import { settled } from '../settled'

/** Mulberry32: the same arrivals each time, and others for each seed. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const lanes: readonly Lane[] = ['action', 'screen', 'background']
const forEver = 1e9

/** A throttle, and when each request was let through. */
function createGate(perMinute: number) {
  let slept = 0
  const clock = createManualClock()
  const throttle = createThrottle({ ...clock, now: () => clock.now() + slept }, perMinute)
  const passed: { name: string; lane: Lane; at: number }[] = []
  const refused: string[] = []
  return {
    clock,
    throttle,
    passed,
    refused,
    names: () => passed.map(({ name }) => name),
    /** The machine sleeps: time passes, and the timers come late. */
    sleep(ms: number) {
      slept += ms
    },
    ask(lane: Lane, name: string = lane, patience = forEver) {
      void throttle.enter(lane, patience).then((leave) => {
        if (leave) passed.push({ name, lane, at: clock.now() })
        else refused.push(name)
      })
    },
    /** Second by second, so that each is noted at its own moment. */
    async pass(seconds: number) {
      await settled()
      for (let second = 0; second < seconds; second++) {
        clock.advance(1_000)
        await settled()
      }
    },
  }
}

function most(moments: readonly number[]): number {
  const counts = moments.map(
    (from) => moments.filter((at) => at >= from && at < from + 60_000).length,
  )
  return Math.max(0, ...counts)
}

describe('the allowance', () => {
  test.each([1, 2, 3, 4, 5])('is never exceeded in any 60 seconds (arrivals %i)', async (seed) => {
    const random = chance(seed)
    const perMinute = 10 + Math.floor(random() * 20)
    const gate = createGate(perMinute)
    for (let second = 0; second < 200; second++) {
      const arriving = random() < 0.1 ? Math.floor(random() * 40) : Math.floor(random() * 2)
      for (let n = 0; n < arriving; n++) gate.ask(lanes[Math.floor(random() * 3)] ?? 'screen')
      await gate.pass(1)
    }
    const moments = (lane?: Lane) =>
      gate.passed.filter((one) => !lane || one.lane === lane).map(({ at }) => at)
    expect(most(moments())).toBeLessThanOrEqual(perMinute)
    expect(most([...moments('screen'), ...moments('background')])).toBeLessThanOrEqual(
      Math.floor(perMinute * 0.75),
    )
    // It is used, too: a throttle that lets nobody through would also keep the limit.
    expect(most(moments())).toBeGreaterThanOrEqual(Math.floor(perMinute * 0.75))
  })

  test('a quarter is kept for what the agent presses', async () => {
    const gate = createGate(20)
    for (let n = 0; n < 30; n++) gate.ask('screen')
    await settled()
    expect(gate.passed).toHaveLength(15)
    gate.ask('action', 'Answer')
    await settled()
    expect(gate.names().at(-1)).toBe('Answer')
  })

  test('comes back a minute after it was used, not before', async () => {
    const gate = createGate(10)
    for (let n = 0; n < 11; n++) gate.ask('action')
    await gate.pass(59)
    expect(gate.passed).toHaveLength(10)
    await gate.pass(1)
    expect(gate.passed).toHaveLength(11)
  })

  test('what is pressed goes before what is read, and each in the order it came', async () => {
    const gate = createGate(10)
    for (let n = 0; n < 10; n++) gate.ask('action', 'full')
    gate.ask('background', 'names')
    gate.ask('screen', 'list')
    gate.ask('action', 'Hold')
    gate.ask('action', 'Resume')
    await gate.pass(61)
    expect(gate.names().slice(10)).toEqual(['Hold', 'Resume', 'list', 'names'])
  })
})

describe('a request that waits', () => {
  test('is told not to be sent once its own time is up', async () => {
    const gate = createGate(10)
    for (let n = 0; n < 10; n++) gate.ask('action', 'full')
    gate.ask('action', 'Hold', 10_000)
    await gate.pass(9)
    expect(gate.refused).toEqual([])
    await gate.pass(1)
    expect(gate.refused).toEqual(['Hold'])
    await gate.pass(120)
    expect(gate.names()).not.toContain('Hold')
  })

  test('is not sent when the machine slept through its time', async () => {
    const gate = createGate(10)
    for (let n = 0; n < 10; n++) gate.ask('action', 'full')
    await gate.pass(55)
    gate.ask('action', 'Hold', 10_000)
    gate.sleep(3_600_000)
    await gate.pass(5)
    expect(gate.names()).not.toContain('Hold')
    expect(gate.refused).toEqual(['Hold'])
  })

  test.each([0, -1])('is not sent when it has no time at all (%i ms)', async (patience) => {
    const gate = createGate(10)
    gate.ask('action', 'Hold', patience)
    await settled()
    expect(gate.refused).toEqual(['Hold'])
  })

  test.each(lanes)('is not sent before Genesys Cloud allows it again (%s)', async (lane) => {
    const gate = createGate(10)
    const began = gate.clock.now()
    gate.throttle.pause(began + 30_000)
    gate.throttle.pause(began + 10_000)
    gate.ask(lane, 'patient')
    gate.ask(lane, 'urgent', 10_000)
    await gate.pass(29)
    expect(gate.passed).toEqual([])
    expect(gate.refused).toEqual(['urgent'])
    await gate.pass(1)
    expect(gate.passed).toEqual([{ name: 'patient', lane, at: began + 30_000 }])
  })

  test('is refused at once when the pause outlasts it, whether it came before or after', async () => {
    const gate = createGate(10)
    for (let n = 0; n < 10; n++) gate.ask('action', 'full')
    gate.ask('action', 'Hold', 90_000)
    gate.throttle.pause(gate.clock.now() + 1e12)
    gate.ask('screen', 'list', 30_000)
    await settled()
    expect(gate.refused).toEqual(['Hold', 'list'])
    expect(gate.clock.waiting).toBe(0)
  })

  test('knows how long the pause is', async () => {
    const gate = createGate(10)
    expect(gate.throttle.paused()).toBe(0)
    gate.throttle.pause(gate.clock.now() + 30_000)
    await gate.pass(10)
    expect(gate.throttle.paused()).toBe(20_000)
    await gate.pass(60)
    expect(gate.throttle.paused()).toBe(0)
  })

  test('is forgotten with all the others when the sign-in ends', async () => {
    const gate = createGate(10)
    for (let n = 0; n < 10; n++) gate.ask('action', 'full')
    gate.ask('action', 'Hold')
    gate.ask('screen', 'list')
    gate.throttle.clear()
    await gate.pass(120)
    expect(gate.refused).toEqual(['Hold', 'list'])
    expect(gate.passed).toHaveLength(10)
    expect(gate.clock.waiting).toBe(0)
  })
})

describe('when a request may go', () => {
  const now = 100_000
  test.each<[string, number[], Lane, number]>([
    ['at once when nothing was sent', [], 'action', now],
    ['at once when all was sent a minute ago', Array(10).fill(40_000), 'action', now],
    ['when the oldest is a minute old', [50_000, ...Array(9).fill(90_000)], 'action', 110_000],
    [
      'for a read: when three quarters are free',
      [50_000, ...Array(6).fill(90_000)],
      'screen',
      110_000,
    ],
    [
      'for an action at the same moment: at once',
      [50_000, ...Array(6).fill(90_000)],
      'action',
      now,
    ],
  ])('%s', (_what, sent, lane, at) => {
    expect(admitAt(sent, lane, 10, now)).toBe(at)
  })
})
