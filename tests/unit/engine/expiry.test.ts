import { afterEach, describe, expect, test } from 'vitest'
import { type Clock, systemClock } from '~/clock'
import { createManualClock } from '../../manual-clock'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { createStage, endedInPlace, getMe, order, type Stage } from './stage'

let stage: Stage
afterEach(() => stage.stop())

describe('a sign-in whose time is over', () => {
  test('ends by the clock alone, for every page, without a request', async () => {
    const clock = createManualClock()
    stage = await createStage({ clock })
    const page = await stage.page()
    await stage.signIn(page)
    const before = (await stage.requests()).length
    clock.advance(86_400_000)
    await eventually(page.session).toMatchObject(endedInPlace)
    expect(await stage.requests()).toHaveLength(before)
  })

  test('has ended for the first press after the machine slept: the agent is told, not left without an answer', async () => {
    let slept = 0
    const clock: Clock = { ...systemClock, now: () => systemClock.now() + slept }
    stage = await createStage({ clock })
    const page = await stage.page()
    await stage.signIn(page)
    slept = 90_000_000
    expect(await page.failure(order)).toMatchObject({ kind: 'signed-out' })
    await eventually(page.session).toMatchObject(endedInPlace)
  })

  test('is noticed by a page that only listens, when the token is revoked', async () => {
    const clock = createManualClock()
    stage = await createStage({ clock })
    const page = await stage.page()
    await stage.signIn(page)
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await control(stage.emulator, 'POST', '/tokens/revoke', {})
    await eventually(() => {
      const connection = page.connection()
      if (connection?.state === 'waiting') clock.advance(connection.retryAt - clock.now())
      return page.session()
    }).toMatchObject(endedInPlace)
    await eventually(page.connection).toEqual({ state: 'idle' })
  })
})

describe('signing out', () => {
  test('does not wait for ever when Genesys Cloud does not answer', async () => {
    const clock = createManualClock()
    let hanging = false
    stage = await createStage({
      clock,
      fetch(input, init) {
        if (!(input instanceof Request) || input.method !== 'DELETE') return fetch(input, init)
        hanging = true
        return new Promise(() => {})
      },
    })
    const page = await stage.page()
    await stage.signIn(page)
    let next: unknown
    const leaving = page.send({ kind: 'sign-out' }).then((url) => {
      next = url
    })
    await eventually(() => hanging).toBe(true)
    clock.advance(3_999)
    await new Promise(setImmediate)
    expect(next).toBeUndefined()
    clock.advance(1)
    await leaving
    expect(String(next)).toContain('/logout?')
    expect(page.session()).toEqual({ state: 'signed-out', title: 'Minidesk' })
  })

  test('works when the sign-in has already ended', async () => {
    stage = await createStage({ clock: systemClock })
    const page = await stage.page()
    expect(String(await page.send({ kind: 'sign-out' }))).toContain('/logout?')
    expect(await stage.requests('deleteTokensMe')).toEqual([])
  })
})
