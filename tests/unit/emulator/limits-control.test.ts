import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { readFlags } from '../../emulator/flags'
import { control, signIn, type Visitor, withEmulator } from './visitor'

const limit = (emulator: Emulator, body: object) => control(emulator, 'POST', '/limits', body)

const ask = (emulator: Emulator, { token }: Visitor) =>
  fetch(`${emulator.api}/api/v2/tokens/me`, { headers: { authorization: `Bearer ${token}` } })

describe('limits by the control API', () => {
  test('are the official ones, can be changed, and are told with their use until the reset', () =>
    withEmulator(async (emulator) => {
      const official = { token: 300, userApp: 3000, organisation: null, foreign: 0, operations: [] }
      expect((await control(emulator, 'GET', '/limits')).body).toMatchObject(official)
      const changed = await limit(emulator, {
        token: 60,
        organisation: 600,
        window: { kind: 'rolling' },
      })
      const window = { kind: 'rolling', seconds: 60 }
      expect(changed).toMatchObject({ status: 200, body: { token: 60, organisation: 600, window } })
      const { userId } = await signIn(emulator)
      const { body } = await control(emulator, 'GET', '/limits')
      expect(body.use).toMatchObject([
        { limit: 'token', of: { userId }, max: 60, used: 1 },
        { limit: 'userApp', of: { userId }, max: 3000, used: 1 },
        { limit: 'organisation', of: {}, max: 600, used: 1 },
      ])
      await control(emulator, 'POST', '/reset')
      expect((await control(emulator, 'GET', '/limits')).body).toMatchObject({
        ...official,
        use: [],
      })
    }))

  test('given at the start outlast the reset', () =>
    withEmulator(
      async (emulator) => {
        await limit(emulator, { token: 10 })
        await control(emulator, 'POST', '/reset')
        expect((await control(emulator, 'GET', '/limits')).body.token).toBe(60)
      },
      { limits: { token: 60 } },
    ))

  test('of a token can be given on the command line', () => {
    expect(readFlags(['--rate-limit', '60'], {}).limits).toEqual({ token: 60 })
    expect(() => readFlags(['--rate-limit', '0'], {})).toThrow('--rate-limit')
  })

  test('refuse with the seconds in header and body, or in the body only', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      for (const retryAfterHeader of [true, false]) {
        await limit(emulator, { token: 1, retryAfterHeader })
        expect((await ask(emulator, ana)).status).toBe(200)
        const late = await ask(emulator, ana)
        const body = await late.json()
        expect(late.status).toBe(429)
        expect(late.headers.has('retry-after')).toBe(retryAfterHeader)
        expect(late.headers.get('strict-transport-security')).toBe('max-age=600; includeSubDomains')
        expect(body.message).toMatch(/Retry the request in \[(60|59)\] seconds/)
        expect(Object.keys(body)).toEqual([
          'message',
          'code',
          'status',
          'contextId',
          'details',
          'errors',
        ])
      }
    }))

  test('are told in headers only when asked for, and exposed when switched so', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const plain = await ask(emulator, ana)
      expect([...plain.headers.keys()].filter((name) => name.startsWith('x-rate'))).toEqual([])
      expect(plain.headers.get('access-control-expose-headers')).toBe(
        'ININ-Correlation-Id, Retry-After',
      )
      await limit(emulator, { token: 2, headers: true })
      const told = []
      for (let count = 0; count < 3; count += 1) {
        const { status, headers } = await ask(emulator, ana)
        const names = ['limit', 'remaining']
        told.push([status, ...names.map((name) => headers.get(`x-rate-limit-${name}`))])
        expect(Number(headers.get('x-rate-limit-reset'))).toBeGreaterThan(50)
        expect(headers.get('access-control-expose-headers')).toContain('X-Rate-Limit-Remaining')
      }
      expect(told).toEqual([
        [200, '2', '1'],
        [200, '2', '0'],
        [429, '2', '0'],
      ])
      await control(emulator, 'POST', '/switches', { exposedHeaders: 'none' })
      const hidden = await ask(emulator, ana)
      expect(hidden.headers.has('access-control-expose-headers')).toBe(false)
      expect(hidden.headers.has('x-rate-limit-limit')).toBe(true)
    }))

  test('can be asked for by clients', () =>
    withEmulator(async (emulator) => {
      const { ask } = await signIn(emulator)
      await limit(emulator, { token: 60 })
      const path = '/organizations/limits/namespaces/platform.api'
      const { body } = await ask('GET', path)
      const key = 'token.rate.per.minute'
      expect(body.entities).toContainEqual({ key, namespace: 'platform.api', value: 60 })
      const defaults = await ask('GET', `${path}/defaults`)
      expect(defaults.body.entities).toContainEqual({ key, namespace: 'platform.api', value: 300 })
      expect(await ask('GET', '/organizations/limits/namespaces/none')).toMatchObject({
        status: 400,
        body: { code: 'invalid.value' },
      })
    }))

  test.each([
    ['token', { token: 0 }],
    ['userApp', { userApp: '3' }],
    ['window', { window: 7 }],
    ['window.kind', { window: { kind: 'sliding' } }],
    ['window.seconds', { window: { seconds: 0 } }],
    ['foreign', { foreign: -1 }],
    ['headers', { headers: 'yes' }],
    ['operations', { operations: {} }],
    ['operations[0]', { operations: [1] }],
    ['operations[0].operation', { operations: [{ max: 1 }] }],
    ['operations[0].operation', { operations: [{ operation: 'token', max: 1 }] }],
    ['operations[0].operation', { operations: [{ operation: 'getNothing', max: 1 }] }],
    ['operations[1].max', { operations: [{ path: '/x', max: 1 }, { path: '/y' }] }],
    ['tokens', { tokens: 3 }],
  ])('a wrong %s is refused, and changes nothing', (field, wrong) =>
    withEmulator(async (emulator) => {
      const answer = await limit(emulator, { ...wrong, organisation: 600 })
      expect(answer).toMatchObject({ status: 400, body: { field } })
      expect((await control(emulator, 'GET', '/limits')).body.organisation).toBeNull()
    }),
  )
})
