import { describe, expect, test } from 'vitest'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { fakeStorage } from '../fake-storage'
import { hearing, hour, hoursOf, minute, rotated, signInAgain } from './hours'
import { getMe, order, type Page } from './stage'

const { open, openSignedIn, hours } = hoursOf({ configured: { idleLockMinutes: 15 } })

const open15 = { configured: { idleLockMinutes: 15 } }
const active = { kind: 'active' } as const
const search = { kind: 'ask', operation: 'listMyQueues', params: {} } as const
const list = { kind: 'ask', operation: 'listConversations', params: {} } as const
const locked = { state: 'signed-in', login: 1, lock: { state: 'locked' } }
const lockOf = (page: Page) => {
  const session = page.session()
  return session?.state === 'signed-in' ? session.lock.state : session?.state
}

describe('a desk that nobody touches', () => {
  test('warns a minute before it locks, and each page hears it', async () => {
    const page = await openSignedIn()
    const second = await hours().page()
    const heard = hearing(page)
    await hours().pass(14 * minute - 1)
    expect(heard()).toEqual([])
    await hours().pass(1)
    expect(second.session()).toMatchObject({
      lock: { state: 'closing', at: hours().now() + minute },
    })
    await hours().pass(minute)
    expect(page.session()).toMatchObject(locked)
    expect(second.session()).toMatchObject(locked)
    expect(heard()).toHaveLength(2)
    expect(page.session()).toMatchObject({ standing: { state: 'firm' } })
  })

  test('is kept open by nothing that the network does: no request, no event, no look', async () => {
    const page = await openSignedIn()
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toMatchObject({ state: 'live' })
    for (let passed = 0; passed < 15; passed++) {
      await page.send(list)
      await page.send({ kind: 'ping' })
      await page.send({ kind: 'active', live: passed % 2 === 0 })
      await page.send({ kind: 'online' })
      await control(hours().emulator, 'POST', `/users/${userId}/presence`, {
        systemPresence: 'Busy',
      })
      await hours().pass(minute, 10_000)
    }
    expect(page.session()).toMatchObject(locked)
  })

  test('is kept open by a hand on any of its pages', async () => {
    const page = await openSignedIn()
    const second = await hours().page()
    for (let passed = 0; passed < 6; passed++) {
      await hours().pass(10 * minute)
      await (passed % 2 ? page : second).send(active)
    }
    expect([lockOf(page), lockOf(second)]).toEqual(['open', 'open'])
    await hours().pass(14.5 * minute)
    await page.send(active)
    expect(page.session()).toMatchObject({ lock: { state: 'open' } })
  })

  test('counts from its sign-in, however long that took', async () => {
    await open(open15)
    const page = await hours().page()
    await hours().begin(page)
    await hours().pass(hour)
    await hours().signIn(page)
    await hours().rest()
    expect(lockOf(page)).toBe('open')
    await hours().pass(14 * minute - 1)
    expect(lockOf(page)).toBe('open')
  })

  test.each(['active', 'ping', 'online'] as const)(
    'and whose machine slept past its time locks at the first %s',
    async (kind) => {
      const page = await openSignedIn()
      hours().jump(hour)
      await page.send({ kind })
      await eventually(page.session).toMatchObject(locked)
    },
  )

  test('and whose machine slept shows nothing to the first request', async () => {
    const page = await openSignedIn()
    hours().jump(hour)
    expect(await page.failure(search)).toMatchObject({ kind: 'refused', code: 'locked' })
    expect(page.session()).toMatchObject(locked)
  })
})

describe('the time after which it locks', () => {
  test.each([
    ['the organization’s', 300, undefined, 5],
    ['the organization’s, which is never told to be shorter than 300 s', 60, undefined, 5],
    ['the shorter one, where both say one', 1800, 15, 15],
    ['the organization’s, where that is shorter', 600, 15, 10],
    ['the configuration’s, where the organization has none', undefined, 20, 20],
  ])('is %s', async (_what, seconds, idleLockMinutes, minutes) => {
    await open({ configured: idleLockMinutes ? { idleLockMinutes } : {} })
    if (seconds) await control(hours().emulator, 'POST', '/tokens/idle', { seconds })
    const page = await hours().page()
    await hours().signIn(page)
    await hours().rest()
    await hours().pass((minutes - 1) * minute - 1)
    expect(lockOf(page)).toBe('open')
    await hours().pass(1)
    expect(lockOf(page)).toBe('closing')
    await hours().pass(minute)
    expect(lockOf(page)).toBe('locked')
  })

  test('is the organization’s as soon as that can be read: with the next token, where it could not', async () => {
    await open({ ...rotated, lasting: 300, configured: {} })
    const fault = { kind: 'status', status: 403, path: '/api/v2/tokens/timeout' }
    await control(hours().emulator, 'POST', '/faults', fault)
    const page = await hours().page()
    await hours().signIn(page)
    await hours().rest()
    await control(hours().emulator, 'POST', '/tokens/idle', { seconds: 300 })
    await hours().pass(4.5 * minute, 10_000)
    expect(page.session()).toMatchObject({
      standing: { state: 'firm' },
      lock: { state: 'closing' },
    })
  })

  test('never comes where nobody says one', async () => {
    const page = await openSignedIn({ configured: {} })
    await hours().pass(12 * hour, 10 * minute)
    expect(lockOf(page)).toBe('open')
  })
})

describe('a locked desk', () => {
  async function openLocked(kept = new Map<string, unknown>()) {
    const page = await openSignedIn({ ...open15, storage: fakeStorage(kept) })
    await hours().pass(15 * minute)
    expect(page.session()).toMatchObject(locked)
    return page
  }

  test('asks only what a live call needs', async () => {
    const page = await openLocked()
    const before = (await hours().requests()).length
    expect(await page.failure(search)).toMatchObject({
      kind: 'refused',
      outcome: 'refused',
      code: 'locked',
      status: 0,
    })
    expect(await page.failure(order)).toMatchObject({ code: 'locked' })
    expect(await hours().requests()).toHaveLength(before)
    expect(await page.send(list)).toHaveProperty('entities')
    const call = {
      kind: 'ask',
      operation: 'updateCall',
      params: { conversationId: 'a', participantId: 'b' },
      body: { muted: true },
    } as const
    expect(await page.failure(call)).toMatchObject({ status: 404 })
  })

  test('is opened by no hand, but by the same agent who logs in anew', async () => {
    const page = await openLocked()
    await page.send(active)
    expect(page.session()).toMatchObject(locked)
    const { asked } = await signInAgain(hours(), page)
    expect(asked.prompt).toBe('login')
    expect(page.session()).toMatchObject({
      login: 1,
      lock: { state: 'open' },
      standing: { state: 'firm' },
    })
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    await hours().pass(14 * minute - 1)
    expect(lockOf(page)).toBe('open')
  })

  test('is opened by no sign-in that was begun before it locked', async () => {
    const page = await openSignedIn()
    const { url, transaction } = await hours().begin(page)
    expect(url.searchParams.get('prompt')).toBeNull()
    await hours().pass(9 * minute)
    const late = await hours().begin(page)
    await hours().pass(6 * minute)
    const answer = await hours().walk(late.url)
    await page.send({ kind: 'finish', answer, transaction: late.transaction })
    expect(transaction.prompt).toBeUndefined()
    expect(page.session()).toMatchObject(locked)
  })

  test('is somebody else’s own, empty, when they log in', async () => {
    const kept = new Map<string, unknown>([['wrapup:1', 'a note']])
    const page = await openLocked(kept)
    await signInAgain(hours(), page, 'Ben Okafor')
    expect(page.session()).toMatchObject({ login: 2, lock: { state: 'open' } })
    expect([kept.has('wrapup:1'), kept.get('locked')]).toEqual([false, undefined])
    expect(await page.send({ ...getMe, login: 2 })).toMatchObject({ name: 'Ben Okafor' })
  })

  test('stays locked when its sign-in ends', async () => {
    const page = await openLocked()
    await hours().pass(24 * hour, 10 * minute)
    expect(page.session()).toMatchObject({ ...locked, standing: { state: 'ended' } })
    const { asked } = await signInAgain(hours(), page)
    expect(asked.prompt).toBe('login')
    expect(page.session()).toMatchObject({ login: 1, lock: { state: 'open' } })
  })
})

describe('a desk that was locked before its engine died', () => {
  const kept = () => fakeStorage(new Map<string, unknown>([['locked', true]]))

  test('asks for a log-in, and opens by it', async () => {
    const storage = kept()
    await open({ ...open15, storage })
    const page = await hours().page()
    const { url, transaction } = await hours().begin(page)
    expect(url.searchParams.get('prompt')).toBe('login')
    await page.send({ kind: 'finish', answer: await hours().walk(url), transaction })
    expect(page.session()).toMatchObject({ login: 1, lock: { state: 'open' } })
    expect(await storage.read('locked')).toBe(false)
  })

  test('is locked from the first moment for a sign-in that asked for none', async () => {
    await open({ ...open15, storage: kept() })
    const page = await hours().page()
    const { url, transaction } = await hours().begin(page)
    const heard = hearing(page)
    url.searchParams.delete('prompt')
    const answer = await hours().walk(url)
    await page.send({ kind: 'finish', answer, transaction: { ...transaction, prompt: undefined } })
    await eventually(page.session).toMatchObject(locked)
    const seen = heard().flatMap((one) => (one.state === 'signed-in' ? [one.lock.state] : []))
    expect(new Set(seen)).toEqual(new Set(['locked']))
    expect(await page.failure(search)).toMatchObject({ code: 'locked' })
  })
})
