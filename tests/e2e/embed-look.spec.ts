import type { Page } from '@playwright/test'
import { expectFrameAccessible } from './axe'
import { button, expect } from './desk'
import {
  expectFramedDesk,
  frameButton,
  genesysSandbox,
  gone,
  inFrame,
  logInThere,
  pressForWindow,
  pressUnasked,
  test,
} from './embed'

const logIn = 'Log in with Genesys Cloud'
const narrow = { width: 300, height: 600 }

/** In both schemes, and nothing wider than the frame. */
async function look(page: Page, view: string) {
  // A window may lie over it, and what is not seen is not drawn.
  await page.bringToFront()
  await expectFrameAccessible(page, view)
  const overflow = await page
    .frames()[1]
    ?.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow, view).toBeLessThanOrEqual(0)
}

test.describe('in a frame of 300 px', () => {
  test.use({
    viewport: narrow,
    storageOfFrames: 'blocked',
    meant: /^Blocked opening/,
    failedLoads: true,
  })
  test.setTimeout(240_000)

  test('axe finds nothing on the way in, and nothing is cut off', async ({ page, shell }) => {
    await shell.open(page)
    await expect(frameButton(page, logIn)).toBeVisible()
    await look(page, 'log-in')
    await pressUnasked(page, logIn)
    await expect(inFrame(page).getByText('Allow pop-ups')).toBeVisible()
    await look(page, 'blocked')
    const popup = await pressForWindow(page, 'Try again')
    await expect(button(popup, 'Ana Ruiz')).toBeVisible()
    await expect(inFrame(page).getByText('Log in in the window')).toBeVisible()
    await look(page, 'waiting')
    await popup.close()
    await expect(inFrame(page).getByText('The window was closed')).toBeVisible()
    await look(page, 'closed')
    await shell.open(page, { sandbox: genesysSandbox.replace('allow-popups ', '') })
    await frameButton(page, logIn).click()
    await expect(inFrame(page).getByText('add allow-popups')).toBeVisible()
    await look(page, 'sandboxed')
  })

  test('axe finds nothing when the sign-in ends and its window is gone', async ({
    page,
    genesys,
    shell,
  }) => {
    await shell.open(page)
    await logInThere(await pressForWindow(page, logIn))
    await expectFramedDesk(page)
    await genesys.control('POST', '/switches', { loginOpener: 'same-origin' })
    await page.context().clearCookies()
    await genesys.control('POST', '/tokens/expire', {})
    await pressForWindow(page, 'Sign in again')
    await expect(frameButton(page, 'I closed it')).toBeVisible()
    await look(page, 'severed, on the desk')
    await frameButton(page, 'I closed it').click()
    await expect(frameButton(page, 'Sign in again')).toBeVisible()
  })
})

test('the way in needs no mouse, and the focus is never lost', async ({ page, shell }) => {
  await shell.open(page)
  await expect(frameButton(page, logIn)).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(frameButton(page, logIn)).toBeFocused()
  const [popup] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('Enter'),
  ])
  await expect(button(popup, 'Ana Ruiz')).toBeVisible()
  await popup.close()
  await expect(inFrame(page).getByText(gone)).toBeVisible()
  await expect(async () => {
    await page.keyboard.press('Tab')
    await expect(frameButton(page, 'Open it again')).toBeFocused({ timeout: 500 })
  }).toPass()
  const [next] = await Promise.all([
    page.context().waitForEvent('page'),
    page.keyboard.press('Enter'),
  ])
  await logInThere(next)
  await expectFramedDesk(page)
})
