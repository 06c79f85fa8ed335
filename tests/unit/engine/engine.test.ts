import { describe, expect, test, vi } from 'vitest'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { folder, getMe, openings } from './stage'

const { open, openSignedIn, stage } = openings()

describe('a sign-in', () => {
  test('lets the page ask, and hear what happens to its agent', async () => {
    const { page, emulator } = await openSignedIn()
    const me = await page.send(getMe)
    expect(me).toMatchObject({ name: 'Ana Ruiz', id: expect.any(String) })
    const { id: userId } = me as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toEqual({ state: 'live', epoch: 1 })
    const path = `/users/${userId}/presence`
    await control(emulator, 'POST', path, { systemPresence: 'Busy' })
    await eventually(() => page.events().map(({ topic }) => topic)).toContain('presence')
    expect(page.events().find(({ topic }) => topic === 'presence')?.body).toMatchObject({
      presenceDefinition: { systemPresence: 'BUSY' },
    })
  })

  test('of one page is seen by the next one, which listens to the same socket', async () => {
    const { page } = await openSignedIn()
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toMatchObject({ state: 'live' })
    const second = await stage().page()
    expect(second.session()).toMatchObject({ state: 'signed-in' })
    expect(second.connection()).toEqual({ state: 'live', epoch: 1 })
    await second.send({ kind: 'listen', userId })
    expect(await second.send(getMe)).toMatchObject({ id: userId })
    expect(stage().opened).toHaveLength(1)
  })

  test('that two tabs finish at once buys one token', async () => {
    const { page } = await open()
    const second = await stage().page()
    const { url, transaction } = await stage().begin(page)
    const finish = { kind: 'finish', answer: await stage().walk(url), transaction } as const
    await Promise.all([page.send(finish), second.send(finish), page.send(finish)])
    await eventually(second.session).toMatchObject({ state: 'signed-in' })
    expect(await stage().requests('token')).toHaveLength(1)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
  })

  test('is not disturbed by an old answer that comes again', async () => {
    const { page } = await open()
    const { url, transaction } = await stage().begin(page)
    const answer = await stage().walk(url)
    await page.send({ kind: 'finish', answer, transaction })
    await page.send({ kind: 'finish', answer, transaction })
    await page.send({ kind: 'finish', answer, transaction: null })
    expect(page.session()).toMatchObject({ state: 'signed-in' })
    expect(await stage().requests('token')).toHaveLength(1)
  })

  test('stands when another tab begins one and denies it', async () => {
    const { page } = await openSignedIn()
    const second = await stage().page()
    const { url, transaction } = await stage().begin(second)
    const answer = await stage().walk(url, 'Ana Ruiz', 'deny')
    await second.send({ kind: 'finish', answer, transaction })
    await new Promise(setImmediate)
    expect(page.session()).toMatchObject({ state: 'signed-in' })
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
  })

  test('by another agent takes the place of the first', async () => {
    const { page } = await openSignedIn()
    const before = page.session()
    await stage().signIn(page, 'Ben Okafor')
    expect(await page.send(getMe)).toMatchObject({ name: 'Ben Okafor' })
    expect(page.session()).not.toEqual(before)
  })

  test('whose answer nobody waits for is said to be lost', async () => {
    const { page } = await open()
    await page.send({ kind: 'finish', answer: 'code=x&state=y', transaction: null })
    expect(page.session()).toMatchObject({ state: 'signed-out', problem: 'lost' })
    expect(await stage().requests('token')).toEqual([])
  })
})

describe('a page', () => {
  test('that asked for the agent before is not answered in the name of the next', async () => {
    const { page } = await openSignedIn()
    await stage().signIn(page, 'Ben Okafor')
    const before = (await stage().requests()).length
    // Posted before the page had heard of Ben.
    expect(await page.failure({ ...getMe, login: 1 })).toMatchObject({ kind: 'signed-out' })
    expect(await stage().requests()).toHaveLength(before)
    expect(await page.send({ ...getMe, login: 2 })).toMatchObject({ name: 'Ben Okafor' })
  })

  test('hears that the engine lives at once, even while config.json is read', async () => {
    const { page } = await open({ fetch: () => new Promise(() => {}) })
    expect(await page.send({ kind: 'ping' })).toBeUndefined()
  })

  test('that leaves and comes back while config.json is read hears what happens', async () => {
    let read = () => {}
    const held = new Promise<void>((resolve) => {
      read = resolve
    })
    const { page } = await open({ fetch: (input, init) => held.then(() => fetch(input, init)) })
    void page.send({ kind: 'bye' })
    await page.send({ kind: 'hello', folder })
    read()
    await stage().signIn(page)
    expect(page.session()).toMatchObject({ state: 'signed-in' })
  })

  test.each(['createChannel', 'setSubscriptions', 'revokeToken'] as const)(
    'may not ask what is the engine’s own: %s',
    async (operation) => {
      const { page } = await openSignedIn()
      const before = (await stage().requests()).length
      const failure = await page.failure({ kind: 'ask', operation, params: { channelId: 'a' } })
      expect(failure).toMatchObject({ kind: 'refused', outcome: 'refused', code: 'not.in.table' })
      expect(await stage().requests()).toHaveLength(before)
    },
  )

  test('that asks with a foreign parameter, or an attack in an id, reaches nobody', async () => {
    const { page } = await openSignedIn()
    const before = (await stage().requests()).length
    const failures = [
      await page.failure({ ...getMe, params: { authorization: 'x' } }),
      await page.failure({
        kind: 'ask',
        operation: 'getConversation',
        params: { conversationId: '../users' },
      }),
      await page.failure({ kind: 'ask', operation: 'getConversation', params: {} }),
    ]
    expect(failures).toMatchObject(Array(3).fill({ outcome: 'refused', code: 'not.in.table' }))
    expect(await stage().requests()).toHaveLength(before)
  })

  test('that says something else is not heard, and harms nobody', async () => {
    const { page } = await openSignedIn()
    for (const raw of [
      null,
      'token',
      { kind: 'ask', id: 1, operation: '__proto__', params: {} },
      [1],
    ])
      page.post(raw)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
  })

  test('is never told the token, nor where the socket is', async () => {
    const tokens: string[] = []
    const { page } = await openSignedIn({
      async fetch(input, init) {
        const response = await fetch(input, init)
        const address = input instanceof Request ? input.url : String(input)
        if (address.endsWith('/oauth/token'))
          tokens.push((await response.clone().json()).access_token)
        return response
      },
    })
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toMatchObject({ state: 'live' })
    const told = JSON.stringify(page.messages)
    const secrets = [...tokens, ...stage().opened]
    expect(secrets).toHaveLength(2)
    expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
  })

  test('that left is told nothing more, not even an answer: the browser would not keep it for Back', async () => {
    const { page } = await open()
    const second = await stage().page()
    const answered = vi.fn()
    const heard = second.messages.length
    void second.send({ kind: 'bye' }).then(answered)
    await stage().signIn(page)
    expect(answered).not.toHaveBeenCalled()
    await new Promise(setImmediate)
    expect(second.messages).toHaveLength(heard)
  })
})
