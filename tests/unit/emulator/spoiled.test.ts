import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { createManualClock } from '../../manual-clock'
import { control, type Json, signIn, type Visitor, withEmulator } from './visitor'

const channels = '/api/v2/notifications/channels'

/** The answer itself, before anything is made of it. */
function send(emulator: Emulator, ana: Visitor, method: string, path: string, init?: RequestInit) {
  const headers = { authorization: `Bearer ${ana.token}`, 'content-type': 'application/json' }
  return fetch(`${emulator.api}${path}`, { ...init, method, headers })
}

const fault = (emulator: Emulator, body: object) => control(emulator, 'POST', '/faults', body)

/** The last request as the journal has it, and how many channels there really are. */
async function aftermath(emulator: Emulator, ana: Visitor) {
  const { body } = await control(emulator, 'GET', '/requests')
  const { status, effect } = body.at(-1)
  const there = await ana.ask('GET', '/notifications/channels')
  return { status, effect, channels: there.body.entities.length }
}

/** A call that rings at the visitor's, and the path that answers it. */
async function ringing(emulator: Emulator, ana: Visitor) {
  const from = { name: 'Finn Jansen', number: '+14635550102' }
  const placed = await control(emulator, 'POST', '/calls', { userId: ana.userId, from })
  const id = placed.body.conversationId
  const { body } = await ana.ask('GET', `/conversations/${id}`)
  const own = body.participants.find((one: Json) => one.userId === ana.userId)
  return `/api/v2/conversations/calls/${id}/participants/${own.id}`
}

describe('a page instead of an answer', () => {
  test.each([
    [{}, 500],
    [{ status: 200 }, 200],
    [{ status: 502 }, 502],
  ])('with %o comes as %i, and can be read by the desk', (more, status) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      await fault(emulator, { path: channels, kind: 'html', ...more })
      const answer = await send(emulator, ana, 'POST', channels)
      expect(answer.status).toBe(status)
      expect(answer.headers.get('content-type')).toContain('text/html')
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(await answer.text()).toContain('<!doctype html>')
      expect(await aftermath(emulator, ana)).toEqual({ status, effect: false, channels: 0 })
    }),
  )

  test('after the effect hides that it happened', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      await fault(emulator, { path: channels, kind: 'html', phase: 'after' })
      await send(emulator, ana, 'POST', channels)
      expect(await aftermath(emulator, ana)).toEqual({ status: 500, effect: true, channels: 1 })
    }))
})

describe('an answer cut in the middle', () => {
  test('has the true head, and half of what a read asks for', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const whole = await (await send(emulator, ana, 'GET', '/api/v2/users/me')).text()
      await fault(emulator, { path: '/api/v2/users/me', kind: 'truncate' })
      const answer = await send(emulator, ana, 'GET', '/api/v2/users/me')
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(whole)))
      expect(answer.headers.get('content-type')).toBe('application/json')
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      let read = ''
      const reading = async () => {
        for await (const chunk of answer.body ?? []) read += Buffer.from(chunk).toString()
      }
      await expect(reading()).rejects.toThrow('terminated')
      expect(whole.startsWith(read)).toBe(true)
      expect(read.length).toBeGreaterThan(0)
      expect(read.length).toBeLessThan(whole.length)
    }))

  test.each([
    [{ phase: 'before' }, { status: 500, effect: false, channels: 0 }],
    [
      { phase: 'before', status: 503 },
      { status: 503, effect: false, channels: 0 },
    ],
    [{ phase: 'after' }, { status: 200, effect: true, channels: 1 }],
    [
      { phase: 'after', status: 503 },
      { status: 503, effect: true, channels: 1 },
    ],
  ])('to a write, %o', (more, told) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      await fault(emulator, { path: channels, method: 'POST', kind: 'truncate', ...more })
      const answer = await send(emulator, ana, 'POST', channels)
      expect(answer.status).toBe(told.status)
      await expect(answer.text()).rejects.toThrow('terminated')
      expect(await aftermath(emulator, ana)).toEqual(told)
    }),
  )

  test('fails even where there is no body, and is not taken for one sent again', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const path = await ringing(emulator, ana)
      const body = JSON.stringify({ state: 'connected' })
      await fault(emulator, { path, kind: 'truncate', phase: 'after' })
      const answer = await send(emulator, ana, 'PATCH', path, { body })
      expect(answer.status).toBe(202)
      await expect(answer.text()).rejects.toThrow('terminated')
      const again = await send(emulator, ana, 'PATCH', path, { body })
      expect(again.status).toBe(400)
      const requests = await control(emulator, 'GET', '/requests')
      expect(requests.body.slice(-2)).toMatchObject([
        { status: 202, effect: true, resent: false },
        { status: 400, effect: false, resent: false },
      ])
    }))
})

describe('an answer without its body', () => {
  test.each([
    [{ phase: 'before' }, { status: 200, effect: false, channels: 0 }],
    [{ phase: 'after' }, { status: 200, effect: true, channels: 1 }],
    [
      { phase: 'after', status: 502 },
      { status: 502, effect: true, channels: 1 },
    ],
  ])('to a write, %o', (more, told) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      await fault(emulator, { path: channels, method: 'POST', kind: 'empty', ...more })
      const answer = await send(emulator, ana, 'POST', channels)
      expect(answer.status).toBe(told.status)
      expect(answer.headers.get('content-type')).toBeNull()
      expect(answer.headers.get('access-control-allow-origin')).toBe('*')
      expect(await answer.text()).toBe('')
      expect(await aftermath(emulator, ana)).toEqual(told)
    }),
  )

  test('has the status of the true one', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      await fault(emulator, { kind: 'empty' })
      const answer = await send(emulator, ana, 'GET', '/api/v2/conversations/none')
      expect(answer.status).toBe(404)
      expect(await answer.text()).toBe('')
    }))
})

describe('no answer at all', () => {
  test.each([
    ['before', { status: 0, effect: false, channels: 0 }],
    ['after', { status: 0, effect: true, channels: 1 }],
  ])('%s the effect, until the client goes away', (phase, told) =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      await fault(emulator, { path: channels, method: 'POST', kind: 'timeout', phase })
      const patience = new AbortController()
      const answer = send(emulator, ana, 'POST', channels, { signal: patience.signal })
      const { effect } = told
      const last = async () => (await control(emulator, 'GET', '/requests')).body.at(-1)
      await expect.poll(last).toMatchObject({ method: 'POST', effect })
      patience.abort()
      await expect(answer).rejects.toThrow('aborted')
      expect(await aftermath(emulator, ana)).toEqual(told)
      await send(emulator, ana, 'POST', channels)
      expect(await last()).toMatchObject({ status: 200, resent: false })
    }),
  )

  test('ends when the emulator stops', async () => {
    let answer: Promise<Response> | undefined
    await withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      await fault(emulator, { path: channels, kind: 'timeout' })
      answer = send(emulator, ana, 'POST', channels)
      answer.catch(() => {})
      const count = async () => (await control(emulator, 'GET', '/faults')).body[0].count
      await expect.poll(count).toBe(1)
    })
    await expect(answer).rejects.toThrow('fetch failed')
  })

  test('or after the time given; a browser may then send it again, which is marked', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const waiting = clock.waiting
        await fault(emulator, { path: channels, kind: 'timeout', ms: 60_000, times: 2 })
        const patience = new AbortController()
        const given = send(emulator, ana, 'POST', channels, { signal: patience.signal })
        await expect.poll(() => clock.waiting).toBe(waiting + 1)
        patience.abort()
        await expect(given).rejects.toThrow('aborted')
        await expect.poll(() => clock.waiting).toBe(waiting)
        const answer = send(emulator, ana, 'POST', channels)
        await expect.poll(() => clock.waiting).toBe(waiting + 1)
        clock.advance(60_000)
        await expect(answer).rejects.toThrow('fetch failed')
        expect(clock.waiting).toBe(waiting)
        await send(emulator, ana, 'POST', channels)
        const { body } = await control(emulator, 'GET', '/requests')
        expect(body.slice(-3)).toMatchObject([
          { status: 0, resent: false },
          { status: 0, resent: false },
          { status: 200, resent: true },
        ])
      },
      { clock },
    )
  })
})
