import type { BrowserContext, Page } from '@playwright/test'
import { wholeBrowser } from '../browser'
import { expect, expectDesk } from './desk'
import { expectCodes, logIn, problem, test, tryAgain } from './login'

/** A browser as agents have it: Playwright switches the back-forward cache off. */
test.use({
  launchOptions: {
    ...wholeBrowser.launchOptions,
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
  },
})

const authorize = /oauth\/authorize/

/** To a login page that waits for the agent; the next one asks nothing. */
async function goAndWait(page: Page, context: BrowserContext) {
  const body = '<h1>Who are you?</h1>'
  await context.route(authorize, (route) => route.fulfill({ contentType: 'text/html', body }))
  await logIn(page).click()
  await expect(page.getByRole('heading', { name: 'Who are you?' })).toBeVisible()
  await context.unroute(authorize)
}

test('Back from the login page shows a button that works', async ({
  page,
  context,
  host,
  loginHost,
}) => {
  await page.goto(host.url)
  await page.evaluate(() => Object.assign(window, { mark: 'the same page' }))
  await goAndWait(page, context)
  await page.goBack({ waitUntil: 'commit' })
  expect(await page.evaluate(() => Reflect.get(window, 'mark'))).toBe('the same page')
  await expect(logIn(page)).not.toHaveAttribute('aria-busy')
  await logIn(page).click()
  await expectDesk(page)
  expectCodes(loginHost, 1)
})

test('a log-in that the agent stops on its way leaves a sentence, and another one works', async ({
  page,
  context,
  host,
  loginHost,
}) => {
  await page.goto(host.url)
  const browser = await context.newCDPSession(page)
  loginHost.hold()
  await logIn(page).click({ noWaitAfter: true })
  await expect.poll(() => loginHost.answers.length).toBe(1)
  await browser.send('Page.stopLoading')
  await expect(problem(page)).toContainText('login did not answer', { timeout: 20_000 })
  await tryAgain(page).click()
  await expectDesk(page)
  expectCodes(loginHost, 1)
})
