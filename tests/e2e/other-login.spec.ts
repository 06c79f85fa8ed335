import type { Page } from '@playwright/test'
import {
  button,
  chooseAgent,
  expect,
  expectDesk,
  expectSignedIn,
  goOnQueue,
  openAccount,
  opened,
  rows,
  signIn,
  takeCall,
  wrapUp,
} from './desk'
import { count, test } from './other'
import { transferTo } from './transferring'
import { expectTruth } from './truth'

const exchange = 'POST /oauth/token'
const logIn = (page: Page) => button(page, 'Log in with Genesys Cloud')
const problem = (page: Page) => page.getByRole('alert')

test('an agent logs in at it, takes a call, transfers it, wraps up, reloads and signs out', async ({
  page,
  host,
  genesys,
  other,
}) => {
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await goOnQueue(page)
  await takeCall(page, genesys, 'Ada Quill')
  await expectTruth(page, genesys)
  await page.reload()
  await expectDesk(page)
  await expect(opened(page, 'Ada Quill')).toBeVisible()

  const target = (await genesys.state()).queues[1]?.name ?? ''
  await button(page, 'Transfer').click()
  await page.getByRole('searchbox', { name: 'Find a person, queue or number' }).fill(target)
  await transferTo(page, target)
  await expect(rows(page).first()).toContainText('Wrap-up')
  await wrapUp(page)
  await expect(rows(page)).toHaveCount(0)
  await expectTruth(page, genesys)

  // Nothing but the other's own code and token: the emulator's login host has seen nobody.
  expect(count(other, exchange)).toBe(1)
  expect(await genesys.requests(undefined, /^\/(oauth|logout)/)).toEqual([])
  const { tokens } = await genesys.state()
  expect(tokens).toMatchObject([{ userId: await genesys.userId('Ana Ruiz') }])

  await (await openAccount(page)).click()
  await button(page, 'Leave').click()
  await expect(logIn(page)).toBeVisible()
  expect((await genesys.state()).tokens).toEqual([])
  // Its login has ended as well: it asks who that is.
  await logIn(page).click()
  await chooseAgent(page, 'Ben Okafor')
  await button(page, 'Allow').click()
  await expectDesk(page)
})

test('a consent denied at it is told in words, and can be given after all', async ({
  page,
  host,
  other,
}) => {
  await page.goto(host.url)
  await logIn(page).click()
  await chooseAgent(page, 'Ana Ruiz')
  await button(page, 'Deny').click()
  await expect(problem(page)).toContainText('was not allowed in')
  expect(other.answers.map(({ searchParams }) => searchParams.get('error'))).toEqual([
    'access_denied',
  ])
  expect(count(other, exchange)).toBe(0)
  await button(page, 'Try again').click()
  await button(page, 'Allow').click()
  await expectDesk(page)
})

for (const answer of ['code=x&state=bad', 'code=x', 'error=access_denied&state=bad'])
  test(`a forged answer to a log-in under way at it is not used: ${answer}`, async ({
    page,
    host,
    other,
  }) => {
    await page.goto(host.url)
    await logIn(page).click()
    await expect(page.getByRole('heading', { name: 'Genesys Cloud (local)' })).toBeVisible()
    const iss = new URLSearchParams({ iss: other.origin })
    await page.goto(`${host.url}callback.html?${answer}&${iss}`)
    await expect(problem(page)).toContainText('does not belong to this log-in')
    expect(count(other, exchange)).toBe(0)
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
  })

test('its code that comes again is exchanged once, and it would not take it twice', async ({
  page,
  host,
  genesys,
  other,
}) => {
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  const [answer] = other.answers
  await page.goto(answer?.href ?? '')
  await expectDesk(page)
  const second = await page.context().newPage()
  await second.goto(answer?.href ?? '')
  await expectDesk(second)
  expect(count(other, exchange)).toBe(1)
  expect((await genesys.state()).tokens).toHaveLength(1)

  // Whoever has seen all of it is refused, and takes the token along (RFC 6749, 4.1.2).
  const body = new URLSearchParams(other.forms[0])
  expect(body.get('client_secret')).toBeNull()
  const refused = async () => (await genesys.requests()).some(({ status }) => status === 401)
  expect(await refused()).toBe(false)
  const replayed = await fetch(`${other.origin}/oauth/token`, { method: 'POST', body })
  expect(replayed.status).toBe(400)
  expect(await replayed.json()).toMatchObject({ error: 'invalid_grant' })
  // By this press, or by what the desk asks of itself: then the switch can no longer be pressed.
  await page.getByRole('switch', { name: 'On Queue' }).press('Space')
  await expect.poll(refused).toBe(true)
})

test('its token of a few seconds ends in time, and another log-in costs no question', async ({
  page,
  host,
  genesys,
  other,
}) => {
  other.giveLife(6)
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  const [first] = (await genesys.state()).tokens
  expect(Number(first?.expires) - Date.now()).toBeLessThanOrEqual(6_000)
  other.giveLife(3600)
  await expect.poll(async () => (await genesys.state()).tokens).toEqual([])
  await expect(page.getByText('Your sign-in has ended')).toBeVisible()
  await button(page, 'Sign in again').click()
  await expectSignedIn(page)
  await expectDesk(page)
  expect(count(other, exchange)).toBe(2)
  expect(count(other, 'GET /oauth/authorize')).toBe(2)
})

test('it wants the challenge that the desk sends, in the one good way', async ({
  page,
  host,
  other,
}) => {
  await page.goto(host.url)
  await logIn(page).click()
  await expect(page.getByRole('heading', { name: 'Genesys Cloud (local)' })).toBeVisible()
  const asked = {
    client_id: 'minidesk-local',
    redirect_uri: `${host.url}callback.html`,
    response_type: 'code',
  }
  const code_challenge = 'x'.repeat(43)
  const refused: Record<string, string>[] = [
    {},
    { code_challenge },
    { code_challenge, code_challenge_method: 'plain' },
  ]
  for (const change of refused) {
    const query = new URLSearchParams({ ...asked, ...change })
    await fetch(`${other.origin}/oauth/authorize?${query}`, { redirect: 'manual' })
    expect(other.answers.at(-1)?.searchParams.get('error')).toBe('invalid_request')
  }
  expect(other.answers).toHaveLength(refused.length)
})

test('the desk takes an answer that names it, and none that names somebody else', async ({
  page,
  host,
  other,
}) => {
  other.callItself('https://login.elsewhere.example')
  await page.goto(host.url)
  await logIn(page).click()
  await chooseAgent(page, 'Ana Ruiz')
  await button(page, 'Allow').click()
  await expect(problem(page)).toContainText('does not belong to this log-in')
  expect(other.answers.at(-1)?.searchParams.has('code')).toBe(true)
  expect(count(other, exchange)).toBe(0)

  other.callItself(other.origin)
  await button(page, 'Try again').click()
  await expectDesk(page)
  expect(other.answers.at(-1)?.searchParams.get('iss')).toBe(other.origin)
})
