import { describe, expect, test } from 'vitest'
import { createManualClock } from '../../manual-clock'
import { authorizeUrl, control, type Emulator, logIn, signIn, withEmulator } from './visitor'

const provider = { provider: 'okta', org: 'larkfield' }

/** Requests that wait in one way or another. */
const waits: readonly [string, string, object, (emulator: Emulator) => Promise<unknown>][] = [
  [
    'at a slow identity provider',
    '/idp',
    { mode: 'slow', ms: 1000 },
    (emulator) => fetch(authorizeUrl(emulator, provider)),
  ],
  [
    'in a silence that has an end',
    '/faults',
    { kind: 'timeout', ms: 1000 },
    ({ api }) => fetch(`${api}/api/v2/users/me`),
  ],
  [
    'for a delay to pass',
    '/faults',
    { kind: 'delay', ms: 1000 },
    ({ api }) => fetch(`${api}/api/v2/users/me`),
  ],
]

describe('a request that waits', () => {
  test.each(waits)('%s is cut off by a reset', (_where, path, body, ask) => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        await control(emulator, 'POST', path, body)
        const { waiting } = clock
        const asked = expect(ask(emulator)).rejects.toThrow('fetch failed')
        await expect.poll(() => clock.waiting).toBe(waiting + 1)
        await control(emulator, 'POST', '/reset')
        await asked
        // Nothing of it is left to be carried out in the new organisation.
        expect(clock.waiting).toBeLessThanOrEqual(waiting)
        const requests = await control(emulator, 'GET', '/requests')
        expect(requests.body).toEqual([])
      },
      { clock },
    )
  })

  test('in a silence without an end is cut off by a reset, and the next one is heard', () =>
    withEmulator(async (emulator) => {
      await control(emulator, 'POST', '/faults', { kind: 'timeout' })
      const asked = expect(fetch(`${emulator.api}/api/v2/users/me`)).rejects.toThrow()
      await expect
        .poll(async () => (await control(emulator, 'GET', '/faults')).body[0].count)
        .toBe(1)
      await control(emulator, 'POST', '/reset')
      await asked
      expect((await signIn(emulator)).token).toBeTruthy()
    }))

  test('has nothing left on the clock when the emulator has stopped', async () => {
    const clock = createManualClock()
    const { waiting } = clock
    await withEmulator(
      async (emulator) => {
        await logIn(emulator)
        await control(emulator, 'POST', '/faults', { kind: 'delay', ms: 1000 })
        const before = clock.waiting
        fetch(`${emulator.api}/api/v2/users/me`).catch(() => {})
        await expect.poll(() => clock.waiting).toBe(before + 1)
      },
      { clock },
    )
    expect(clock.waiting).toBe(waiting)
  })
})
