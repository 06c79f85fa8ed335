import type { Page } from '@playwright/test'
import { button, expect, expectDesk, type Genesys, test } from './desk'
import type { DeskHost } from './serve'

// Who is refused on a page is refused with a status.
test.use({ failedLoads: true })

function configure(host: DeskHost, { login, api }: Genesys, more: object) {
  const redirectUris = [`${host.url}callback.html`]
  host.setConfig({ environment: { login, api }, clientId: 'minidesk-local', redirectUris, ...more })
}

async function logInAs(page: Page, host: DeskHost, name: string) {
  await page.goto(host.url)
  await button(page, 'Log in with Genesys Cloud').click()
  await button(page, name).click()
}

const okta = { org: 'Larkfield Home Services', provider: 'okta' }

test('the organization’s own identity provider opens the desk', async ({ page, host, genesys }) => {
  configure(host, genesys, okta)
  await logInAs(page, host, 'Ana Ruiz')
  await button(page, 'Allow').click()
  await expectDesk(page)
  expect(await genesys.requests('POST', '/idp/okta')).toHaveLength(1)
})

test('somebody the organization does not know is told so, and gets no code', async ({
  page,
  host,
  genesys,
}) => {
  configure(host, genesys, okta)
  await logInAs(page, host, 'Noor Haddad')
  await expect(page.getByRole('heading', { name: 'No user of this organization' })).toBeVisible()
  expect(await genesys.requests('POST', '/oauth/token')).toEqual([])
})

test('a client that waits for its approval opens the desk of who approves it', async ({
  page,
  host,
  genesys,
}) => {
  configure(host, genesys, { clientId: 'minidesk-pending' })
  await logInAs(page, host, 'Fatima Al-Zahra Benjelloun')
  await expect(page.getByRole('heading', { name: 'Authorize Minidesk Trial?' })).toBeVisible()
  await button(page, 'Authorize').click()
  await button(page, 'Allow').click()
  await expectDesk(page)
})
