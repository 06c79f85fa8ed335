import { button, chooseAgent, expect, expectDesk, trips } from './desk'
import {
  expectFramedDesk,
  frameButton,
  gone,
  inFrame,
  logInThere,
  pressForWindow,
  test,
} from './embed'

const logIn = 'Log in with Genesys Cloud'

test('a window that the agent closes is noticed within a second, and the next one works', async ({
  page,
  shell,
}) => {
  await shell.open(page)
  const popup = await pressForWindow(page, logIn)
  await expect(button(popup, 'Ana Ruiz')).toBeVisible()
  await expect(inFrame(page).getByText('Log in in the window that has opened')).toBeVisible()
  await popup.close()
  await expect(inFrame(page).getByRole('alert')).toContainText(gone, {
    timeout: 1_000,
  })
  await logInThere(await pressForWindow(page, 'Open it again'))
  await expectFramedDesk(page)
})

test('another press takes the place of the window before', async ({ page, shell, genesys }) => {
  await shell.open(page)
  const first = await pressForWindow(page, logIn)
  await expect(button(first, 'Ana Ruiz')).toBeVisible()
  const second = await pressForWindow(page, 'Open it again')
  await expect.poll(() => first.isClosed()).toBe(true)
  await logInThere(second)
  await expectFramedDesk(page)
  expect((await trips(genesys)).token).toBe(1)
})

test.describe('where the login page cuts its window off', () => {
  test.use({ opener: 'same-origin' })

  test('both sides say what to do, and a tab of its own is the way', async ({
    page,
    context,
    host,
    shell,
    genesys,
  }) => {
    await shell.open(page, { file: 'embed.html#/conversations/abc-1', sandbox: null })
    const popup = await pressForWindow(page, logIn)
    await expect(inFrame(page).getByRole('alert')).toContainText(gone)
    await logInThere(popup)
    await expect(popup.getByRole('status')).toContainText('could not be brought back')
    expect(popup.url()).toBe(`${host.url}popup.html`)
    // Nothing of that answer was used.
    expect((await trips(genesys)).token).toBe(0)
    const [tab] = await Promise.all([
      context.waitForEvent('page'),
      inFrame(page).getByRole('link', { name: 'Open in a new tab' }).click(),
    ])
    await expect(button(tab, logIn)).toBeVisible()
    expect(tab.url()).toBe(`${host.url}index.html#/conversations/abc-1`)
    expect(await tab.evaluate(() => window.opener)).toBeNull()
    await button(tab, logIn).click()
    await expectDesk(tab)
  })
})

test('a log-in that is refused says so in the frame, and the next one works', async ({
  page,
  shell,
}) => {
  await shell.open(page)
  const popup = await pressForWindow(page, logIn)
  await chooseAgent(popup, 'Ana Ruiz')
  await button(popup, 'Deny').click()
  await expect(inFrame(page).getByRole('alert')).toContainText('was not allowed')
  await expect.poll(() => popup.isClosed()).toBe(true)
  const next = await pressForWindow(page, 'Try again')
  await button(next, 'Allow').click()
  await expectFramedDesk(page)
})

test('where popup.html is not configured the frame says what to ask for', async ({
  page,
  host,
  shell,
  genesys,
}) => {
  await host.setConfig({
    environment: { login: genesys.login, api: genesys.api },
    clientId: 'minidesk-local',
    redirectUris: [`${host.url}callback.html`],
    frameAncestors: [shell.origin],
  })
  await shell.open(page)
  const popup = await pressForWindow(page, logIn)
  await expect(inFrame(page).getByRole('alert')).toContainText(
    'ask your administrator to add popup.html to the redirect URIs',
  )
  await expect.poll(() => popup.isClosed()).toBe(true)
  expect((await trips(genesys)).authorize).toBe(0)
})

test('signing out in a frame stays in the frame', async ({ page, genesys, shell }) => {
  await shell.open(page)
  await logInThere(await pressForWindow(page, logIn))
  await expectFramedDesk(page)
  await inFrame(page).getByRole('button', { name: 'Account: Ana Ruiz' }).click()
  await frameButton(page, 'Sign out').click()
  await expect(frameButton(page, logIn)).toBeVisible()
  expect((await genesys.state()).tokens).toEqual([])
  expect(await genesys.requests('GET', '/logout')).toEqual([])
  // The login host knows the agent still: its session belongs to the page around.
  const popup = await pressForWindow(page, logIn)
  await expectFramedDesk(page)
  await expect.poll(() => popup.isClosed()).toBe(true)
})

test('popup.html that nobody waits for says that there is nothing to do', async ({
  page,
  host,
}) => {
  await page.goto(`${host.url}popup.html`)
  await expect(page.getByRole('status')).toContainText('nothing to do')
  await page.goto(`${host.url}popup.html?code=abc&state=xyz`)
  await expect(page.getByRole('status')).toContainText('could not be brought back')
  expect(page.url()).toBe(`${host.url}popup.html`)
})
