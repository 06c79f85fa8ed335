import type { Page } from '@playwright/test'
import { button, expect, expectDesk, goOnQueue, signIn, takeCall, test, wrapUp } from './desk'
import { expectTruth } from './truth'

const card = (page: Page) => page.getByRole('dialog', { name: 'Your status' })
/** The fact of that name: its word, since when, and whose doing it is. */
const fact = (page: Page, name: string) =>
  card(page)
    .locator('dl > div')
    .filter({ has: page.getByRole('term').filter({ hasText: name }) })
const item = (page: Page, name: string) => page.getByRole('menuitemradio', { name, exact: true })
const news = (page: Page) => page.getByText(/^Somebody or another app set you to /)

test('four facts stand apart; what follows the call is chosen by keyboard and set when its work has ended', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await expect(button(ana, 'Presence: On Queue')).toContainText('Interacting')
  await button(ana, 'Your status: Live').focus()
  await ana.keyboard.press('Enter')
  await expect(fact(ana, 'Presence')).toContainText('Chosen here')
  await expect(fact(ana, 'Routing status')).toContainText('Interacting')
  await expect(fact(ana, 'Phone')).toContainText('Ana Ruiz WebRTC')
  await expect(fact(ana, 'Sign-in')).toContainText('As Ana Ruiz')
  await ana.keyboard.press('Tab')
  await expect(card(ana).getByLabel('After this call')).toBeFocused()
  await ana.keyboard.type('Break')
  await ana.keyboard.press('Enter')
  await expect(fact(ana, 'Presence')).toContainText('→ Break after this call')
  await ana.keyboard.press('Escape')
  await ana.keyboard.press('Escape')
  await expect(card(ana)).toHaveCount(0)

  await genesys.customerHangsUp(id)
  await expect(ana.getByText('→ Break after this call')).toBeVisible()
  await expectTruth(ana, genesys)
  await wrapUp(ana)
  await expect(button(ana, 'Presence: Break')).toBeVisible()
  await expect(ana.getByText('→ Break after this call')).toHaveCount(0)
  await expectTruth(ana, genesys)
})

test('what is to follow is let go with one press, and the agent stays on queue', async ({
  ana,
  genesys,
}) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  await button(ana, 'Your status: Live').click()
  await card(ana).getByLabel('After this call').selectOption('Lunch')
  await ana.keyboard.press('Escape')
  await button(ana, 'Cancel').click()
  await expect(ana.getByText('→ Lunch after this call')).toHaveCount(0)
  await genesys.customerHangsUp(id)
  await wrapUp(ana)
  await expect(ana.getByText('You are on queue. A call will ring here.')).toBeVisible()
  await expectTruth(ana, genesys)
})

test('a status set elsewhere is told with the way back; one chosen in another tab is not', async ({
  ana,
  context,
  host,
  genesys,
}) => {
  await button(ana, 'Presence: Available').click()
  await item(ana, 'Coaching').click()
  await expect(button(ana, 'Presence: Coaching')).toBeVisible()
  const path = `/users/${await genesys.userId('Ana Ruiz')}/presence`
  await genesys.control('POST', path, { systemPresence: 'Away' })
  await expect(news(ana)).toContainText('set you to Away at')
  await button(ana, 'Put me back').click()
  await expect(button(ana, 'Presence: Coaching')).toBeVisible()
  await expect(news(ana)).toHaveCount(0)
  await expectTruth(ana, genesys)

  const other = await context.newPage()
  await other.goto(host.url)
  await expectDesk(other)
  await button(other, 'Presence: Coaching').click()
  await item(other, 'Training').click()
  await expect(button(ana, 'Presence: Training')).toBeVisible()
  await button(ana, 'Your status: Live').click()
  await expect(fact(ana, 'Presence')).toContainText('Chosen by you, in another tab')
  await expect(news(ana)).toHaveCount(0)
})

test('out of office is set until a moment, told as a fact, and ended', async ({ ana, genesys }) => {
  await button(ana, 'Your status: Live').click()
  const until = card(ana).getByLabel('Out of office until')
  await until.fill('2001-01-01T10:00')
  await expect(card(ana).getByRole('button', { name: 'Out of office until then' })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await until.fill('2060-11-24T17:00')
  // What was typed is there when the card comes back.
  await ana.keyboard.press('Escape')
  await expect(card(ana)).toBeHidden()
  await button(ana, 'Your status: Live').click()
  await expect(until).toHaveValue('2060-11-24T17:00')
  await card(ana).getByRole('button', { name: 'Out of office until then' }).click()
  await expect(card(ana).getByText(/^Out of office until Nov 24, 2060, 5:00/)).toBeVisible()
  await expect(button(ana, 'Presence: Available')).toBeAttached()
  await card(ana).getByRole('button', { name: 'I am back' }).click()
  await expect(until).toHaveValue('')
  await expectTruth(ana, genesys)
})

test('without the right to be on queue the menu offers it, and says why it cannot be chosen', async ({
  page,
  host,
  genesys,
}) => {
  const id = await genesys.userId('Ana Ruiz')
  await genesys.control('POST', `/users/${id}/permissions`, { remove: ['routing:agent:onqueue'] })
  await page.goto(host.url)
  await signIn(page, 'Ana Ruiz')
  await button(page, 'Presence: Available').click()
  const onQueue = item(page, 'On Queue')
  await expect(onQueue).toHaveAttribute('aria-disabled', 'true')
  await expect(onQueue).toHaveAccessibleDescription(/Routing > Agent > On Queue/)
  await onQueue.focus()
  await page.keyboard.press('Enter')
  await expect(onQueue).toBeFocused()
  await page.keyboard.type('fol')
  await expect(item(page, 'Follow-up calls')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Presence: Follow-up calls')).toBeFocused()
  await expectTruth(page, genesys)
})
