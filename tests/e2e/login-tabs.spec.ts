import { expect, expectDesk, openAccount } from './desk'
import { expectCodes, logIn, test } from './login'

test('the same agent logs in in two tabs: the desk that stands does not flicker', async ({
  page,
  context,
  host,
  genesys,
  loginHost,
}) => {
  const other = await context.newPage()
  const sendBack = loginHost.hold()
  await other.goto(host.url)
  await logIn(other).click({ noWaitAfter: true })
  await expect.poll(() => loginHost.answers.length).toBe(1)
  await page.goto(host.url)
  await logIn(page).click()
  await expectDesk(page)

  const onQueue = await page.getByRole('switch', { name: 'On Queue' }).elementHandle()
  const reads = (await genesys.requests('GET', '/api/v2/conversations')).length
  sendBack()
  await expectDesk(other)
  await expect.poll(async () => (await genesys.state()).tokens.length).toBe(1)
  expect(await onQueue?.evaluate((element) => element.isConnected)).toBe(true)
  // The second tab reads as it opens, and each once more with the channel of the later token.
  const more = (await genesys.requests('GET', '/api/v2/conversations')).length - reads
  expect(more).toBeGreaterThanOrEqual(1)
  expect(more).toBeLessThanOrEqual(3)
  expectCodes(loginHost, 2)
})

test('another agent logs in in the second tab: nothing of the first is left, and no token', async ({
  page,
  context,
  host,
  genesys,
  loginHost,
}) => {
  const other = await context.newPage()
  loginHost.logInAs('Ben Okafor')
  const sendBack = loginHost.hold()
  await other.goto(host.url)
  await logIn(other).click({ noWaitAfter: true })
  await expect.poll(() => loginHost.answers.length).toBe(1)
  loginHost.logInAs('Ana Ruiz')
  await page.goto(host.url)
  await logIn(page).click()
  await expectDesk(page)
  await expect(page.getByRole('button', { name: 'Account: Ana Ruiz' })).toBeVisible()

  sendBack()
  for (const tab of [other, page]) {
    await expectDesk(tab)
    await expect(tab.getByRole('button', { name: 'Account: Ben Okafor' })).toBeVisible()
    await expect(tab.locator('body')).not.toContainText('Ana Ruiz')
  }
  const ben = await genesys.userId('Ben Okafor')
  await expect
    .poll(async () => (await genesys.state()).tokens.map(({ userId }) => userId))
    .toEqual([ben])
  expectCodes(loginHost, 2)
})

test('a tab that is opened while another signs out does not log in again by itself', async ({
  page,
  context,
  host,
  genesys,
  loginHost,
}) => {
  await page.goto(host.url)
  await logIn(page).click()
  await expectDesk(page)
  await genesys.fault({ method: 'DELETE', path: '/api/v2/tokens/me', kind: 'delay', ms: 3_000 })
  await (await openAccount(page)).click()
  await expect(page.getByText('Signing out…')).toBeVisible()
  const other = await context.newPage()
  await other.goto(host.url)
  await expect(logIn(other)).toBeVisible()
  await expect(logIn(page)).toBeVisible()
  expect(loginHost.answers).toHaveLength(1)
  expect((await genesys.state()).tokens).toEqual([])
})
