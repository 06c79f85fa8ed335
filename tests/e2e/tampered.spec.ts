import { expect, test } from './desk'

test('a script that was changed on its way is not run', async ({ browser, host }) => {
  // Not watched for errors: this one is wanted.
  const context = await browser.newContext()
  const page = await context.newPage()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.route('**/assets/index-*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${await response.text()}\n` })
  })
  await page.goto(host.url)
  await expect.poll(() => said.join()).toContain("'integrity' attribute")
  await expect(page.locator('#desk')).toBeEmpty()
  await context.close()
})
