import { describe, expect, test } from 'vitest'
import type { Clock } from '~/clock'
import { createVault } from '~/engine/vault'
import { createManualClock } from '../../manual-clock'

function createKept(expiresIn: number | undefined) {
  const clock = createManualClock()
  let ended = 0
  const vault = createVault(clock, () => {
    ended++
  })
  vault.keep('token', expiresIn)
  return { clock, vault, ended: () => ended }
}

describe('the token', () => {
  test('is there until its time is up, and the end is told once', () => {
    const { clock, vault, ended } = createKept(100)
    clock.advance(99_999)
    expect(vault.token()).toBe('token')
    expect(ended()).toBe(0)
    clock.advance(1)
    expect(vault.token()).toBeUndefined()
    expect(ended()).toBe(1)
  })

  test('lives a day when Genesys Cloud does not say how long', () => {
    const { clock, vault, ended } = createKept(undefined)
    clock.advance(86_400_000 - 1)
    expect(vault.token()).toBe('token')
    clock.advance(1)
    expect(ended()).toBe(1)
  })

  test('that replaces another has its own time', () => {
    const { clock, vault, ended } = createKept(100)
    clock.advance(90_000)
    vault.keep('next', 100)
    clock.advance(90_000)
    expect(vault.token()).toBe('next')
    expect(ended()).toBe(0)
  })

  test('that was forgotten is gone at once, and its end is not told later', () => {
    const { clock, vault, ended } = createKept(100)
    vault.forget()
    expect(vault.token()).toBeUndefined()
    clock.advance(200_000)
    expect(ended()).toBe(0)
    expect(clock.waiting).toBe(0)
  })

  test('is looked at each minute, so that a machine that slept notices soon', () => {
    let now = 0
    const timers: { ms: number; fn: () => void }[] = []
    const sleepy: Clock = {
      now: () => now,
      after(ms, fn) {
        timers.push({ ms, fn })
        return () => {}
      },
    }
    let ended = 0
    const vault = createVault(sleepy, () => {
      ended++
    })
    vault.keep('token', 28_800)
    expect(timers.at(-1)?.ms).toBeLessThanOrEqual(60_000)
    // Eight hours with the lid closed: no timer ran.
    now = 28_800_000
    expect(vault.token()).toBeUndefined()
    timers.at(-1)?.fn()
    expect(ended).toBe(1)
  })
})
