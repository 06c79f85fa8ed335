import { describe, expect, test } from 'vitest'
import { settled } from '../settled'
import { createGate, times } from './gate'

describe('who goes first', () => {
  test('what is pressed goes before what is read, and each in the order it came', async () => {
    const gate = createGate(10)
    times(10, () => gate.ask('action', 'full'))
    gate.ask('background', 'names')
    gate.ask('screen', 'list')
    gate.ask('action', 'Hold')
    gate.ask('action', 'Resume')
    await gate.pass(70)
    expect(gate.names().slice(10)).toEqual(['Hold', 'Resume', 'list', 'names'])
  })

  test('those of one lane take turns, each in its own order', async () => {
    const gate = createGate(20)
    times(20, () => gate.ask('action', 'full'))
    times(4, (n) => gate.ask('screen', `a${n}`, { source: 'a' }))
    times(2, (n) => gate.ask('screen', `b${n}`, { source: 'b', operation: 'searchUsers' }))
    await gate.pass(1)
    gate.ask('screen', 'c0', { source: 'c' })
    await gate.pass(70)
    expect(gate.names().slice(20)).toEqual(['a0', 'b0', 'c0', 'a1', 'b1', 'a2', 'a3'])
  })

  test('who had many turns while alone is not behind for that later', async () => {
    const gate = createGate(60)
    times(30, (n) => gate.ask('screen', `a${n}`, { source: 'a' }))
    await settled()
    times(30, () => gate.ask('action', 'full'))
    await settled()
    times(2, (n) => gate.ask('screen', `b${n}`, { source: 'b' }))
    times(2, (n) => gate.ask('screen', `a${n}`, { source: 'a' }))
    await gate.pass(70)
    expect(gate.names().slice(60)).toEqual(['b0', 'a0', 'b1', 'a1'])
  })
})

describe('what is kept for the agent', () => {
  test('an action finds a place at once while far more reads wait than can go', async () => {
    const gate = createGate(60)
    times(400, () => gate.ask('screen'))
    for (let second = 0; second < 180; second++) {
      if (second % 9 === 4) {
        const before = gate.count('action')
        gate.ask('action')
        await settled()
        expect(gate.count('action')).toBe(before + 1)
      }
      await gate.pass(1)
    }
    expect(gate.count('screen')).toBeGreaterThan(150)
  })

  test('gets less and less towards the end of the minute, never nothing', async () => {
    const gate = createGate(60)
    // Three minutes hold 171: more than enough is left over.
    times(120, () => gate.ask('screen'))
    const left: number[] = []
    for (const seconds of [1, 29, 29]) {
      await gate.pass(seconds)
      left.push(gate.throttle.use().left)
    }
    expect(left).toEqual([15, 9, 4])
  })

  test('is no more than costs no further minute: nine tenths of the limit go at once', async () => {
    const gate = createGate(60, { answers: false })
    times(54, () => gate.ask('screen'))
    await settled()
    expect(gate.count('screen')).toBe(54)
  })

  test('what nobody looks at leaves a quarter, and drips', async () => {
    const gate = createGate(60)
    times(54, () => gate.ask('background'))
    await gate.pass(0)
    expect(gate.count()).toBe(45)
    await gate.pass(30)
    expect(gate.count()).toBe(51)
  })

  test.each(['screen', 'background'] as const)(
    'the last twentieth is for actions alone (%s)',
    async (lane) => {
      const gate = createGate(60)
      times(57, () => gate.ask('action'))
      gate.ask(lane)
      await gate.pass(59)
      expect(gate.count(lane)).toBe(0)
      times(3, () => gate.ask('action'))
      await settled()
      expect(gate.count('action')).toBe(60)
    },
  )

  test('many reads that need two minutes anyway are not all on their way at once', async () => {
    const gate = createGate(60, { answers: false })
    times(200, () => gate.ask('screen'))
    await settled()
    expect(gate.count()).toBe(36)
    gate.passed[0]?.leave.done({ status: 200 })
    await settled()
    expect(gate.count()).toBe(36)
    for (const { leave } of gate.passed.slice(0, 35)) leave.done({ status: 200 })
    await settled()
    expect(gate.count()).toBe(37)
  })
})
