import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { wholeBrowser } from '../browser'
import {
  button,
  chooseAgent,
  expect,
  expectDesk,
  openAccount,
  pasted,
  signIn,
  signOut,
  test,
} from './desk'
import { attachEngine } from './engine'

// Looks at what was copied.
test.use(wholeBrowser)

const log = (page: Page) => page.getByRole('dialog', { name: 'Sign-in log' })
const lines = (page: Page) => log(page).getByRole('listitem')
const problems = (page: Page) => button(page, 'Problems signing in?')

/** From the sign-in page. */
async function openLog(page: Page) {
  await problems(page).click()
  await button(page, 'Sign-in log').click()
  await expect(log(page)).toBeVisible()
}

/** A log-in that the agent denies. */
async function deny(page: Page) {
  await button(page, 'Log in with Genesys Cloud').click()
  await chooseAgent(page, 'Ana Ruiz')
  await button(page, 'Deny').click()
  await expect(page.getByRole('alert')).toContainText('was not allowed')
}

test('a log-in that failed is in the log, and still after a reload', async ({ page, host }) => {
  await page.goto(host.url)
  await openLog(page)
  await expect(log(page)).toContainText('Nothing has happened yet.')
  await expect(button(page, 'Save as file')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await deny(page)
  await openLog(page)
  await expect(lines(page)).toHaveCount(2)
  await expect(lines(page).first()).toContainText('Log-in failed')
  await expect(lines(page).first()).toContainText('was not allowed')
  await expect(lines(page).last()).toContainText('Log-in begun')
  await page.reload()
  await openLog(page)
  await expect(lines(page)).toHaveCount(2)

  // A new engine knows what the one before it had noted.
  await (await attachEngine(page)).kill()
  await page.reload()
  await openLog(page)
  await expect(lines(page)).toHaveCount(2)
})

test('the log of a desk is opened, read and left by the keyboard', async ({ ana, genesys }) => {
  await openAccount(ana)
  await button(ana, 'Sign-in log').focus()
  await ana.keyboard.press('Enter')
  await expect(lines(ana).first()).toContainText('Signed in')
  await expect(button(ana, 'Close')).toBeFocused()
  await ana.keyboard.press('Tab')
  await expect(log(ana).getByRole('region', { name: 'Sign-in log' })).toBeFocused()
  await ana.keyboard.press('Escape')
  await expect(log(ana)).toHaveCount(0)
  await expect(button(ana, 'Sign-in log')).toBeFocused()

  // What has happened since is in it the next time.
  await genesys.control('POST', '/tokens/expire', {})
  await expect(ana.getByText('Your sign-in has ended.')).toBeVisible()
  await ana.keyboard.press('Enter')
  await expect(lines(ana).first()).toContainText('Sign-in ended')
})

test('the log is copied, and saved as a file, whole', async ({ page, host }) => {
  await page.goto(host.url)
  await deny(page)
  await openLog(page)
  await log(page).getByRole('button', { name: 'Copy' }).click()
  await expect(log(page).getByRole('status')).toHaveText('Copied.')
  const copied = await pasted(page)
  const [saving] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Save as file').click(),
  ])
  expect(saving.suggestedFilename()).toBe('minidesk-sign-in-log.json')
  const saved = await readFile(await saving.path(), 'utf8')
  expect(saved).toBe(copied)
  expect(JSON.parse(saved).entries).toMatchObject([
    { event: 'sign-in-begun', reason: 'redirect' },
    { event: 'sign-in-failed', reason: 'denied' },
  ])
})

test('a browser that does not let it copy is told of', async ({ page, host }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined })
  })
  await page.goto(host.url)
  await problems(page).click()
  await button(page, 'Copy').click()
  await expect(page.getByText('This browser does not let Minidesk copy.')).toBeVisible()
})

test('nothing of a sign-in can be read from its log', async ({ page, context, host, genesys }) => {
  const secrets = new Set<string>()
  const note = (text: string) => {
    for (const pattern of [
      ...[/Bearer ([^"\s]+)/g, /"?code_verifier"?[=:]"?([\w~.-]{20,})/g],
      ...[/[?&"](?:code|state|code_challenge)=([\w~.-]{20,})/g, /(streaming-[\w-]+)/g],
    ])
      for (const [, secret] of text.matchAll(pattern)) if (secret) secrets.add(secret)
  }
  context.on('request', (request) => note(request.url()))
  await page.goto(host.url)
  await expect(problems(page)).toBeVisible()
  const engine = await attachEngine(page)
  engine.onEvent((_, params) => note(JSON.stringify(params)))
  await engine.send('Network.enable')
  await deny(page)
  await button(page, 'Try again').click()
  await button(page, 'Allow').click()
  await expectDesk(page)
  // What goes wrong with names in the answers is noted too, and without them.
  await genesys.control('POST', '/tokens/revoke', {})
  await expect(page.getByText('Your sign-in has ended.')).toBeVisible()
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    button(page, 'Sign in again').click(),
  ])
  await expect.poll(() => popup.isClosed()).toBe(true)
  await openAccount(page)
  await button(page, 'Sign-in log').click()
  await expect(lines(page).filter({ hasText: 'Signed in again' })).toHaveCount(1)
  await log(page).getByRole('button', { name: 'Copy' }).click()
  await expect(log(page).getByRole('status')).toHaveText('Copied.')
  const text = await pasted(page)

  expect(secrets.size).toBeGreaterThan(6)
  for (const secret of secrets) expect(text.includes(secret)).toBe(false)
  const { users } = await genesys.state()
  for (const { name, id } of users) {
    expect(text).not.toContain(name)
    expect(text).not.toContain(id)
  }
  expect(text).not.toMatch(/https?:|@|localhost|larkfield/i)
})

test('signing out empties it, for whoever comes next', async ({ page, host }) => {
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await signOut(page)
  await openLog(page)
  // But for the end itself, which is nobody's.
  await expect(lines(page)).toHaveText([/Signed out/])
})
