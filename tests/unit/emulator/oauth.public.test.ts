import { describe, expect, test } from 'vitest'
import type { Switches } from '../../emulator/switches'
import { createManualClock } from '../../manual-clock'
import { askToken } from './browser'
import {
  askWith,
  control,
  type Emulator,
  exchange,
  type Json,
  listenTo,
  logIn,
  redirectUri,
  withEmulator,
} from './visitor'

const day = 86_400_000
const named = { client_id: 'minidesk-local' }

/** What a public client gets for a code. */
async function getTokens(emulator: Emulator): Promise<Json> {
  const { location } = await logIn(emulator)
  return (await exchange(emulator, location.searchParams.get('code') ?? '')).json()
}

const refresh = (emulator: Emulator, refresh_token: string, more: object = named) =>
  askToken(emulator, { grant_type: 'refresh_token', refresh_token, ...more })

const isLive = async (emulator: Emulator, { access_token }: Json) =>
  (await askWith(emulator, access_token)('GET', '/users/me')).status === 200

function when(
  publicRefreshToken: Switches['publicRefreshToken'],
  body: (emulator: Emulator) => Promise<void>,
) {
  return () => withEmulator(body, { switches: { publicRefreshToken } })
}

describe('the refresh token of a public client', () => {
  test(
    'does not come, unless switched',
    when('none', async (emulator) => {
      expect(await getTokens(emulator)).not.toHaveProperty('refresh_token')
    }),
  )

  test(
    'may come and be good for nothing',
    when('unusable', async (emulator) => {
      const { refresh_token } = await getTokens(emulator)
      expect(refresh_token).toEqual(expect.any(String))
      const { status, body } = await refresh(emulator, refresh_token)
      expect([status, body.error]).toEqual([400, 'unauthorized_client'])
    }),
  )

  test(
    'may buy a new pair without any secret, once',
    when('rotated', async (emulator) => {
      const first = await getTokens(emulator)
      const { status, body: next } = await refresh(emulator, first.refresh_token)
      expect(status).toBe(200)
      expect(next).toEqual({
        access_token: expect.any(String),
        token_type: 'bearer',
        expires_in: 86_400,
        refresh_token: expect.any(String),
      })
      expect(next.refresh_token).not.toBe(first.refresh_token)
      const last = (await refresh(emulator, next.refresh_token)).body
      for (const one of [first, next, last]) expect(await isLive(emulator, one)).toBe(true)
    }),
  )

  test(
    'that comes a second time voids all that came of the log-in, and no other',
    when('rotated', async (emulator) => {
      const [stolen, other] = [await getTokens(emulator), await getTokens(emulator)]
      const { body: next } = await refresh(emulator, stolen.refresh_token)
      const replay = await refresh(emulator, stolen.refresh_token)
      expect(replay).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
      expect((await refresh(emulator, next.refresh_token)).status).toBe(400)
      expect(await isLive(emulator, stolen)).toBe(false)
      expect(await isLive(emulator, next)).toBe(false)
      expect((await refresh(emulator, other.refresh_token)).status).toBe(200)
    }),
  )

  test(
    'is good for its own client only, and with no secret beside it',
    when('rotated', async (emulator) => {
      const other = { id: 'other', grants: ['authorization_code'], redirectUris: [redirectUri] }
      await control(emulator, 'POST', '/clients', other)
      const { refresh_token } = await getTokens(emulator)
      const stranger = await refresh(emulator, refresh_token, { client_id: 'other' })
      expect(stranger).toMatchObject({ status: 400, body: { error: 'invalid_grant' } })
      const secret = await refresh(emulator, refresh_token, { ...named, client_secret: 'hush' })
      expect(secret).toMatchObject({ status: 401, body: { error: 'invalid_client' } })
      expect((await refresh(emulator, refresh_token)).status).toBe(200)
    }),
  )

  test(
    'does not come where an idle time-out is set, and ends when the access token is given back',
    when('rotated', async (emulator) => {
      const { access_token, refresh_token } = await getTokens(emulator)
      await control(emulator, 'POST', '/tokens/idle', { seconds: 600 })
      expect(await getTokens(emulator)).not.toHaveProperty('refresh_token')
      await askWith(emulator, access_token)('DELETE', '/tokens/me')
      const { status, body } = await refresh(emulator, refresh_token)
      expect([status, body.error]).toEqual([400, 'invalid_grant'])
    }),
  )

  test('outlives its access token', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        await control(emulator, 'POST', '/switches', { publicRefreshToken: 'rotated' })
        const first = await getTokens(emulator)
        clock.advance(day)
        expect(await isLive(emulator, first)).toBe(false)
        const { body } = await refresh(emulator, first.refresh_token)
        expect(await isLive(emulator, body)).toBe(true)
      },
      { clock },
    )
  })

  test('takes no channel along: one ends with the token that opened it', () => {
    const clock = createManualClock()
    return withEmulator(
      async (emulator) => {
        await control(emulator, 'POST', '/switches', { publicRefreshToken: 'rotated' })
        const first = await getTokens(emulator)
        clock.advance(day - 60_000)
        const { body: next } = await refresh(emulator, first.refresh_token)
        const listeners = []
        for (const { access_token: token } of [first, next]) {
          const ask = askWith(emulator, token)
          const userId = (await ask('GET', '/users/me')).body.id
          listeners.push(await listenTo({ userId, token, ask }, ['presence']))
        }
        const [old, young] = listeners
        clock.advance(60_000)
        expect(await old?.closed).toBe(1008)
        const userId = (await askWith(emulator, next.access_token)('GET', '/users/me')).body.id
        await control(emulator, 'POST', `/users/${userId}/presence`, { systemPresence: 'Meal' })
        clock.advance(1_000)
        await young?.next(({ topicName }) => topicName.endsWith('.presence'))
      },
      { clock },
    )
  })

  test('is no boolean any more', () =>
    withEmulator(async (emulator) => {
      const answer = await control(emulator, 'POST', '/switches', { publicRefreshToken: true })
      expect(answer).toMatchObject({ status: 400, body: { field: 'publicRefreshToken' } })
    }))
})
