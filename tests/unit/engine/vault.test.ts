import { describe, expect, test } from 'vitest'
import { createVault } from '~/engine/vault'
import { createManualClock } from '../../manual-clock'

const hour = 3_600_000

/** `set`: somebody sets the wall clock; `slept`: the other counter stood still. Milliseconds. */
function createKept(expiresIn: number | undefined) {
  const clock = createManualClock()
  let set = 0
  let slept = 0
  const wall = { ...clock, now: () => clock.now() + set }
  const vault = createVault(wall, () => clock.now() - slept)
  vault.keep({ token: 'token', expiresIn })
  return {
    ...{ clock, vault },
    set(ms: number) {
      set += ms
    },
    sleep(ms: number) {
      clock.advance(ms)
      slept += ms
    },
  }
}

describe('the token', () => {
  test('has as much time left as Genesys Cloud said', () => {
    const { clock, vault } = createKept(100)
    clock.advance(99_000)
    expect([vault.left(), vault.leftSurely(), vault.life()]).toEqual([1_000, 1_000, 100_000])
    clock.advance(2_000)
    expect([vault.left(), vault.leftSurely()]).toEqual([-1_000, -1_000])
  })

  test('lives a day when Genesys Cloud does not say how long', () => {
    expect(createKept(undefined).vault.left()).toBe(24 * hour)
  })

  test('that replaces another has its own time, and brings its own refresh token or none', () => {
    const { clock, vault } = createKept(100)
    vault.keep({ token: 'one', expiresIn: 100, refreshToken: 'refresh' })
    expect(vault.refreshToken()).toBe('refresh')
    clock.advance(90_000)
    vault.keep({ token: 'next', expiresIn: 100 })
    expect([vault.token(), vault.left(), vault.refreshToken()]).toEqual([
      'next',
      100_000,
      undefined,
    ])
  })

  test('that was forgotten is gone, and its refresh token with it', () => {
    const { vault } = createKept(100)
    vault.keep({ token: 'one', refreshToken: 'refresh' })
    vault.forget()
    expect([vault.token(), vault.refreshToken(), vault.left()]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(vault.life()).toBe(0)
  })

  test('stays for its time when only its refresh token is refused', () => {
    const { vault } = createKept(100)
    vault.keep({ token: 'one', expiresIn: 100, refreshToken: 'refresh' })
    vault.forgetRefreshToken()
    expect([vault.token(), vault.refreshToken()]).toEqual(['one', undefined])
  })
})

describe('a clock that is wrong', () => {
  test('from the beginning changes nothing: what counts is what has passed', () => {
    const { clock, vault } = createKept(8 * 3600)
    clock.advance(hour)
    expect(vault.left()).toBe(7 * hour)
  })

  test('and is set forward makes the end doubtful, not sure; asked, the true time counts again', () => {
    const { vault, set, clock } = createKept(2 * 3600)
    set(2 * hour)
    expect(vault.left()).toBe(0)
    expect(vault.leftSurely()).toBe(2 * hour)
    vault.takenStill()
    expect(vault.left()).toBe(2 * hour)
    clock.advance(hour)
    expect(vault.left()).toBe(hour)
  })

  test('and is set back makes no token live longer', () => {
    const { vault, set, clock } = createKept(3600)
    set(-2 * hour)
    clock.advance(hour)
    expect(vault.left()).toBe(0)
  })

  test('a machine that slept is asked again in a minute, if its token is still taken', () => {
    const { vault, sleep, clock } = createKept(3600)
    sleep(8 * hour)
    expect(vault.left()).toBe(-7 * hour)
    expect(vault.leftSurely()).toBe(hour)
    clock.advance(hour)
    expect(vault.leftSurely()).toBe(0)
    vault.takenStill()
    expect(vault.left()).toBe(60_000)
  })
})
