import { describe, expect, test } from 'vitest'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { fakeStorage } from '../fake-storage'
import { hearing, hour, hoursOf, minute, rotated, signInAgain } from './hours'
import { endedInPlace, getMe, order, type Page } from './stage'

const { open, openSignedIn, hours } = hoursOf()

const revoke = () => control(hours().emulator, 'POST', '/tokens/revoke', {})
const tokens = async () => (await control(hours().emulator, 'GET', '/state')).body.tokens
const firm = { state: 'signed-in', login: 1, standing: { state: 'firm' } }

async function end(page: Page) {
  await revoke()
  await page.failure(order)
  await eventually(page.session).toMatchObject({ login: 1, ...endedInPlace })
}

/** How it goes, as far as it has gone. */
function following(asked: Promise<unknown>) {
  const end: { value?: unknown; failure?: unknown } = {}
  asked.then(
    (value) => Object.assign(end, { value }),
    (error) => Object.assign(end, { failure: error.failure }),
  )
  return () => end
}

describe('a desk whose sign-in has ended', () => {
  test('lets reads wait, and refuses commands at once', async () => {
    const page = await openSignedIn()
    await end(page)
    const before = (await hours().requests()).length
    const read = following(page.send(getMe))
    expect(await page.failure(order)).toEqual({
      ...{ kind: 'signed-out', outcome: 'refused', operation: 'setRoutingStatus' },
    })
    await hours().pass(2 * minute - 1)
    expect([read(), (await hours().requests()).length]).toEqual([{}, before])
    await hours().pass(1)
    await eventually(read).toMatchObject({ failure: { kind: 'signed-out', outcome: 'refused' } })
    expect(await hours().requests()).toHaveLength(before)
  })

  test.each(['window', 'redirect'] as const)(
    'goes on when the same agent signs in again, by a %s',
    async (how) => {
      const page = await openSignedIn()
      const { id: userId } = (await page.send(getMe)) as { id: string }
      await page.send({ kind: 'listen', userId })
      await eventually(page.connection).toMatchObject({ state: 'live' })
      await end(page)
      await eventually(page.connection).toEqual({ state: 'idle' })
      const read = following(page.send(getMe))
      const heard = hearing(page)
      const { transaction, done } = await signInAgain(hours(), page, 'Ana Ruiz', how)
      expect(transaction === undefined).toBe(how === 'window')
      expect(done).toEqual({ close: how === 'window', signedIn: true })
      await eventually(read).toMatchObject({ value: { name: 'Ana Ruiz' } })
      expect(heard()).toMatchObject([firm])
      await eventually(page.connection).toEqual({ state: 'live', epoch: 2 })
      await eventually(tokens).toHaveLength(1)
    },
  )

  test('waits in vain for commands: the ones of before are not sent again', async () => {
    const page = await openSignedIn()
    await end(page)
    await signInAgain(hours(), page)
    await hours().pass(minute)
    const writes = await hours().requests('putUserRoutingstatus')
    expect(writes.filter(({ status }) => status !== 401)).toEqual([])
  })

  test('tries no socket meanwhile, whatever the network does', async () => {
    const page = await openSignedIn()
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toMatchObject({ state: 'live' })
    await page.send({ kind: 'offline' })
    await eventually(page.connection).toMatchObject({ state: 'waiting' })
    await end(page)
    await eventually(page.connection).toEqual({ state: 'idle' })
    const before = (await hours().requests()).length
    const { length } = page.messages
    await page.send({ kind: 'online' })
    await page.send({ kind: 'reconnect' })
    await hours().pass(10 * minute)
    const told = page.messages.slice(length).filter(({ kind }) => kind === 'connection')
    expect(told.filter((one) => !('connection' in one) || one.connection.state !== 'idle')).toEqual(
      [],
    )
    expect(await hours().requests()).toHaveLength(before)
  })

  test('says what went wrong with a new attempt, and stays', async () => {
    const page = await openSignedIn()
    await end(page)
    const { transaction } = await hours().begin(page)
    const answer = `error=access_denied&state=${transaction.state}`
    await page.send({ kind: 'finish', answer, transaction })
    expect(page.session()).toMatchObject({
      login: 1,
      standing: { state: 'ended', problem: 'denied' },
    })
    await signInAgain(hours(), page)
    expect(page.session()).toMatchObject(firm)
  })

  test('goes on although it was never known whose it was only when that can be read', async () => {
    const page = await openSignedIn()
    await end(page)
    const fault = { kind: 'status', status: 500, path: '/api/v2/users/me', times: 99 }
    await control(hours().emulator, 'POST', '/faults', fault)
    const coming = signInAgain(hours(), page)
    await hours().pass(30_000, 1_000)
    await eventually(async () => {
      await hours().pass(1_000, 1_000)
      return page.session()
    }).toMatchObject({ login: 1, standing: { state: 'ended', problem: 'login-unreachable' } })
    expect(await coming).toMatchObject({ done: { close: true, signedIn: false } })
    await eventually(tokens).toEqual([])
    await control(hours().emulator, 'DELETE', '/faults')
    await signInAgain(hours(), page)
    expect(page.session()).toMatchObject(firm)
  })

  test('that was refused from its first word keeps nobody waiting who signs in', async () => {
    const hours = await open()
    const page = await hours.page()
    const fault = { kind: 'status', status: 401, path: '/api/**', times: 99 }
    await control(hours.emulator, 'POST', '/faults', fault)
    const { url, transaction } = await hours.begin(page)
    await page.send({ kind: 'finish', answer: await hours.walk(url), transaction })
    await eventually(page.session).toMatchObject({ login: 1, ...endedInPlace })
    await control(hours.emulator, 'DELETE', '/faults')
    // Whose the desk was is not known: it is given away whole.
    await signInAgain(hours, page)
    expect(page.session()).toMatchObject({ login: 2, standing: { state: 'firm' } })
  })
})

describe('the same agent who signs in on a desk that stands', () => {
  test('before it listens hears at once: the channel prepared for the token before is not used', async () => {
    const page = await openSignedIn()
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await signInAgain(hours(), page)
    await eventually(tokens).toHaveLength(1)
    const { length } = page.messages
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toMatchObject({ state: 'live' })
    const told = page.messages
      .slice(length)
      .flatMap((one) => (one.kind === 'connection' ? [one.connection.state] : []))
    expect(told).toEqual(['connecting', 'live'])
  })

  test('is known as such, whatever comes late of the agent before', async () => {
    let release = () => {}
    let holding = false
    const page = await openSignedIn({
      isHeld: () => holding,
      async fetch(input, init) {
        const mine = holding
        holding = false
        const response = await fetch(input, init)
        if (mine) await new Promise<void>((go) => (release = go))
        return response
      },
    })
    const expanded = { ...getMe, params: { expand: 'organization,authorization' } } as const
    await page.send(expanded)
    holding = true
    const late = page.send(expanded)
    await eventually(() => holding).toBe(false)
    await signInAgain(hours(), page, 'Ben Okafor')
    await page.send({ ...expanded, login: 2 })
    release()
    await late.catch(() => {})
    await signInAgain(hours(), page, 'Ben Okafor')
    expect(page.session()).toMatchObject({ login: 2, standing: { state: 'firm' } })
  })
})

describe('somebody else who signs in', () => {
  test.each(['ended', 'standing'])('on a desk %s finds nothing of the one before', async (how) => {
    const kept = new Map<string, unknown>([['wrapup:1', 'a note']])
    const page = await openSignedIn({ storage: fakeStorage(kept) })
    const first = JSON.stringify(await tokens())
    if (how === 'ended') await end(page)
    const read = following(how === 'ended' ? page.send(getMe) : new Promise(() => {}))
    await signInAgain(hours(), page, 'Ben Okafor')
    expect(page.session()).toMatchObject({ login: 2, standing: { state: 'firm' } })
    if (how === 'ended')
      await eventually(read).toMatchObject({ failure: { kind: 'signed-out', outcome: 'refused' } })
    expect(kept.has('wrapup:1')).toBe(false)
    await eventually(tokens).toHaveLength(1)
    expect(JSON.stringify(await tokens())).not.toBe(first)
    expect(await page.send({ ...getMe, login: 2 })).toMatchObject({ name: 'Ben Okafor' })
    const writes = await hours().requests('putUserRoutingstatus')
    expect(writes.filter(({ status }) => status !== 401)).toEqual([])
  })

  test('gets a desk although storage is silent', async () => {
    const storage = { ...fakeStorage(), empty: () => new Promise<never>(() => {}) }
    const page = await openSignedIn({ storage })
    const coming = signInAgain(hours(), page, 'Ben Okafor')
    await eventually(async () => {
      await hours().pass(500, 500)
      return page.session()
    }).toMatchObject({ login: 2 })
    await coming
  })
})

describe('a sign-in that has lasted as long as it may', () => {
  const capped = { ...rotated, lasting: 4 * 3600, configured: { sessionHours: 10 } }

  test('ends in place, however often it was renewed, and asks the agent at the login host', async () => {
    const page = await openSignedIn(capped)
    await hours().pass(10 * hour - 1, 5 * minute)
    expect(page.session()).toMatchObject({ login: 1, standing: { state: 'ending' } })
    await hours().pass(1)
    const tooLong = { state: 'ended', problem: 'too-long' }
    await eventually(page.session).toMatchObject({ login: 1, standing: tooLong })
    const { asked } = await signInAgain(hours(), page)
    expect(asked.prompt).toBe('login')
    expect(page.session()).toMatchObject(firm)
    // Nothing of before is left to be found; and it lasts as long again.
    await eventually(tokens).toHaveLength(1)
    await hours().pass(10 * hour - 11 * minute, 5 * minute)
    expect(page.session()).toMatchObject(firm)
    await hours().pass(12 * minute)
    await eventually(page.session).toMatchObject({ login: 1, standing: tooLong })
  })

  test('is over after a night, without one more token', async () => {
    const page = await openSignedIn(capped)
    hours().jump(12 * hour)
    expect(await page.failure(order)).toMatchObject({ kind: 'signed-out' })
    expect(page.session()).toMatchObject({ standing: { state: 'ended', problem: 'too-long' } })
    expect(await hours().tokenRequests()).toEqual([200])
  })

  test('is not made longer by a silent way, nor by one without a log-in', async () => {
    const page = await openSignedIn({ lasting: 8 * 3600, configured: { sessionHours: 10 } })
    await hours().pass(7 * hour, 10 * minute)
    const { asked } = await signInAgain(hours(), page)
    expect(asked.prompt).toBeUndefined()
    await hours().pass(3 * hour, 10 * minute)
    await eventually(page.session).toMatchObject({
      standing: { state: 'ended', problem: 'too-long' },
    })
  })
})
