import { describe, expect, test } from 'vitest'
import { createIdleLock, lockAfter } from '~/engine/lock'
import { marking } from '~/engine/passed'
import { createManualClock } from '../../manual-clock'

const minute = 60_000

describe('what idle time means', () => {
  test.each([
    [0, { state: 'open' }],
    [14 * minute - 1, { state: 'open' }],
    [14 * minute, { state: 'closing', at: 1000 + minute }],
    [15 * minute - 1, { state: 'closing', at: 1001 }],
    [15 * minute, { state: 'locked' }],
    [480 * minute, { state: 'locked' }],
  ])('%i ms of 15 minutes', (idle, lock) => {
    expect(lockAfter(idle, 15 * minute, 1000)).toEqual(lock)
  })

  test('a minute of idle time is all warning', () => {
    expect(lockAfter(0, minute, 1000)).toEqual({ state: 'closing', at: 1000 + minute })
  })
})

/** `set`: milliseconds that the wall clock is off by. */
function open(limit?: number) {
  const clock = createManualClock()
  let set = 0
  const wall = { ...clock, now: () => clock.now() + set }
  const told: string[] = []
  const lock = createIdleLock(wall, marking(wall, clock.now), () => told.push(lock.state().state))
  lock.limit(limit)
  return { clock, lock, told, jump: (ms: number) => (set += ms) }
}

describe('a desk', () => {
  test('that nobody touches warns a minute before it locks, and says each once', () => {
    const { clock, lock, told } = open(15 * minute)
    clock.advance(14 * minute - 1)
    expect(told).toEqual([])
    clock.advance(1)
    expect(lock.state()).toEqual({ state: 'closing', at: clock.now() + minute })
    clock.advance(minute)
    expect(told).toEqual(['closing', 'locked'])
  })

  test('that is touched stays open; touched in its last minute, it is open again', () => {
    const { clock, lock, told } = open(15 * minute)
    clock.advance(14.5 * minute)
    lock.touch()
    clock.advance(13 * minute)
    expect(told).toEqual(['closing', 'open'])
  })

  test('that is locked is opened by no touch, but by its agent', () => {
    const { clock, lock, told } = open(15 * minute)
    clock.advance(15 * minute)
    lock.touch()
    expect(lock.state()).toEqual({ state: 'locked' })
    lock.open()
    clock.advance(13 * minute)
    expect(told).toEqual(['closing', 'locked', 'open'])
  })

  test('whose machine slept through its time locks, whoever wakes it', () => {
    const { lock, jump } = open(15 * minute)
    jump(60 * minute)
    lock.touch()
    expect(lock.state()).toEqual({ state: 'locked' })
  })

  test('whose clock is set back locks in its time all the same', () => {
    const { clock, lock, jump } = open(15 * minute)
    jump(-120 * minute)
    clock.advance(15 * minute)
    expect(lock.state()).toEqual({ state: 'locked' })
  })

  test('without a limit never locks; with one from now on, the time before counts', () => {
    const { clock, lock } = open()
    clock.advance(600 * minute)
    lock.look()
    expect(lock.state()).toEqual({ state: 'open' })
    lock.limit(15 * minute)
    expect(lock.state()).toEqual({ state: 'locked' })
  })

  test('of somebody new is open, and its time begins now', () => {
    const { clock, lock } = open(15 * minute)
    clock.advance(20 * minute)
    lock.reset()
    expect(lock.state()).toEqual({ state: 'open' })
    lock.limit(15 * minute)
    clock.advance(13 * minute)
    expect(lock.state()).toEqual({ state: 'open' })
  })

  test('that was locked before a reload is locked, and its time does not run', () => {
    const { clock, lock, told } = open()
    lock.close()
    lock.limit(15 * minute)
    clock.advance(minute)
    expect(told).toEqual(['locked'])
    expect(clock.waiting).toBe(0)
  })
})
