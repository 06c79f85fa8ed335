import { describe, expect, test } from 'vitest'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { fakeStorage } from '../fake-storage'
import { hour, hoursOf, minute, rotated, signInAgain, urlOf } from './hours'
import { getMe, order } from './stage'

const { open, hours } = hoursOf({ ...rotated, lasting: 3600 })

/** Everything that nobody may learn, as it goes over the network. */
async function openWatched() {
  const secrets = new Set<string>()
  const kept = new Map<string, unknown>()
  const learn = (from: Record<string, unknown>, ...names: string[]) => {
    for (const name of names) if (typeof from[name] === 'string') secrets.add(from[name])
  }
  /** Changes what the token endpoint says. */
  let spoil: ((text: string) => string) | undefined
  await open({
    storage: fakeStorage(kept),
    isHeld: (url) => url.endsWith('/oauth/token'),
    async fetch(input, init) {
      const isToken = urlOf(input).endsWith('/oauth/token')
      if (isToken) {
        const form = new URLSearchParams(String(init?.body))
        learn(Object.fromEntries(form), 'code', 'code_verifier', 'refresh_token')
      }
      const response = await fetch(input, init)
      const text = await response.clone().text()
      try {
        learn(JSON.parse(text), 'access_token', 'refresh_token', 'connectUri')
      } catch {}
      if (!isToken || !spoil) return response
      const { status, headers } = response
      return new Response(spoil(text), { status, headers })
    },
  })
  return {
    secrets,
    kept,
    spoilTokens(how: typeof spoil) {
      spoil = how
    },
  }
}

describe('what nobody may learn', () => {
  test('is in no message, nothing kept and no line of the trail, whatever goes wrong', async () => {
    const { secrets, kept, spoilTokens } = await openWatched()
    const { emulator, pass } = hours()
    const fault = (what: object) => control(emulator, 'POST', '/faults', what)
    const page = await hours().page()

    // A window of a sign-in: the engine keeps the transaction.
    await signInAgain(hours(), page)
    await eventually(page.session).toMatchObject({ state: 'signed-in', login: 1 })
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toMatchObject({ state: 'live' })

    // Renewed; and in trouble, with answers that are none.
    await pass(hour - 5 * minute, 20_000)
    await eventually(async () => (await hours().tokenRequests()).length).toBe(2)
    await eventually(() => secrets.size).toBeGreaterThan(7)
    for (const spoilt of [
      (text: string) => text.replace('"bearer"', '"mac"'),
      (text: string) => text.replace(/"expires_in":\d+/, '"expires_in":"soon"'),
      (text: string) => text.slice(0, -20),
    ]) {
      await pass(2 * minute, 20_000)
      spoilTokens(spoilt)
      await control(emulator, 'POST', '/tokens/expire', {})
      const before = (await hours().tokenRequests()).length
      const failing = page.failure(order)
      await eventually(async () => (await hours().tokenRequests()).length).toBeGreaterThan(before)
      await pass(10_000, 2_000)
      expect(await failing).toMatchObject({ outcome: 'refused' })
      spoilTokens(undefined)
      await signInAgain(hours(), page)
      await eventually(page.session).toMatchObject({ login: 1, standing: { state: 'firm' } })
    }

    // Signed in again: in vain, with an answer that is none, as the same agent, as another.
    spoilTokens((text) => text.replace(/"expires_in":\d+/, '"expires_in":"soon"'))
    await signInAgain(hours(), page)
    spoilTokens(undefined)
    const { url } = (await page.send({ kind: 'begin', returnTo: '#/', how: 'window' })) as {
      url: string
    }
    const state = new URL(url).searchParams.get('state')
    secrets.add('not-a-code-at-all')
    await page.send({
      kind: 'finish',
      answer: `code=not-a-code-at-all&state=${state}`,
      transaction: null,
    })
    await signInAgain(hours(), page)
    await fault({ kind: 'reset', path: '/api/v2/users/me' })
    await fault({ kind: 'status', status: 400, path: '/api/v2/users/me' })
    const refused = page.failure(getMe)
    await eventually(async () => {
      await pass(500)
      return (await hours().requests('getUsersMe')).at(-1)?.status
    }).toBe(400)
    expect(await refused).toMatchObject({ status: 400 })
    // Nothing of it is left for whoever comes next.
    const trail = await page.send({ kind: 'trail' })
    await signInAgain(hours(), page, 'Ben Okafor')
    await eventually(page.session).toMatchObject({
      state: 'signed-in',
      standing: { state: 'firm' },
    })
    const next = (await page.send({ kind: 'trail' })) as { event: string }[]
    expect(next.map(({ event }) => event)).toEqual(['signed-in'])
    await page.send({ kind: 'sign-out' })
    for (const address of hours().opened) secrets.add(address)

    expect(secrets.size).toBeGreaterThan(15)
    expect([...secrets].every((secret) => secret.length > 15)).toBe(true)
    const told = JSON.stringify([page.messages, [...kept], trail])
    expect([...secrets].filter((secret) => told.includes(secret))).toEqual([])
    const events = new Set((trail as { event: string }[]).map(({ event }) => event))
    for (const event of [
      'signed-in',
      'renewed',
      'renewal-failed',
      'token-refused',
      'sign-in-failed',
    ])
      expect(events).toContain(event)
  })
})
