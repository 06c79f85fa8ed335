import type { Page } from '@playwright/test'
import { button, chooseAgent, expect, expectDesk, signIn, test } from './desk'

const logIn = (page: Page) => button(page, 'Log in with Genesys Cloud')
const exchanges = ['POST', '/oauth/token'] as const
const problem = (page: Page) => page.getByRole('alert')

test('who denies the consent is told so, and can try again', async ({ page, host, genesys }) => {
  await page.goto(host.url)
  await logIn(page).click()
  await chooseAgent(page, 'Ana Ruiz')
  await button(page, 'Deny').click()
  await expect(problem(page)).toContainText('was not allowed in')
  expect(await genesys.requests(...exchanges)).toEqual([])

  await button(page, 'Try again').click()
  await button(page, 'Allow').click()
  await expectDesk(page)
})

test('an answer nobody asked for is not exchanged', async ({ page, host, genesys }) => {
  await page.goto(`${host.url}callback.html?code=x&state=bad`)
  await expect(problem(page)).toContainText('no log-in was waiting for it')
  expect(page.url()).not.toContain('code=')
  expect(await genesys.requests(...exchanges)).toEqual([])
  await button(page, 'Try again').click()
  await chooseAgent(page, 'Ana Ruiz')
})

for (const answer of [
  'code=x&state=bad',
  'code=x',
  'error=access_denied&error_description=%3Cimg%20src%3Dx%3E&state=bad',
])
  test(`a forged answer to a log-in under way is not used: ${answer}`, async ({
    page,
    host,
    genesys,
  }) => {
    await page.goto(host.url)
    await logIn(page).click()
    await expect(page.getByRole('heading', { name: 'Genesys Cloud (local)' })).toBeVisible()
    await page.goto(`${host.url}callback.html?${answer}`)
    await expect(problem(page)).toContainText('does not belong to this log-in')
    expect(await genesys.requests(...exchanges)).toEqual([])
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0)
    await expect(page.locator('img')).toHaveCount(0)
  })

test('an old answer that comes again changes nothing', async ({ page, host, genesys }) => {
  const answers: string[] = []
  page.on('request', (request) => {
    if (/callback\.html\?.*code=/.test(request.url())) answers.push(request.url())
  })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  const [answer = ''] = answers
  expect(answer).toContain('code=')

  await page.goto(answer)
  await expectDesk(page)
  // In a tab of its own, as from a bookmark.
  const other = await page.context().newPage()
  await other.goto(answer)
  await expectDesk(other)
  await page.goBack()
  await expectDesk(page)
  await page.goForward()
  await expectDesk(page)
  expect(await genesys.requests(...exchanges)).toHaveLength(1)
  expect((await genesys.state()).tokens).toHaveLength(1)
})

test('after the log-in no trace of it is left in the page', async ({ page, host, genesys }) => {
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  expect(await genesys.requests(...exchanges)).toHaveLength(1)
  expect(page.url()).not.toMatch(/code=|state=/)
  const left = await page.evaluate(() => ({
    session: sessionStorage.length,
    local: localStorage.length,
    state: JSON.stringify(history.state),
    referrer: document.referrer,
    name: window.name,
  }))
  expect(left).toMatchObject({ session: 0, local: 0, name: '' })
  expect(`${left.state} ${left.referrer}`).not.toMatch(/code=|state=|verifier/)
})

test('logging in in one tab signs in the other', async ({ page, context, host, genesys }) => {
  const other = await context.newPage()
  await other.goto(host.url)
  await expect(logIn(other)).toBeVisible()
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await expectDesk(other)
  expect(await genesys.requests(...exchanges)).toHaveLength(1)
})

for (const [place, comesBackTo] of [
  ['?x=1', /\/index\.html(#\/)?$/],
  ['index.html#/conversations/abc', /\/index\.html#\/conversations\/abc$/],
  ['#/settings/elsewhere', /\/index\.html(#\/)?$/],
] as const)
  test(`the redirect URI is the configured one from ${place}, and the way back is kept`, async ({
    page,
    host,
  }) => {
    await page.goto(host.url + place)
    await logIn(page).click()
    await expect(page.getByRole('heading', { name: 'Genesys Cloud (local)' })).toBeVisible()
    const sent = new URL(page.url()).searchParams
    expect(sent.get('redirect_uri')).toBe(`${host.url}callback.html`)
    expect(sent.get('code_challenge_method')).toBe('S256')
    await chooseAgent(page, 'Ana Ruiz')
    await button(page, 'Allow').click()
    await expectDesk(page)
    await expect(page).toHaveURL(comesBackTo)
  })
