import { describe, expect, test } from 'vitest'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { endedInPlace, folder, getMe, openings, order } from './stage'

const { openSignedIn, stage } = openings()

describe('the end of a sign-in', () => {
  test.each(['expire', 'revoke'])(
    'comes to every page when the token is no longer accepted (%s)',
    async (how) => {
      const { page, emulator } = await openSignedIn()
      const second = await stage().page()
      await control(emulator, 'POST', `/tokens/${how}`, {})
      expect(await page.failure(order)).toMatchObject({ kind: 'signed-out', outcome: 'refused' })
      await eventually(page.session).toMatchObject({ ...endedInPlace, login: 1 })
      await eventually(second.session).toMatchObject({ ...endedInPlace, login: 1 })
    },
  )

  test('does not come from a late 401 for the token before', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    let hold = false
    const { page, emulator } = await openSignedIn({
      async fetch(input, init) {
        const mine = hold
        hold = false
        const response = await fetch(input, init)
        if (mine) await held
        return response
      },
    })
    await control(emulator, 'POST', '/tokens/expire', {})
    hold = true
    const late = page.send(getMe)
    await eventually(async () => (await stage().requests('getUsersMe')).at(-1)?.status).toBe(401)
    await stage().signIn(page)
    release()
    // Asked once more, with the token that there is by now.
    expect(await late).toMatchObject({ name: 'Ana Ruiz' })
    expect(page.session()).toMatchObject({ standing: { state: 'firm' }, login: 1 })
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
  })

  test('by signing out revokes the token, and says where the login host forgets it too', async () => {
    const { page, emulator } = await openSignedIn()
    const second = await stage().page()
    const next = new URL(String(await page.send({ kind: 'sign-out' })))
    expect(next.origin + next.pathname).toBe(`${emulator.login}/logout`)
    expect(Object.fromEntries(next.searchParams)).toEqual({
      client_id: 'minidesk-local',
      redirect_uri: `${folder}callback.html`,
    })
    expect(await stage().requests('deleteTokensMe')).toMatchObject([{ effect: true }])
    expect((await control(emulator, 'GET', '/state')).body.tokens).toEqual([])
    await eventually(second.session).toEqual({ state: 'signed-out', title: 'Minidesk' })
    expect(await second.failure(getMe)).toMatchObject({ kind: 'signed-out' })
  })

  test('by signing out closes the socket', async () => {
    const { page, emulator } = await openSignedIn()
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await page.send({ kind: 'sign-out' })
    expect(page.connection()).toEqual({ state: 'idle' })
    await eventually(async () => (await control(emulator, 'GET', '/state')).body.sockets).toEqual(0)
  })
})
