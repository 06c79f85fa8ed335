import { describe, expect, test } from 'vitest'
import type { Emulator } from '../../contract/emulator'
import { createSkew } from '../../emulator/skew'
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
  test('moves what is said of time, and nothing else, out and in', () => {
    const clock = createSkew()
    const said = (at: string) => JSON.stringify({ at, note: `of ${at}`, quoted: `"${at}"` })
    const at = '2027-01-15T08:00:00.000Z'
    const later = '2027-01-15T09:00:00.000Z'
    expect(clock.out(said(at))).toBe(said(at))
    clock.ms = hour
    expect(JSON.parse(clock.out(said(at)))).toEqual({ ...JSON.parse(said(at)), at: later })
    expect(clock.in(clock.out(said(at)))).toBe(said(at))
    expect(clock.out(`["${at}/${later}"]`)).toBe(`["${later}/2027-01-15T10:00:00.000Z"]`)
    expect(clock.out('["2027-13-45T99:00:00.000Z"]')).toBe('["2027-13-45T99:00:00.000Z"]')
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

  test('is the one that clients tell dates by', () =>
    withEmulator(async (emulator) => {
      const { userId, ask } = await signIn(emulator)
      const path = `/conversations/${await ring(emulator, userId)}`
      const [{ id }] = (await ask('GET', path)).body.participants
      await skew(emulator, hour)
      const attributes = { callAt: '2027-01-15T09:00:00.000Z' }
      await ask('PATCH', `${path}/participants/${id}/attributes`, { attributes })
      expect((await ask('GET', path)).body.participants[0].attributes).toEqual(attributes)
      await skew(emulator, 0)
      expect((await ask('GET', path)).body.participants[0].attributes).toEqual({
        callAt: '2027-01-15T08:00:00.000Z',
      })
    }))

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
