/** Every view of a desk that nobody touches, and of one that is left; see views.ts. */
import type { Page } from '@playwright/test'
import type { Cast } from './cast'
import { button, expect, type Genesys, goOnQueue, openAccount, signIn } from './desk'
import { lock, locked, setIdleMinutes, signInAgain, stay } from './locked'
import { passForEngine } from './passing'
import type { DeskHost } from './serve'
import { rings, said, type Views } from './views'

/** Locks after the longest time there is, so that a view may be looked at for as long as it takes. */
export async function openLocking(page: Page, host: DeskHost, genesys: Genesys, agent: string) {
  setIdleMinutes(host, genesys, 480)
  await page.goto(host.url)
  await signIn(page, agent)
}

export async function* lockViews(page: Page, genesys: Genesys, cast: Cast): Views {
  await passForEngine(page, 479 * 60 + 5)
  await expect(stay(page)).toBeVisible()
  yield 'about to lock'
  await stay(page).click()
  await goOnQueue(page)
  await lock(page)
  yield 'locked'
  await rings(genesys, cast)
  await button(page, 'Answer').click()
  await expect(button(page, 'Hold')).toBeVisible()
  await genesys.customerRings(cast.second, cast.agent)
  await expect(button(page, 'Answer')).toBeVisible()
  yield 'locked: in a call, and another one rings'
  await button(page, 'Mute').click()
  await button(page, 'Hold').click()
  await expect(button(page, 'Resume')).toBeVisible()
  await expect(button(page, 'Unmute')).toBeVisible()
  await genesys.fault({ method: 'PATCH', kind: 'status', status: 409 })
  await button(page, 'Unmute').click()
  await expect(said(page)).toContainText('Unmute did not happen')
  yield 'locked: held and muted, and a notice'
  await page.evaluate(() => Object.assign(window, { kept: window.open, open: () => null }))
  await signInAgain(page).click()
  await expect(page.getByText('The browser opened no window')).toBeVisible()
  yield 'locked: no window'
  await page.evaluate(() => Object.assign(window, { open: Reflect.get(window, 'kept') }))
  const [popup] = await Promise.all([page.waitForEvent('popup'), button(page, 'Try again').click()])
  await expect(button(page, 'Open it again')).toBeVisible()
  yield 'locked: a window is open'
  await genesys.control('POST', '/tokens/expire', {})
  await expect(said(page).filter({ hasText: 'Your sign-in has ended' })).toBeVisible()
  yield 'locked: the sign-in has ended too'
  await button(popup, cast.agent).click()
  await expect(locked(page)).toHaveCount(0)
}

export async function* leavingViews(page: Page, genesys: Genesys, cast: Cast): Views {
  await genesys.fault({ method: 'PATCH', kind: 'status', status: 403 })
  const leave = await openAccount(page)
  await expect(page.getByRole('switch', { name: 'Set me Offline' })).toBeVisible()
  yield 'account: Offline is offered'
  await leave.click()
  await expect(page.getByText('You could not be set Offline')).toBeVisible()
  yield 'account: Offline was refused'
  await page.keyboard.press('Escape')
  await goOnQueue(page)
  const id = await rings(genesys, cast)
  await button(page, 'Answer').click()
  // A customer who goes before the answer has arrived leaves nothing to wrap up.
  await expect(button(page, 'Hold')).toBeVisible()
  await genesys.customerHangsUp(id)
  await page.getByRole('textbox', { name: 'Notes' }).fill('Wants a call back')
  await openAccount(page)
  await expect(page.getByText('A wrap-up is still to be done.')).toBeVisible()
  yield 'account: a wrap-up is owed'
  await button(page, 'Sign out').click()
  await expect(button(page, 'Keep the notes')).toBeVisible()
  yield 'signing out: notes would be lost'
  await button(page, 'Keep the notes').click()
  // The login page is still to be reached, and is not.
  await page.context().setOffline(true)
  await button(page, 'Sign out').click()
  await button(page, 'Sign out').click()
  await expect(button(page, 'Try again')).toBeVisible({ timeout: 20_000 })
  yield 'signed out, and Genesys Cloud could not be told'
  await page.context().setOffline(false)
}
