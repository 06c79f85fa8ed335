import { serveClientPage } from './client-page'
import { button, chooseAgent, test as desk, expect, trips } from './desk'

// The page of the official client stands where the desk stands in other journeys.
const test = desk.extend({
  host: async ({ browserName: _ }, use) => {
    const host = await serveClientPage()
    await use(host)
    await host.stop()
  },
})

test('the official client logs in from a page of its own, hears events and logs out', async ({
  page,
  host,
  genesys,
}) => {
  await page.goto(`${host.url}callback.html`)
  await chooseAgent(page, 'Ana Ruiz')
  await button(page, 'Allow').click()
  await expect(page.getByRole('heading', { name: 'Ana Ruiz at wall 7' })).toBeVisible()
  // The client has taken the code out of the address.
  expect(page.url()).toBe(`${host.url}callback.html`)
  expect(await trips(genesys)).toEqual({ authorize: 1, token: 1 })

  await expect(page.getByRole('status')).toHaveText('OFF_QUEUE')
  await button(page, 'Go on queue').click()
  await expect(page.getByRole('status')).toHaveText('IDLE')

  // Back from the login host the page asks for a log-in again, and has to choose who.
  await button(page, 'Log out').click()
  await expect(page.getByRole('heading', { name: 'Genesys Cloud (local)' })).toBeVisible()
})

test('the official client says so when it has not been allowed', async ({ page, host }) => {
  await page.goto(`${host.url}callback.html`)
  await chooseAgent(page, 'Ana Ruiz')
  await button(page, 'Deny').click()
  await expect(page.getByRole('heading', { name: /^\[access_denied\] / })).toBeVisible()
})
