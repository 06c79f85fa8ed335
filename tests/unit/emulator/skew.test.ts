import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import type { Shape } from '../../emulator/contract/facts'
import { shifted } from '../../emulator/contract/moments'
import { createManualClock } from '../../manual-clock'
import { control, type Json, listenTo, signIn, withEmulator } from './visitor'

const hour = 3_600_000
const skew = (emulator: Emulator, skewMs: unknown) =>
  control(emulator, 'POST', '/clock', { skewMs })

/** A call that rings at the user's. */
async function ring(emulator: Emulator, userId: string): Promise<string> {
  const from = { name: 'Finn Jansen', number: '+14635550102' }
  const placed = await control(emulator, 'POST', '/calls', { userId, from })
  return placed.body.conversationId
}

describe('a clock that is off', () => {
  const moment: Shape = { type: 'string', format: 'date-time' }
  const shape: Shape = {
    properties: {
      at: moment,
      all: { type: 'array', items: { properties: { at: moment } } },
      by: { additionalProperties: moment },
      data: { additionalProperties: { type: 'string' } },
      any: {},
      interval: { type: 'string' },
    },
  }
  const at = '2027-01-15T08:00:00.000Z'
  const later = '2027-01-15T09:00:00.000Z'

  test('moves what is described as a moment, and nothing that only looks like one', () => {
    const said = (when: string) => ({
      at: when,
      all: [{ at: when }, {}],
      by: { me: when },
      data: { at, interval: at },
      any: at,
      interval: `${when}/${when}`,
      unknown: at,
    })
    expect(shifted(said(at), shape, hour)).toEqual(said(later))
    expect(shifted(said(later), shape, -hour)).toEqual(said(at))
    expect(shifted([null, 7, at], { items: moment }, hour)).toEqual([null, 7, later])
  })

  test.each([
    ['2027-01-15T08:00:00Z', later],
    ['2027-01-15 08:00:00.5z', '2027-01-15T09:00:00.500Z'],
    ['2027-01-15T10:00:00+02:00', later],
    ['2027-01-15T10:00:00+0200', later],
    // Refused for what they are, not taken for something else.
    ['2027-01-15', '2027-01-15'],
    ['2027-01-15T08:00', '2027-01-15T08:00'],
    ['2027-13-45T99:00:00.000Z', '2027-13-45T99:00:00.000Z'],
    ['', ''],
  ])('moves a moment however it is spelled: %s', (text, moved) => {
    expect(shifted(text, moment, hour)).toBe(moved)
  })

  test('moves the ends of an interval, which may be days', () => {
    const interval: Shape = { type: 'string', format: 'interval' }
    const two = '2027-01-15/2027-01-15T10:00:00+02:00'
    expect(shifted(two, interval, hour)).toBe(`2027-01-15T01:00:00.000Z/${later}`)
    expect(shifted(`${at}/P1D`, interval, hour)).toBe(`${later}/P1D`)
  })

  test('is off in answers, events and the Date header of both hosts', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const events = await listenTo(ana, ['conversations'])
        for (const skewMs of [0, 5 * hour, -26 * hour]) {
          expect((await skew(emulator, skewMs)).body).toEqual({ now: clock.now(), skewMs })
          const now = clock.now() + skewMs
          const { body } = await ana.ask('GET', '/users/me?expand=date')
          expect(Date.parse(body.date.currentDate)).toBe(now)
          for (const url of [`${emulator.api}/api/v2/users/me`, `${emulator.login}/logout`]) {
            const date = (await fetch(url)).headers.get('date') ?? ''
            expect(Date.parse(date)).toBe(Math.floor(now / 1000) * 1000)
          }
          const id = await ring(emulator, ana.userId)
          const told = events.next(({ eventBody }: Json) => eventBody.id === id)
          clock.advance(5)
          const event = await told
          expect(Date.parse(event.eventBody.participants[0].connectedTime)).toBe(now)
          await control(emulator, 'POST', `/conversations/${id}/hangup`)
        }
        events.close()
      },
      { clock },
    )
  })

  test('leaves every duration true, though it is moved meanwhile', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const { token, userId, ask } = await signIn(emulator)
        await control(emulator, 'POST', '/tokens/duration', { seconds: 3600 })
        const id = await ring(emulator, userId)
        const alerting = async () => {
          const { body } = await control(emulator, 'GET', '/state')
          const own = body.conversations[0].participants.find((one: Json) => one.userId === userId)
          return own.state === 'alerting'
        }
        await skew(emulator, 100 * hour)
        clock.advance(1000)
        const { body } = await ask('GET', `/conversations/${id}`)
        const path = `/conversations/${id}/participants/${body.participants[0].id}/attributes`
        // Whatever happens in the call sets its alarms anew.
        expect((await ask('PATCH', path, { attributes: { vip: 'yes' } })).status).toBe(202)
        expect(await alerting()).toBe(true)
        await skew(emulator, -100 * hour)
        clock.advance(60_000)
        expect(await alerting()).toBe(false)
        expect((await ask('GET', '/users/me')).status).toBe(200)
        const headers = { authorization: `Bearer ${token}` }
        clock.advance(24 * hour)
        expect((await fetch(`${emulator.api}/api/v2/users/me`, { headers })).status).toBe(401)
      },
      { clock },
    )
  })

  test.each(['2030-01-01T10:00:00Z', '2030-01-01T10:00:00.000Z', '2030-01-01T11:00:00+01:00'])(
    'is the one that clients tell dates by: %s',
    (startDate) =>
      withEmulator(async (emulator) => {
        const { userId, ask } = await signIn(emulator)
        const path = `/users/${userId}/outofoffice`
        await skew(emulator, hour)
        const put = await ask('PUT', path, { active: true, startDate })
        expect(put.body.startDate).toBe('2030-01-01T10:00:00.000Z')
        await skew(emulator, 0)
        expect((await ask('GET', path)).body.startDate).toBe('2030-01-01T09:00:00.000Z')
      }),
  )

  test('is the one that intervals of a query are told by', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const id = await ring(emulator, ana.userId)
        await control(emulator, 'POST', `/conversations/${id}/hangup`)
        const ends = [-60_000, 60_000].map((ms) => new Date(clock.now() + 5 * hour + ms))
        const interval = ends.map((end) => end.toISOString()).join('/')
        const past = async () => {
          const { body } = await ana.ask('GET', `/conversations/calls/history?interval=${interval}`)
          return body.entities.map((one: Json) => one.id)
        }
        expect(await past()).toEqual([])
        await skew(emulator, 5 * hour)
        expect(await past()).toEqual([id])
      },
      { clock },
    )
  })

  test('leaves data alone, in answers and in events', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        const ana = await signIn(emulator)
        const path = `/conversations/${await ring(emulator, ana.userId)}`
        const [{ id }] = (await ana.ask('GET', path)).body.participants
        const attributes = { due: '2030-01-01T10:00:00.000Z' }
        const events = await listenTo(ana, ['conversations'])
        await ana.ask('PATCH', `${path}/participants/${id}/attributes`, { attributes })
        await skew(emulator, hour)
        expect((await ana.ask('GET', path)).body.participants[0].attributes).toEqual(attributes)
        await ana.ask('PATCH', `${path}/participants/${id}/attributes`, {
          attributes: { more: attributes.due },
        })
        clock.advance(5)
        const { eventBody } = await events.next(
          (frame) => frame.eventBody.participants[0].attributes.more,
        )
        expect(eventBody.participants[0].attributes).toEqual({
          ...attributes,
          more: attributes.due,
        })
        expect(eventBody.participants[0].connectedTime).toBe(
          new Date(clock.now() - 5 + hour).toISOString(),
        )
        events.close()
      },
      { clock },
    )
  })

  test('is true again after the reset', () =>
    withEmulator(async (emulator) => {
      await skew(emulator, hour)
      await control(emulator, 'POST', '/reset')
      expect((await control(emulator, 'GET', '/clock')).body.skewMs).toBe(0)
    }))

  test.each([undefined, '1', 1.5, null, 1e15])('cannot be off by %s', (skewMs) =>
    withEmulator(async (emulator) => {
      expect(await skew(emulator, skewMs)).toMatchObject({ status: 400, body: { field: 'skewMs' } })
    }),
  )
})
