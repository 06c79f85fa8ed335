import { describe, expect, test } from 'vitest'
import { createOutOfOffice, isAbsent } from '../../emulator/presence/outofoffice'
import { createManualClock } from '../../manual-clock'
import { listenTo, signIn, withEmulator } from './visitor'

const dayMs = 24 * 60 * 60 * 1000

describe('an absence', () => {
  test.each([
    [undefined, false],
    [{ indefinite: true }, true],
    [{ indefinite: true, start: 11 }, false],
    [{ indefinite: false, start: 5, end: 10 }, false],
    [{ indefinite: false, start: 10, end: 11 }, true],
    [{ indefinite: true, end: 5 }, true],
  ])('%o at 10: %s', (absence, active) => {
    expect(isAbsent(absence, 10)).toBe(active)
  })

  test('begins and ends by itself, however far off', () => {
    const clock = createManualClock()
    const told: boolean[] = []
    const outOfOffice = createOutOfOffice({
      clock,
      changed: (userId) => told.push(outOfOffice.isActive(userId)),
    })
    const wait = 40.5 * dayMs
    const start = clock.now() + wait
    outOfOffice.set('ana', { indefinite: false, start: start - dayMs })
    outOfOffice.set('ana', { indefinite: false, start, end: start + 3 * dayMs })
    expect(clock.waiting).toBe(1)
    clock.advance(wait - 1)
    expect(told).toEqual([false, false])
    clock.advance(1)
    expect(told).toEqual([false, false, true])
    expect(outOfOffice.changedAt('ana')).toBe(start)
    clock.advance(3 * dayMs)
    expect(told).toEqual([false, false, true, false])
    expect(clock.waiting).toBe(0)
  })

  test('is set, told, and taken back', () =>
    withEmulator(async (emulator) => {
      const ana = await signIn(emulator)
      const listener = await listenTo(ana, ['outofoffice', 'activity'])
      const path = `/users/${ana.userId}/outofoffice`
      expect((await ana.ask('GET', path)).body).toMatchObject({ active: false, indefinite: false })
      const away = { active: true, indefinite: true }
      expect((await ana.ask('PUT', path, away)).body).toMatchObject(away)
      const event = await listener.next(({ topicName }) => topicName.endsWith('outofoffice'))
      expect(event.eventBody).toMatchObject({ user: { id: ana.userId }, ...away })
      await listener.next(({ eventBody }) => eventBody.outOfOffice?.active === true)
      const me = await ana.ask('GET', '/users/me?expand=outOfOffice')
      expect(me.body.outOfOffice.active).toBe(true)
      expect((await ana.ask('PUT', path, { active: false })).body.active).toBe(false)
      const dates = { startDate: '2099-01-04T08:00:00Z', endDate: '2099-02-01T08:00:00.000Z' }
      expect((await ana.ask('PUT', path, { active: true, ...dates })).body).toMatchObject({
        active: false,
        indefinite: false,
        startDate: '2099-01-04T08:00:00.000Z',
      })
      listener.close()
    }))

  test('is refused when its dates are none, and to others', () =>
    withEmulator(async (emulator) => {
      const [ana, ben] = [await signIn(emulator), await signIn(emulator, 'Ben Okafor')]
      const path = `/users/${ana.userId}/outofoffice`
      const put = async (change: object) => (await ana.ask('PUT', path, change)).body.code
      expect(await put({ active: true, startDate: 'tomorrow' })).toBe('invalid.date')
      const [startDate, endDate] = ['2099-02-01T08:00:00Z', '2099-01-01T08:00:00Z']
      expect(await put({ active: true, startDate, endDate })).toBe('invalid.value')
      expect((await ben.ask('PUT', path, { active: true })).status).toBe(403)
      expect((await ben.ask('GET', '/users/nobody/outofoffice')).body.code).toBe(
        'presenceservice.usernotfound',
      )
    }))
})
