import type { Page } from '@playwright/test'
import { wholeBrowser } from '../browser'
import { button, chooseAgent, expect, expectDesk, type Genesys, pasted, signIn, test } from './desk'
import type { DeskHost } from './serve'

// Who is refused on a page is refused with a status.
test.use({ failedLoads: true, ...wholeBrowser })

const logIn = (page: Page) => button(page, 'Log in with Genesys Cloud')
const said = (page: Page) => page.getByRole('alert')
const advice = (page: Page) => page.getByRole('dialog', { name: 'Problems signing in?' })

function configure(host: DeskHost, { login, api }: Genesys, more: object) {
  const redirectUris = [`${host.url}callback.html`]
  host.setConfig({ environment: { login, api }, clientId: 'minidesk-local', redirectUris, ...more })
}

/** The agent reads what the login page says, comes back, and finds it in the list. */
async function expectAdvice(page: Page, says: string, ask: string) {
  await expect(async () => {
    await page.goBack()
    await expect(button(page, 'Problems signing in?')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await button(page, 'Problems signing in?').click()
  const term = advice(page).getByText(says, { exact: true })
  await expect(term.locator('..')).toContainText(ask)
}

for (const [state, heading, says, ask] of [
  ['disabled', 'This log-in cannot go on', 'The client is disabled', 'enable it'],
  ['revoked', 'This log-in cannot go on', 'Its authorization was revoked', 'authorize it again'],
  [
    'pending',
    'Minidesk is not authorized yet',
    'Not authorized yet, or waiting for approval',
    'approve it',
  ],
] as const)
  test(`the login page of a client that is ${state} goes nowhere, and the way back tells whom to ask`, async ({
    page,
    host,
    genesys,
  }) => {
    await genesys.control('PATCH', '/clients/minidesk-local', { state })
    await page.goto(host.url)
    await logIn(page).click()
    if (state === 'pending') await button(page, 'Ana Ruiz').click()
    await expect(page.getByRole('heading', { name: heading })).toBeVisible()
    await expectAdvice(page, says, ask)
    expect(await genesys.requests('POST', '/oauth/token')).toEqual([])
    await page.keyboard.press('Escape')
    await expect(button(page, 'Problems signing in?')).toBeFocused()

    await genesys.control('PATCH', '/clients/minidesk-local', { state: 'active' })
    if (state === 'pending') return
    await signIn(page, 'Ana Ruiz')
  })

test('of a client that nobody knows the administrator gets what there is to compare', async ({
  page,
  host,
  genesys,
}) => {
  configure(host, genesys, { clientId: 'nobody-knows' })
  await page.goto(host.url)
  await logIn(page).click()
  await expect(page.getByText('This client_id is not known here.')).toBeVisible()
  await expectAdvice(page, 'The client is not known', 'compare the client ID')
  await expect(advice(page)).toContainText('nobody-knows')
  await button(page, 'Copy').click()
  await expect(advice(page).getByRole('status')).toHaveText('Copied.')
  const text = await pasted(page)
  expect(text).toContain('Client ID: nobody-knows')
  expect(text).toContain(`Return address: ${host.url}callback.html`)
  expect(text).toContain(new URL(genesys.login).host)
})

test('an address that is not registered can be read where the administrator needs it', async ({
  page,
  host,
  genesys,
}) => {
  const redirectUris = ['https://desk.example/callback.html']
  await genesys.control('PATCH', '/clients/minidesk-local', { redirectUris })
  await page.goto(host.url)
  await logIn(page).click()
  await expect(page.getByText('redirect_uri is not registered')).toBeVisible()
  await expectAdvice(page, 'The redirect address is not registered', 'add the return address')
  await expect(advice(page)).toContainText(`${host.url}callback.html`)
})

const okta = { org: 'Larkfield Home Services', provider: 'okta' }

test('somebody who is no user of the organization finds whom to ask', async ({
  page,
  host,
  genesys,
}) => {
  configure(host, genesys, okta)
  await page.goto(host.url)
  await logIn(page).click()
  await button(page, 'Noor Haddad').click()
  await expect(page.getByRole('heading', { name: 'No user of this organization' })).toBeVisible()
  await page.goto(host.url)
  await button(page, 'Problems signing in?').click()
  await expect(advice(page)).toContainText('Ask your administrator to add you there')
})

test('an identity provider that fails is told apart, and later it works', async ({
  page,
  host,
  genesys,
}) => {
  configure(host, genesys, okta)
  await genesys.control('POST', '/idp', { mode: 'fail' })
  await page.goto(host.url)
  await logIn(page).click()
  await expect(page.getByRole('heading', { name: 'Sign-in at okta failed' })).toBeVisible()
  await expectAdvice(page, 'The sign-in failed, or goes round and round', 'looks after')
  await page.keyboard.press('Escape')

  await genesys.control('POST', '/idp', { mode: 'ok' })
  await logIn(page).click()
  await button(page, 'Ana Ruiz').click()
  await button(page, 'Allow').click()
  await expectDesk(page)
})

test('an identity provider that goes round and round leaves a page that can be opened again', async ({
  page,
  host,
  genesys,
}) => {
  configure(host, genesys, okta)
  await genesys.control('POST', '/idp', { mode: 'loop' })
  await page.goto(host.url)
  await logIn(page).click({ noWaitAfter: true })
  await expect(page).toHaveURL(/^chrome-error:/)
  await page.goto(host.url)
  await button(page, 'Problems signing in?').click()
  await expect(advice(page)).toContainText('goes round and round')
})

test('an identity provider that refuses leaves a sentence, and nothing of its own words', async ({
  page,
  host,
  genesys,
}) => {
  configure(host, genesys, okta)
  await genesys.control('POST', '/idp', { mode: 'deny' })
  await page.goto(host.url)
  await logIn(page).click()
  await expect(said(page)).toContainText('by you, your organization or its sign-in')
  await expect(page.locator('body')).not.toContainText('okta has refused')
})

test('an approval that is denied leaves the same sentence', async ({ page, host, genesys }) => {
  configure(host, genesys, { clientId: 'minidesk-pending' })
  await page.goto(host.url)
  await logIn(page).click()
  await button(page, 'Fatima Al-Zahra Benjelloun').click()
  await button(page, 'Deny').click()
  await expect(said(page)).toContainText('was not allowed')
})

for (const [state, words] of [
  ['disabled', 'does not accept Minidesk.'],
  ['revoked', 'does not accept Minidesk.'],
  ['pending', 'has not approved Minidesk'],
] as const)
  test(`a client that becomes ${state} while the agent logs in is told of in its own words`, async ({
    page,
    host,
    genesys,
  }) => {
    await genesys.fault({ method: 'POST', path: '/oauth/token', kind: 'delay', ms: 3_000 })
    await page.goto(host.url)
    await logIn(page).click()
    await chooseAgent(page, 'Ana Ruiz')
    await button(page, 'Allow').click()
    await expect(page.getByText('Signing you in…')).toBeVisible()
    await genesys.control('PATCH', '/clients/minidesk-local', { state })
    await expect(said(page)).toContainText(words)
    await expect(button(page, 'Try again')).toBeVisible()
  })

const markup = '<img src=x onerror="document.title=`taken`">'

for (const [what, error, rightState, words] of [
  ['a refusal', 'access_denied', true, 'was not allowed'],
  ['a refusal of the client', 'unauthorized_client', true, 'has not approved Minidesk'],
  ['a client that is not accepted', 'invalid_client', true, 'does not accept Minidesk.'],
  ['a login host in trouble', 'temporarily_unavailable', true, 'a problem of its own'],
  ['another refusal', 'invalid_request', true, 'refused the log-in'],
  ['a refusal to somebody else', 'access_denied', false, 'does not belong to this log-in'],
] as const)
  test(`${what} is told in words of our own, and markup beside it is not`, async ({
    page,
    context,
    host,
  }) => {
    await context.route(/oauth\/authorize/, (route) => {
      const asked = new URL(route.request().url()).searchParams
      const back = new URL(asked.get('redirect_uri') ?? '')
      const state = rightState ? (asked.get('state') ?? '') : 'x'
      back.search = new URLSearchParams({ error, error_description: markup, state }).toString()
      return route.fulfill({ status: 303, headers: { location: back.href } })
    })
    await page.goto(host.url)
    await logIn(page).click()
    await expect(said(page)).toContainText(words)
    await expect(page.locator('img')).toHaveCount(0)
    await expect(page.locator('body')).not.toContainText('onerror')
    await expect(page).toHaveTitle('Minidesk')
  })

test('a client that lacks a scope opens the desk, which says so once', async ({
  page,
  host,
  genesys,
}) => {
  const scopes = ['user-basic-info', 'users', 'presence', 'conversations']
  await genesys.control('PATCH', '/clients/minidesk-local', {
    scopes: [
      ...[...scopes, 'routing:readonly', 'notifications'],
      ...['analytics:readonly', 'external-contacts:readonly', 'stations:readonly'],
    ],
  })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  const words = 'has not given Minidesk the right to it: Idle time-out.'
  const banner = page.getByRole('status').filter({ hasText: words })
  await expect(banner).toBeVisible()
  await expect(banner).not.toContainText('organization:readonly')
  await button(page, 'Copy for your administrator').click()
  await expect(banner).toContainText('Copied.')
  expect(await pasted(page)).toBe(
    'Minidesk lacks scopes of its OAuth client: organization:readonly (for: Idle time-out). Add them to the client; agents log in again.',
  )
  await button(page, 'Dismiss').click()
  await expect(page.getByText(words)).toHaveCount(0)
  await page.getByRole('switch', { name: 'On Queue' }).click()
  await expect(page.getByRole('switch', { name: 'On Queue' })).toHaveAttribute(
    'aria-checked',
    'true',
  )
})

test('a client that lacks nothing is not spoken of', async ({ ana, genesys }) => {
  await expect
    .poll(async () => (await genesys.requests('GET', '/api/v2/tokens/me')).length)
    .toBeGreaterThan(0)
  await expect(ana.getByText('has not given Minidesk the right')).toHaveCount(0)
})
