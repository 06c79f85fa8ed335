import { describe, expect, test } from 'vitest'
import { preservesIdleTime } from '../../emulator/api/gate'
import { routes } from '../../emulator/api/handlers'
import { createManualClock, type ManualClock } from '../../manual-clock'
import { askToken } from './browser'
import { askWith, control, type Emulator, listenTo, signIn, withEmulator } from './visitor'

const minute = 60_000

async function service(emulator: Emulator) {
  const proof = 'minidesk-service:minidesk-service-secret'
  const { body } = await askToken(emulator, { grant_type: 'client_credentials' }, proof)
  return askWith(emulator, body.access_token)
}

function timed(test: (emulator: Emulator, clock: ManualClock) => Promise<void>) {
  const clock = createManualClock()
  return withEmulator((emulator) => test(emulator, clock), { clock })
}

describe('a token that is not used', () => {
  test('ends after the organisation’s idle time, and its channels with it', () =>
    timed(async (emulator, clock) => {
      await control(emulator, 'POST', '/tokens/idle', { seconds: 600 })
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['presence'])
      clock.advance(10 * minute - 1)
      expect((await control(emulator, 'GET', '/state')).body.tokens).toHaveLength(1)
      clock.advance(1)
      expect(await listener.closed).toBe(1008)
      expect(await ana.ask('GET', '/users/me')).toMatchObject({
        status: 401,
        body: { code: 'bad.credentials' },
      })
    }))

  test('ends so even when it was never used at all', () =>
    timed(async (emulator, clock) => {
      await control(emulator, 'POST', '/tokens/idle', { seconds: 600 })
      const ask = await service(emulator)
      clock.advance(10 * minute)
      expect((await ask('GET', '/tokens/me')).status).toBe(401)
    }))

  test.each([
    ['GET', '/users/me'],
    ['GET', '/tokens/me'],
    ['HEAD', '/tokens/me'],
    ['GET', '/conversations/none'],
  ])('lives on for every request: %s %s', (method, path) =>
    timed(async (emulator, clock) => {
      await control(emulator, 'POST', '/tokens/idle', { seconds: 600 })
      const { ask, token } = await signIn(emulator)
      const url = `${emulator.api}/api/v2${path}`
      clock.advance(9 * minute)
      await fetch(url, { method, headers: { authorization: `Bearer ${token}` } })
      clock.advance(9 * minute)
      expect((await ask('GET', '/users/me')).status).toBe(200)
    }),
  )

  test('does not live on for asking how long it has, when that is to be kept', () =>
    timed(async (emulator, clock) => {
      await control(emulator, 'POST', '/tokens/idle', { seconds: 600 })
      const { ask } = await signIn(emulator)
      const idles = async (query = '?preserveIdleTTL=true') =>
        Date.parse((await ask('GET', `/tokens/me${query}`)).body.dateTokenIdles) - clock.now()
      expect(await idles()).toBe(10 * minute)
      clock.advance(4 * minute)
      expect(await idles()).toBe(6 * minute)
      expect(await idles('?preserveIdleTTL=false')).toBe(10 * minute)
      clock.advance(4 * minute)
      expect(await idles()).toBe(6 * minute)
      clock.advance(6 * minute)
      expect((await ask('GET', '/tokens/me?preserveIdleTTL=true')).status).toBe(401)
    }))

  test('is kept idle by that one question only', () => {
    const exchange = {
      method: 'GET',
      path: '/',
      query: new URLSearchParams({ preserveIdleTTL: 'true' }),
      headers: new Headers(),
      body: '',
      correlationId: '',
    }
    const keepers = routes.filter((route) => preservesIdleTime(exchange, route))
    expect(keepers.map(({ operation }) => operation)).toEqual(['getTokensMe'])
  })

  test('lives as long as it was made for where no idle time is set', () =>
    timed(async (emulator, clock) => {
      const ana = await signIn(emulator)
      expect((await ana.ask('GET', '/tokens/me')).body).not.toHaveProperty('dateTokenIdles')
      await control(emulator, 'POST', '/tokens/idle', { seconds: 600 })
      await control(emulator, 'POST', '/tokens/idle', { seconds: null })
      clock.advance(23 * 60 * minute)
      expect((await ana.ask('GET', '/users/me')).status).toBe(200)
    }))

  test('ends when a time is set that it has outstayed already', () =>
    timed(async (emulator, clock) => {
      const ana = await signIn(emulator)
      clock.advance(11 * minute)
      await control(emulator, 'POST', '/tokens/idle', { seconds: 600 })
      clock.advance(0)
      expect((await ana.ask('GET', '/users/me')).status).toBe(401)
    }))

  test.each([{}, { seconds: 0 }, { seconds: 28_801 }, { seconds: '600' }])(
    'POST /tokens/idle refuses %o',
    (body) =>
      withEmulator(async (emulator) => {
        const answer = await control(emulator, 'POST', '/tokens/idle', body)
        expect(answer).toEqual({
          status: 400,
          body: { message: expect.any(String), field: 'seconds' },
        })
      }),
  )
})

describe('the idle time of the organisation', () => {
  const off = { enableIdleTokenTimeout: false, inactivityTimeoutGroupsEnabled: false }
  const path = '/tokens/timeout'

  test('is read by everybody, and set by an administrator', () =>
    timed(async (emulator, clock) => {
      const [ask, ana] = [await service(emulator), await signIn(emulator)]
      expect(await ana.ask('GET', path)).toEqual({ status: 200, body: off })
      const body = { enableIdleTokenTimeout: true, idleTokenTimeoutSeconds: 300 }
      const refused = await ana.ask('PUT', path, body)
      expect(refused).toMatchObject({ status: 403, body: { code: 'app.not.authorized.for.scope' } })
      const set = { status: 200, body: { ...off, ...body } }
      expect(await ask('PUT', path, body)).toEqual(set)
      expect(await ana.ask('GET', path)).toEqual(set)
      clock.advance(5 * minute)
      expect((await ana.ask('GET', '/users/me')).status).toBe(401)
    }))

  test('is taken away again', () =>
    timed(async (emulator, clock) => {
      const ask = await service(emulator)
      await ask('PUT', path, { enableIdleTokenTimeout: true, idleTokenTimeoutSeconds: 300 })
      const ana = await signIn(emulator)
      expect(await ask('PUT', path, { enableIdleTokenTimeout: false })).toEqual({
        status: 200,
        body: off,
      })
      clock.advance(60 * minute)
      expect((await ana.ask('GET', '/users/me')).status).toBe(200)
    }))

  test.each([299, 28_801, undefined])('is not %s seconds', (idleTokenTimeoutSeconds) =>
    withEmulator(async (emulator) => {
      const ask = await service(emulator)
      const body = { enableIdleTokenTimeout: true, idleTokenTimeoutSeconds }
      const { status, body: told } = await ask('PUT', path, body)
      expect(status).toBe(400)
      expect(told).toMatchObject({
        code: 'token.timeout.exceeded',
        message: 'When HIPAA is not enabled timeout must be between 300 and 28800 seconds',
      })
      expect((await ask('GET', path)).body).toEqual(off)
    }),
  )

  test('is what the controls have set it to, though never shorter than it can be', () =>
    withEmulator(async (emulator) => {
      const { ask } = await signIn(emulator)
      const told = async () => (await ask('GET', path)).body
      for (const [seconds, idleTokenTimeoutSeconds] of [
        [900, 900],
        [20, 300],
      ]) {
        await control(emulator, 'POST', '/tokens/idle', { seconds })
        const on = { ...off, enableIdleTokenTimeout: true, idleTokenTimeoutSeconds }
        expect(await told()).toEqual(on)
      }
      await control(emulator, 'POST', '/tokens/idle', { seconds: null })
      expect(await told()).toEqual(off)
    }))

  test.each([300, 28_800])('may be %s seconds', (idleTokenTimeoutSeconds) =>
    withEmulator(async (emulator) => {
      const ask = await service(emulator)
      const body = { enableIdleTokenTimeout: true, idleTokenTimeoutSeconds }
      expect((await ask('PUT', path, body)).body).toEqual({ ...off, ...body })
    }),
  )
})
