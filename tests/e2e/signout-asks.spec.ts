import type { Page } from '@playwright/test'
import {
  button,
  expect,
  type Genesys,
  goOnQueue,
  openAccount,
  opened,
  rows,
  signOut,
  takeCall,
  test,
} from './desk'

test.use({ failedLoads: true })

const logIn = (page: Page) => button(page, 'Log in with Genesys Cloud')
const offline = (page: Page) => page.getByRole('switch', { name: 'Set me Offline' })
const asking = (page: Page) => page.getByRole('dialog', { name: /^Sign out without/ })
const presenceOf = async (genesys: Genesys) =>
  (await genesys.state()).users.find(({ name }) => name === 'Ana Ruiz')?.presence

test('signing out sets the agent Offline, and off queue with it', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await signOut(ana)
  expect(await presenceOf(genesys)).toBe('Offline')
  const { queues } = await genesys.state()
  expect(queues.every(({ onQueue }) => onQueue === 0)).toBe(true)
})

test('who wants to stay Available says so', async ({ ana, genesys }) => {
  await openAccount(ana)
  await expect(offline(ana)).toHaveAttribute('aria-checked', 'true')
  await offline(ana).click()
  await button(ana, 'Sign out').click()
  await expect(logIn(ana)).toBeVisible()
  expect(await presenceOf(genesys)).toBe('Available')
})

test('Offline that is refused is told, and keeps nobody', async ({ ana, genesys }) => {
  await genesys.fault({ method: 'PATCH', kind: 'status', status: 403 })
  const leave = await openAccount(ana)
  await leave.click()
  await expect(
    ana.getByText('You could not be set Offline: you are still Available.'),
  ).toBeVisible()
  await expect(offline(ana)).toHaveAttribute('aria-checked', 'false')
  await leave.click()
  await expect(logIn(ana)).toBeVisible()
  expect(await presenceOf(genesys)).toBe('Available')
})

test('notes that nobody else has are asked about; Escape keeps them, and the focus', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  const leave = await openAccount(ana)
  await expect(ana.getByText('A wrap-up is still to be done.')).toBeVisible()
  await ana.keyboard.press('Escape')
  await ana.getByRole('textbox', { name: 'Notes' }).fill('Something personal')
  await openAccount(ana)
  await leave.press('Enter')
  await expect(asking(ana)).toBeVisible()
  await expect(button(ana, 'Keep the notes')).toBeFocused()
  await ana.keyboard.press('Escape')
  await expect(asking(ana)).toHaveCount(0)
  await expect(leave).toBeFocused()
  await leave.press('Enter')
  await button(ana, 'Keep the notes').click()
  await expect(asking(ana)).toHaveCount(0)
  await ana.keyboard.press('Escape')
  await expect(ana.getByRole('textbox', { name: 'Notes' })).toHaveValue('Something personal')
  expect(await genesys.requests('DELETE', '/api/v2/tokens/me')).toEqual([])

  // Twice the same word, and it is done.
  await openAccount(ana)
  await button(ana, 'Sign out').click()
  await button(ana, 'Sign out').click()
  await expect(logIn(ana)).toBeVisible()
  await expect(ana.locator('body')).not.toContainText(/Ana Ruiz|Ada Quill|personal/)
})

test('what rings or is talked is shown where it can be handled, and only then lets go', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await ana.goto(`${ana.url().split('#')[0]}#/`)
  await openAccount(ana)
  await expect(ana.getByText('End your calls first.')).toBeVisible()
  await ana
    .getByRole('dialog')
    .getByRole('link', { name: /Ada Quill/ })
    .click()
  await expect(ana.getByRole('dialog')).toHaveCount(0)
  await expect(opened(ana, 'Ada Quill')).toBeVisible()

  // While Offline is on its way a call may still come: nobody is signed out of it.
  await genesys.customerHangsUp(id)
  await expect(rows(ana).first()).toContainText('Wrap-up')
  await genesys.fault({ method: 'PATCH', kind: 'delay', ms: 3_000 })
  await (await openAccount(ana)).click()
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect(ana.getByText('End your calls first.')).toBeVisible()
  await expect(button(ana, 'Presence: Offline')).toBeVisible()
  await expect(rows(ana).first()).toContainText('Ringing')
  expect(await genesys.requests('DELETE', '/api/v2/tokens/me')).toEqual([])
})

test('where Genesys Cloud cannot be told the page says so, and tries again', async ({
  ana,
  context,
  genesys,
}) => {
  await openAccount(ana)
  await offline(ana).click()
  await context.setOffline(true)
  await button(ana, 'Sign out').click()
  await expect(ana.getByText('You are signed out of this browser')).toBeVisible()
  await expect(ana.locator('body')).not.toContainText('Ana Ruiz')
  await button(ana, 'Try again').click()
  await expect(ana.getByText('Genesys Cloud cannot be reached yet.')).toBeVisible()
  await context.setOffline(false)
  await button(ana, 'Try again').click()
  await expect(logIn(ana)).toBeVisible()
  expect(await genesys.requests('GET', '/logout')).toHaveLength(1)
})

test('three tabs: one signs out, and the others are signed out within a second', async ({
  ana,
  context,
  host,
}) => {
  const tabs = [await context.newPage(), await context.newPage()]
  for (const tab of tabs) {
    await tab.goto(host.url)
    await expect(tab.getByRole('switch', { name: 'On Queue' })).toBeVisible()
  }
  await openAccount(ana)
  await offline(ana).click()
  await button(ana, 'Sign out').click()
  for (const tab of tabs) await expect(logIn(tab)).toBeVisible({ timeout: 1_000 })
  for (const tab of tabs) await expect(tab.locator('body')).not.toContainText('Ana Ruiz')
})
