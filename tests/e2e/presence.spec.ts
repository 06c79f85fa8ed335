import type { Page } from '@playwright/test'
import { button, expect, goOnQueue, test } from './desk'
import { expectTruth } from './truth'

const onQueue = (page: Page) => page.getByRole('switch', { name: 'On Queue' })
const item = (page: Page, name: string) => page.getByRole('menuitemradio', { name, exact: true })

test('the menu is used with the mouse', async ({ ana, genesys }) => {
  await button(ana, 'Presence: Available').click()
  await expect(item(ana, 'Available')).toHaveAttribute('aria-checked', 'true')
  await item(ana, 'Busy').click()
  await expect(button(ana, 'Presence: Busy')).toBeVisible()
  await expect(ana.getByRole('menu')).toHaveCount(0)
  await expectTruth(ana, genesys)

  await button(ana, 'Presence: Busy').click()
  await expect(item(ana, 'Busy')).toHaveAttribute('aria-checked', 'true')
  await expect(item(ana, 'Available')).toHaveAttribute('aria-checked', 'false')
})

test('the menu is used with the keyboard alone', async ({ ana, genesys }) => {
  const trigger = button(ana, 'Presence: Available')
  await trigger.focus()
  await ana.keyboard.press('Enter')
  await expect(item(ana, 'Available')).toBeFocused()
  await ana.keyboard.press('Escape')
  await expect(ana.getByRole('menu')).toHaveCount(0)
  await expect(trigger).toBeFocused()

  await ana.keyboard.press('Space')
  await expect(item(ana, 'Available')).toBeFocused()
  await ana.keyboard.press('End')
  await expect(item(ana, 'Offline')).toBeFocused()
  await ana.keyboard.press('ArrowDown')
  await expect(item(ana, 'On Queue')).toBeFocused()
  await ana.keyboard.press('ArrowUp')
  await ana.keyboard.press('Home')
  await ana.keyboard.press('m')
  await expect(item(ana, 'Meal')).toBeFocused()
  await ana.keyboard.press('m')
  await expect(item(ana, 'Meeting')).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(button(ana, 'Presence: Meeting')).toBeFocused()
  await expectTruth(ana, genesys)
})

test('a key pressed in the same moment as the one that opens the menu is not lost', async ({
  ana,
}) => {
  await button(ana, 'Presence: Available').focus()
  // In one go, before the browser has told anybody that the menu is open.
  const focused = await ana.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.click()
    return document.activeElement?.getAttribute('role')
  })
  expect(focused).toBe('menuitemradio')
})

test("the organization's own statuses are chosen like the others", async ({ ana, genesys }) => {
  await button(ana, 'Presence: Available').click()
  await item(ana, 'Lunch').click()
  await expect(button(ana, 'Presence: Lunch')).toBeVisible()
  await expectTruth(ana, genesys)
  await ana.reload()
  await expect(button(ana, 'Presence: Lunch')).toBeVisible()
})

test('leaving the queue goes back to the status before it', async ({ ana, genesys }) => {
  await button(ana, 'Presence: Available').click()
  await item(ana, 'Coaching').click()
  await expect(button(ana, 'Presence: Coaching')).toBeVisible()
  await goOnQueue(ana)
  await expect(button(ana, 'Presence: On Queue')).toBeVisible()
  await expectTruth(ana, genesys)

  await onQueue(ana).click()
  await expect(button(ana, 'Presence: Coaching')).toBeVisible()
  await expect(onQueue(ana)).toHaveAttribute('aria-checked', 'false')
  await expectTruth(ana, genesys)
})

test('a status changed somewhere else is shown', async ({ ana, genesys }) => {
  const path = `/users/${await genesys.userId('Ana Ruiz')}/presence`
  await genesys.control('POST', path, { systemPresence: 'Training' })
  await expect(button(ana, 'Presence: Training')).toBeVisible()
  await genesys.control('POST', path, { systemPresence: 'On Queue' })
  await expect(onQueue(ana)).toHaveAttribute('aria-checked', 'true')
  await expectTruth(ana, genesys)
})

test('a status that changes while the menu is open leaves the focus where it was', async ({
  ana,
  genesys,
}) => {
  await button(ana, 'Presence: Available').focus()
  await ana.keyboard.press('Enter')
  await ana.keyboard.press('b')
  await expect(item(ana, 'Busy')).toBeFocused()
  const path = `/users/${await genesys.userId('Ana Ruiz')}/presence`
  await genesys.control('POST', path, { systemPresence: 'Training' })
  await expect(item(ana, 'Training')).toHaveAttribute('aria-checked', 'true')
  await expect(item(ana, 'Busy')).toBeFocused()
  await ana.keyboard.press('Enter')
  await expect(button(ana, 'Presence: Busy')).toBeFocused()
  await expectTruth(ana, genesys)
})

test('a refused change says why, and nothing looks changed', async ({ ana, genesys }) => {
  await genesys.fault({
    method: 'PATCH',
    path: '/api/v2/users/*/presences/*',
    kind: 'status',
    status: 403,
    code: 'presence.not.authorized.update.on.queue',
  })
  await onQueue(ana).click()
  await expect(ana.getByRole('alert')).toContainText(
    'The change to On Queue did not happen. You may not go on queue.',
  )
  await expect(onQueue(ana)).toHaveAttribute('aria-checked', 'false')
  await expect(onQueue(ana)).not.toHaveAttribute('aria-busy', 'true')
  await expectTruth(ana, genesys)

  await button(ana, 'Dismiss').click()
  await expect(ana.getByRole('alert')).not.toContainText('did not happen')
  await goOnQueue(ana)
  await expectTruth(ana, genesys)
})
