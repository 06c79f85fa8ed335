import { describe, expect, test } from 'vitest'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { hour, hoursOf, minute } from './hours'
import { getMe, type Page } from './stage'

const { open, hours } = hoursOf()

/** An agent signed in where a sign-in ends after half an hour in which it asked nothing. */
async function openIdling(seconds: number | undefined = 1800) {
  await open({ lasting: 10 * 3600 })
  if (seconds) await control(hours().emulator, 'POST', '/tokens/idle', { seconds })
  const page = await hours().page()
  await hours().signIn(page)
  await hours().rest()
  return page
}

const live = (page: Page, isLive: boolean) => page.send({ kind: 'active', live: isLive })
const tokens = async () => (await control(hours().emulator, 'GET', '/state')).body.tokens
/** Questions since the log-in's own. */
const asked = async () => (await hours().requests('getTokensMe')).length - 1
/** A page that only is there. */
async function pass(page: Page, ms: number) {
  for (let passed = 0; passed < ms; passed += 5 * minute) {
    await page.send({ kind: 'ping' })
    await hours().pass(5 * minute)
  }
}

describe('a quiet agent', () => {
  test('on a long call keeps the sign-in', async () => {
    const page = await openIdling()
    await live(page, true)
    await pass(page, 4 * hour)
    expect(await tokens()).toHaveLength(1)
    // Every ten minutes.
    expect(await asked()).toBe(24)
    expect(await page.failure(getMe)).toMatchObject({ code: 'locked' })
  })

  test('without one does not: nothing is asked', async () => {
    const page = await openIdling()
    await pass(page, 30 * minute)
    expect([await tokens(), await asked()]).toEqual([[], 0])
  })

  test('whose call is over does not any more', async () => {
    const page = await openIdling()
    await live(page, true)
    await pass(page, hour)
    const before = await asked()
    await live(page, false)
    await pass(page, 35 * minute)
    expect([await tokens(), await asked()]).toEqual([[], before])
  })

  test('whose page has said good-bye, or nothing for long, does not any more', async () => {
    const page = await openIdling()
    const second = await hours().page()
    await live(second, true)
    await pass(page, 15 * minute)
    const before = await asked()
    // It has not been heard of for ten minutes.
    expect(before).toBe(0)
    await live(second, true)
    await second.send({ kind: 'bye' })
    await pass(page, 30 * minute)
    expect([await tokens(), await asked()]).toEqual([[], before + 1])
  })

  test('is asked for once, whatever the number of pages that have the call', async () => {
    const page = await openIdling()
    const second = await hours().page()
    await live(page, true)
    await live(second, true)
    for (let passed = 0; passed < 6; passed++) {
      await second.send({ kind: 'ping' })
      await pass(page, 5 * minute)
    }
    expect(await asked()).toBe(3)
    // One of two is enough.
    await live(second, false)
    await pass(page, 30 * minute)
    expect([await asked(), (await tokens()).length]).toEqual([6, 1])
  })

  test('on a call makes no request more where requests go out anyway', async () => {
    const page = await openIdling()
    await live(page, true)
    const list = { kind: 'ask', operation: 'listConversations', params: {} } as const
    for (let passed = 0; passed < 12; passed++) {
      await page.send(list)
      await pass(page, 5 * minute)
    }
    expect([await asked(), (await tokens()).length]).toEqual([0, 1])
  })

  test('of an organization without a time-out is never asked for', async () => {
    await openIdling(0).then(async (page) => {
      await live(page, true)
      await pass(page, 2 * hour)
    })
    expect(await asked()).toBe(0)
  })

  test('whose sign-in has ended is not asked for', async () => {
    const page = await openIdling()
    await live(page, true)
    await control(hours().emulator, 'POST', '/tokens/revoke', {})
    await pass(page, 15 * minute)
    await eventually(page.session).toMatchObject({ login: 1, standing: { state: 'ended' } })
    const before = (await hours().requests()).length
    await pass(page, hour)
    expect(await hours().requests()).toHaveLength(before)
  })
})
