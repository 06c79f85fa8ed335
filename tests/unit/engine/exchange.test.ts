/** What can go wrong at the token endpoint: each time one word for the agent, one request, and another log-in works. */
import { afterEach, describe, expect, test } from 'vitest'
import type { SignInProblem } from '~/protocol/protocol'
import { type LoginHost, type Manner, manners, saying, startLoginHost } from '../../loginhost'
import { createManualClock } from '../../manual-clock'
import { control } from '../emulator/visitor'
import { eventually } from '../eventually'
import { createStage, endedInPlace, folder, getMe, type Page, type Stage } from './stage'

let stage: Stage
let host: LoginHost
afterEach(() => Promise.all([stage.stop(), host.stop()]))

async function open() {
  const clock = createManualClock()
  let login = ''
  stage = await createStage({
    clock,
    config: ({ api }) =>
      JSON.stringify({
        environment: { login, api },
        clientId: 'minidesk-local',
        redirectUris: [`${folder}callback.html`],
        sessionHours: 48,
      }),
  })
  host = await startLoginHost(stage.emulator)
  login = host.origin
  return { clock, page: await stage.page() }
}

/** There and back, as a browser goes. */
async function answerFor(page: Page) {
  const { url, transaction } = await stage.begin(page)
  const { headers } = await fetch(url, { redirect: 'manual' })
  const answer = new URL(headers.get('location') ?? '').search.slice(1)
  return { kind: 'finish', answer, transaction } as const
}

async function logIn(page: Page) {
  await page.send(await answerFor(page))
}

/** Each code that came to the token endpoint came once. */
function expectCodes(count: number) {
  expect(host.codes).toHaveLength(count)
  expect(new Set(host.codes).size).toBe(count)
}

async function expectSignedInByTryingAgain(page: Page) {
  host.become(manners.well)
  await logIn(page)
  expect(page.session()).toMatchObject({ state: 'signed-in' })
  expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
}

describe('a token endpoint', () => {
  test.each<[string, Manner, SignInProblem]>([
    ['finds the code too old', manners.oldCode, 'code-refused'],
    ['does not know the client', manners.unknownClient, 'client-refused'],
    ['asks for a password', manners.challenge, 'login-failed'],
    ['has too much to do', manners.busy, 'login-failed'],
    ['answers with a page', manners.page, 'login-failed'],
    ['answers with the error page of a proxy', manners.unavailable, 'login-failed'],
    ['sends the engine elsewhere', manners.elsewhere, 'login-failed'],
    ['answers nothing', manners.empty, 'login-failed'],
    ['answers half a document', manners.half, 'login-failed'],
    ['breaks off half-way', manners.cut, 'login-failed'],
    ['closes the connection', manners.down, 'login-unreachable'],
    ['gives a token without a kind', saying({ token_type: undefined }), 'login-failed'],
    ['gives no token', saying({ access_token: '' }), 'login-failed'],
    ['gives a token no life', saying({ expires_in: 0 }), 'login-failed'],
    ['gives a token half a second', saying({ expires_in: 0.5 }), 'login-failed'],
    ['gives a token that has ended', saying({ expires_in: -1 }), 'login-failed'],
    ['gives a token for no number', saying({ expires_in: 'soon' }), 'login-failed'],
    ['gives a token for null', saying({ expires_in: null }), 'login-failed'],
    ['gives a token for ever', saying({ expires_in: 'raw' }, '1e999'), 'login-failed'],
  ])(
    'that %s is asked once, is told about, and another log-in works',
    async (_, manner, problem) => {
      const { page } = await open()
      host.become(manner)
      await logIn(page)
      expect(page.session()).toEqual({ state: 'signed-out', title: 'Minidesk', problem })
      expectCodes(1)
      await expectSignedInByTryingAgain(page)
      expectCodes(2)
    },
  )

  test('that cannot be reached is told about, and another log-in works', async () => {
    const { page } = await open()
    const finish = await answerFor(page)
    const { origin } = host
    await host.stop()
    await page.send(finish)
    expect(page.session()).toMatchObject({ problem: 'login-unreachable' })
    host = await startLoginHost(stage.emulator, Number(new URL(origin).port))
    await expectSignedInByTryingAgain(page)
    expectCodes(1)
  })

  test.each([
    ['says nothing', manners.silent],
    ['stops in the middle of its answer', manners.stuck],
  ])('that %s is waited for 15 seconds, and another log-in works', async (_, manner) => {
    const { page, clock } = await open()
    host.become(manner)
    const finished = page.send(await answerFor(page))
    await eventually(() => host.codes.length).toBe(1)
    expect(page.session()).toEqual({ state: 'signing-in', title: 'Minidesk' })
    clock.advance(14_999)
    await new Promise(setImmediate)
    expect(page.session()).toMatchObject({ state: 'signing-in' })
    clock.advance(1)
    await finished
    expect(page.session()).toMatchObject({ state: 'signed-out', problem: 'login-unreachable' })
    await expectSignedInByTryingAgain(page)
    expectCodes(2)
  })
})

describe('the life of a token', () => {
  const hour = 3_600_000
  test.each<[string, unknown, number]>([
    ['is a day when the answer does not say', undefined, 24 * hour],
    ['may be written as a text', '3600', hour],
    ['is two days at the most', 1e12, 48 * hour],
    ['may be a second', 1, 1_000],
  ])('%s', async (_, expires_in, life) => {
    const { page, clock } = await open()
    host.become(saying({ expires_in }))
    await logIn(page)
    expect(page.session()).toMatchObject({ state: 'signed-in' })
    clock.advance(life - 1)
    await page.send({ kind: 'ping' })
    expect(page.session()).toMatchObject({ state: 'signed-in' })
    clock.advance(1)
    await eventually(page.session).toMatchObject(endedInPlace)
  })
})

describe('an answer that comes more than once', () => {
  test.each([
    ['with its sign-in', true],
    ['without it', false],
  ])('while the first is changed for a token (%s) changes nothing', async (_, copied) => {
    const { page } = await open()
    const second = await stage.page()
    host.become(manners.silent)
    const finish = await answerFor(page)
    void page.send(finish)
    await eventually(() => host.codes.length).toBe(1)
    await page.send({ kind: 'ping' })
    const heard = page.messages.length
    await second.send(copied ? finish : { ...finish, transaction: null })
    await page.send({ kind: 'ping' })
    expect(page.messages.slice(heard)).toMatchObject([{ kind: 'reply' }])
    expect(second.session()).toMatchObject({ state: 'signing-in' })
    expectCodes(1)
  })

  test('after it was refused is not sent again, and what was said still stands', async () => {
    const { page } = await open()
    host.become(manners.oldCode)
    const finish = await answerFor(page)
    await page.send(finish)
    host.become(manners.well)
    await page.send(finish)
    expect(page.session()).toMatchObject({ state: 'signed-out', problem: 'code-refused' })
    expectCodes(1)
  })
})

/** Tokens of Ana and Ben that are still good. */
async function tokens(): Promise<number> {
  return (await control(stage.emulator, 'GET', '/state')).body.tokens.length
}

describe('two log-ins', () => {
  test('of the same agent are one desk, which goes on with the later token, and hears on', async () => {
    const { page } = await open()
    const second = await stage.page()
    const [one, two] = [await answerFor(page), await answerFor(second)]
    await page.send(one)
    const { id: userId } = (await page.send(getMe)) as { id: string }
    await page.send({ kind: 'listen', userId })
    await eventually(page.connection).toMatchObject({ state: 'live' })
    const stands = page.session()
    const heard = page.messages.length
    await second.send(two)
    await eventually(tokens).toBe(1)
    expect(second.session()).toEqual(stands)
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    expect(page.connection()).toEqual({ state: 'live', epoch: 2 })
    // Nothing was said to be interrupted meanwhile.
    const states = page.messages
      .slice(heard)
      .flatMap((one) => (one.kind === 'connection' ? [one.connection.state] : []))
    expect(states).toEqual(['live'])
    expectCodes(2)
  })

  test('of two agents leave the later one, and no token of the first', async () => {
    const { page } = await open()
    await logIn(page)
    host.logInAs('Ben Okafor')
    await logIn(await stage.page())
    expect(page.session()).toMatchObject({ state: 'signed-in', login: 2 })
    expect(await page.send(getMe)).toMatchObject({ name: 'Ben Okafor' })
    await eventually(tokens).toBe(1)
  })

  test('at once leave one token, and a desk that works', async () => {
    const { page } = await open()
    const second = await stage.page()
    const finishes = [await answerFor(page), await answerFor(second)] as const
    await Promise.all([page.send(finishes[0]), second.send(finishes[1])])
    expect(await page.send(getMe)).toMatchObject({ name: 'Ana Ruiz' })
    await eventually(tokens).toBe(1)
    expectCodes(2)
  })

  test('of which the later fails leave the first', async () => {
    const { page } = await open()
    await logIn(page)
    host.become(manners.oldCode)
    await logIn(await stage.page())
    expect(page.session()).toMatchObject({ state: 'signed-in', login: 1 })
    expect(await tokens()).toBe(1)
  })
})

describe('signing out while a code is changed for a token', () => {
  test.each([
    ['the first', false],
    ['another in a second tab', true],
  ])('leaves nobody signed in, and no token (%s)', async (_, standing) => {
    const { page } = await open()
    if (standing) await logIn(page)
    const second = await stage.page()
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    host.become(async (response, pass) => {
      const body = await pass()
      await held
      manners.well(response, async () => body)
    })
    const { length } = host.codes
    const finished = second.send(await answerFor(second))
    await eventually(() => host.codes.length).toBe(length + 1)
    await page.send({ kind: 'sign-out' })
    const signedOut = { state: 'signed-out', title: 'Minidesk' }
    expect(page.session()).toEqual(signedOut)
    release()
    await finished
    expect(second.session()).toEqual(signedOut)
    expect(page.session()).toEqual(signedOut)
    expect(await page.failure(getMe)).toMatchObject({ kind: 'signed-out' })
    expect(await tokens()).toBe(0)
  })
})
