import { describe, expect, test } from 'vitest'
import { createFaults } from '../../emulator/faults'
import { createJournal } from '../../emulator/journal'
import { pathPattern, topicPattern } from '../../emulator/wildcards'
import { createManualClock } from '../../manual-clock'
import { control, type Json, signIn, withEmulator } from './visitor'

const spec = { times: 1, kind: 'status', status: 500, ms: 0, phase: 'before' } as const

describe('faults', () => {
  test.each([
    ['/api/v2/users/*', '/api/v2/users/me', true],
    ['/api/v2/users/*', '/api/v2/users/me/queues', false],
    ['/api/v2/users/**', '/api/v2/users/me/queues', true],
    ['/api/v2/users/**', '/api/v2/users', true],
    ['/api/**/replace/queue', '/api/v2/conversations/1/participants/2/replace/queue', true],
    ['**', '/oauth/token', true],
    ['/oauth/token', '/oauth/tokens', false],
    ['/api/v2.users', '/api/v2/users', false],
  ])('the path %s fits %s: %s', (pattern, path, fits) => {
    expect(pathPattern(pattern)(path)).toBe(fits)
  })

  test('no path holds anybody up, however many parts it has', () => {
    const pattern = `${'/**'.repeat(12)}/zzz`
    expect(pathPattern(pattern)('/a'.repeat(40))).toBe(false)
    expect(pathPattern(pattern)(`${'/a'.repeat(40)}/zzz`)).toBe(true)
    expect(topicPattern(`${'**a'.repeat(12)}z`)('a'.repeat(200))).toBe(false)
  })

  test('strike as often as told, whom they are meant for', () => {
    const faults = createFaults(createManualClock())
    faults.add({ ...spec, method: 'post', userId: 'ana', times: 2 })
    const strike = (method: string, userId: string) =>
      faults.strike({ method, userId, path: '/x', operation: 'x' }).length
    expect(strike('GET', 'ana')).toBe(0)
    expect(strike('POST', 'ben')).toBe(0)
    expect(strike('POST', 'ana')).toBe(1)
    expect(faults.list()).toMatchObject([{ count: 1, left: 1 }])
    expect(strike('POST', 'ana')).toBe(1)
    expect(strike('POST', 'ana')).toBe(0)
    expect(faults.list()).toMatchObject([{ count: 2, left: 0 }])
  })

  test('a status comes with the official body, once, and can be told when to come back', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = '/api/v2/users/me'
      await control(emulator, 'POST', '/faults', {
        path,
        kind: 'status',
        status: 429,
        retryAfter: 7,
      })
      const answer = await fetch(`${emulator.api}${path}`, {
        headers: { authorization: `Bearer ${ana.token}` },
      })
      expect(answer.status).toBe(429)
      expect(answer.headers.get('retry-after')).toBe('7')
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=600; includeSubDomains')
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect((await answer.json()).message).toContain('[7] seconds')
      expect((await ana.ask('GET', '/users/me')).status).toBe(200)
      const { body } = await control(emulator, 'GET', '/faults')
      expect(body).toMatchObject([{ path, kind: 'status', status: 429, times: 1, count: 1 }])
    }))

  test.each([
    ['before', false, 'Available'],
    ['after', true, 'On Queue'],
  ])('a 503 %s the effect leaves the effect %s', (phase, effect, presence) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const { body } = await ana.ask('GET', '/presence/definitions')
      const { id } = body.entities.find((one: Json) => one.systemPresence === 'OnQueue')
      const path = `/users/${ana.userId}/presences/purecloud`
      const fault = {
        method: 'PATCH',
        path: '/api/v2/users/**',
        kind: 'status',
        status: 503,
        phase,
      }
      expect((await control(emulator, 'POST', '/faults', fault)).status).toBe(201)
      const answer = await ana.ask('PATCH', path, { presenceDefinition: { id } })
      expect(answer).toMatchObject({ status: 503, body: { code: 'service.unavailable' } })
      const state = await control(emulator, 'GET', '/state')
      expect(state.body.users[0].presence).toBe(presence)
      const requests = await control(emulator, 'GET', '/requests')
      expect(requests.body.at(-1)).toMatchObject({ status: 503, effect })
    }),
  )

  test.each([
    ['before', false, 0],
    ['after', true, 1],
  ])('a reset %s the effect cuts the connection without a word', (phase, effect, channels) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = '/api/v2/notifications/channels'
      await control(emulator, 'POST', '/faults', { method: 'POST', path, kind: 'reset', phase })
      await expect(ana.ask('POST', '/notifications/channels')).rejects.toThrow('fetch failed')
      const { body } = await ana.ask('GET', '/notifications/channels')
      expect(body.entities).toHaveLength(channels)
      await ana.ask('POST', '/notifications/channels')
      const requests = await control(emulator, 'GET', '/requests')
      const posts = requests.body.filter((one: Json) => one.path === path && one.method === 'POST')
      expect(posts).toMatchObject([
        { status: 0, effect, resent: false },
        { status: 200, effect: true, resent: true },
      ])
    }),
  )

  test('a delay holds the answer back by the clock', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const before = clock.waiting
        await control(emulator, 'POST', '/faults', { path: '/api/**', kind: 'delay', ms: 60_000 })
        let answered = false
        const answer = ana.ask('GET', '/tokens/me').then(() => {
          answered = true
        })
        await expect.poll(() => clock.waiting).toBeGreaterThan(before)
        expect(answered).toBe(false)
        clock.advance(60_000)
        await answer
      },
      { clock },
    )
  })

  test('are removed one by one or all', () =>
    withEmulator(async (emulator) => {
      const add = () => control(emulator, 'POST', '/faults', { kind: 'status' })
      const first = await add()
      await add()
      const path = `/faults/${first.body.id}`
      expect((await control(emulator, 'DELETE', path)).status).toBe(204)
      expect((await control(emulator, 'DELETE', path)).status).toBe(404)
      expect((await control(emulator, 'GET', '/faults')).body).toHaveLength(1)
      await control(emulator, 'DELETE', '/faults')
      expect((await control(emulator, 'GET', '/faults')).body).toEqual([])
    }))

  test('the token endpoint fails in its own words', () =>
    withEmulator(async (emulator) => {
      await control(emulator, 'POST', '/faults', { path: '/oauth/token', kind: 'status' })
      const answer = await fetch(`${emulator.login}/oauth/token`, { method: 'POST' })
      expect(answer.status).toBe(500)
      expect(await answer.json()).toMatchObject({ error: 'server_error' })
    }))
})

describe('requests sent again', () => {
  const arrival = {
    method: 'POST',
    path: '/x',
    operation: 'x',
    userId: 'ana',
    correlationId: '',
    body: '{}',
  }

  test('are marked when the one before got no answer, and came just before', () => {
    const clock = createManualClock()
    const journal = createJournal(clock)
    const cut = journal.arrived(arrival)
    journal.cut(cut)
    clock.advance(1000)
    expect(journal.arrived({ ...arrival, body: '[]' }).resent).toBe(false)
    const again = journal.arrived(arrival)
    expect(again.resent).toBe(true)
    journal.answered(again, 202)
    expect(journal.arrived(arrival).resent).toBe(false)
    journal.cut(journal.arrived(arrival))
    clock.advance(2000)
    expect(journal.arrived(arrival).resent).toBe(false)
  })
})
