import { describe, expect, test } from 'vitest'
import { createLimits } from '../../emulator/limits/limits'
import { createRefreshTokens, mostRefreshTokens } from '../../emulator/oauth/refresh'
import { createTokens } from '../../emulator/oauth/tokens'
import { createManualClock } from '../../manual-clock'
import { createStage } from './stage'

const grant = { userId: 'ana', clientId: 'desk', scopes: [], family: 'one' }
const asked = { operation: 'getUser', method: 'GET', path: '/api/v2/users/1' }

describe('of what has ended', () => {
  test.each(['revoked', 'expired'] as const)('no timer of a token that is %s is left', (how) => {
    const clock = createManualClock()
    const tokens = createTokens({ clock, issued() {}, ended() {} })
    tokens.setIdleTimeout(300)
    for (let n = 0; n < 200; n += 1) tokens.issue(grant, 3600)
    tokens.end(how, () => true)
    expect(clock.waiting).toBe(0)
  })

  test('no timer is left of a token that ends by itself', () => {
    const clock = createManualClock()
    const tokens = createTokens({ clock, issued() {}, ended() {} })
    tokens.setIdleTimeout(300)
    const { value } = tokens.issue(grant, 3600)
    clock.advance(300_000)
    expect(tokens.find(value)?.state).toBe('expired')
    expect(clock.waiting).toBe(0)
  })

  test('no limit counts for a token that has ended, and the user’s own goes on', () => {
    const { world, user } = createStage()
    const owner = { userId: user('Ana').id, clientId: 'desk' }
    world.limits.set({ foreign: 60, operations: [{ operation: 'getUser', max: 3, per: 'token' }] })
    const ids = Array.from({ length: 20 }, () => {
      const { id } = world.tokens.issue({ ...owner, scopes: [] }, 3600)
      world.limits.admit({ ...owner, id }, asked)
      return id
    })
    const names = () => world.limits.all().map(({ limit }) => limit)
    expect(names().filter((name) => name !== 'userApp')).toHaveLength(40)
    world.tokens.end('revoked', ({ id }) => id !== ids[0])
    expect(names().sort()).toEqual(['operations', 'token', 'userApp'])
    expect(world.limits.all().find(({ limit }) => limit === 'userApp')?.used).toBe(20)
  })

  test('a token that comes again after it was forgotten begins anew', () => {
    const limits = createLimits(createManualClock(), { token: 1 })
    const caller = { id: 'token', userId: 'ana', clientId: 'desk' }
    limits.admit(caller, asked)
    expect(limits.admit(caller, asked)).toBeGreaterThan(0)
    limits.forget('token')
    expect(limits.admit(caller, asked)).toBeUndefined()
  })

  test('the latest refresh tokens are known as used, of the good ones all but far too many', () => {
    const voided: string[] = []
    const tokens = createRefreshTokens((family) => voided.push(family))
    const good = tokens.issue({ ...grant, family: 'good' })
    const spent = Array.from({ length: mostRefreshTokens + 1 }, () => {
      const value = tokens.issue(grant)
      tokens.use(value, 'desk')
      return value
    })
    expect(tokens.use(spent[0] ?? '', 'desk')).toBe('The refresh token is not known')
    expect(voided).toEqual([])
    expect(tokens.use(spent[1] ?? '', 'desk')).toBe('The refresh token has been used')
    expect(voided).toEqual(['one'])
    expect(tokens.userOf(spent[1] ?? '')).toBe('ana')
    expect(tokens.use(good, 'desk')).toMatchObject({ family: 'good' })
  })

  test('void refresh tokens are let go as used ones are', () => {
    const tokens = createRefreshTokens(() => {})
    const values = Array.from({ length: mostRefreshTokens + 1 }, () => {
      const value = tokens.issue(grant)
      tokens.end(({ family }) => family === 'one')
      return value
    })
    expect(tokens.use(values[0] ?? '', 'desk')).toBe('The refresh token is not known')
    expect(tokens.use(values.at(-1) ?? '', 'desk')).toBe('The refresh token is void')
  })
})
