import type { Page } from '@playwright/test'
import { button, expect, rows, signIn, test } from './desk'

// Two thousand queues and ten thousand people.
test.use({ platform: { organisation: 'large' }, failedLoads: true })

const shown = (page: Page) =>
  page.getByRole('list', { name: 'Destinations' }).getByRole('button', { name: /^Transfer to / })
const asked = async (genesys: { requests: (method: string, path: string) => Promise<unknown[]> }) =>
  (await genesys.requests('GET', '/api/v2/routing/queues/divisionviews')).length

test.beforeEach(async ({ page, host, genesys }) => {
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await genesys.customerRings('Ada Quill', 'Ana Ruiz')
  await button(page, 'Answer').click()
  await expect(rows(page).filter({ hasText: 'Ada Quill' })).toContainText('Connected')
  await button(page, 'Transfer').click()
  await expect(shown(page)).toHaveCount(25)
})

test('more destinations are fetched by keyboard, page by page, and the focus goes on with them', async ({
  page,
  genesys,
}) => {
  expect(await asked(genesys)).toBe(1)
  const first = await shown(page).allTextContents()
  // Reaching it is enough.
  await button(page, 'Show more').focus()
  await expect(shown(page)).toHaveCount(50)
  await expect(shown(page).nth(25)).toBeFocused()
  // What was there has not moved.
  expect((await shown(page).allTextContents()).slice(0, 25)).toEqual(first)
  expect(
    new Set(await shown(page).evaluateAll((all) => all.map((one) => one.ariaLabel))).size,
  ).toBe(50)
  expect(await asked(genesys)).toBe(2)
})

test('more destinations are there when the list is scrolled to its end', async ({
  page,
  genesys,
}) => {
  await shown(page).first().hover()
  await page.mouse.wheel(0, 20_000)
  await expect(shown(page)).toHaveCount(50)
  expect(await asked(genesys)).toBe(2)
})

test('a page that cannot be read is said to be so, and can be asked for again', async ({
  page,
  genesys,
}) => {
  const path = '/api/v2/routing/queues/divisionviews'
  await genesys.fault({ path, kind: 'status', status: 403, times: 1 })
  await button(page, 'Show more').focus()
  await expect(page.getByText(/^Queues could not be searched\./)).toBeVisible()
  await expect(shown(page)).toHaveCount(25)
  await button(page, 'Show more').press('Enter')
  await expect(shown(page)).toHaveCount(50)
  await expect(page.getByText(/^Queues could not be searched\./)).toHaveCount(0)
})
