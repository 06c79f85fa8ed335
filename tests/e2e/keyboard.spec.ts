import type { Locator, Page } from '@playwright/test'
import { button, expect, expectDesk, goOnQueue, opened, rows, takeCall, test } from './desk'
import { expectTruth } from './truth'

/** Presses Tab until the focus is where it should go: whoever cannot get there has no keyboard. */
async function tabTo(page: Page, target: Locator) {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < 40; presses++) {
    if (await target.evaluate((one) => one === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  await expect(target).toBeFocused()
}

async function press(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

/** The focus is on something, not lost to the page itself. */
async function expectFocusKept(page: Page) {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
}

test('from the sign-in page to Done by keyboard alone', async ({ page, host, genesys }) => {
  await page.goto(host.url)
  await press(page, button(page, 'Log in with Genesys Cloud'))
  await press(page, button(page, 'Ana Ruiz'))
  await press(page, button(page, 'Allow'))
  await expectDesk(page)
  const onQueue = page.getByRole('switch', { name: 'On Queue' })
  await press(page, onQueue, 'Space')
  await expect(onQueue).toHaveAttribute('aria-checked', 'true')
  await expect(onQueue).toBeFocused()

  await genesys.customerCalls('Ada Quill')
  await press(page, button(page, 'Answer'))
  await expect(rows(page).first()).toContainText('Connected')
  await expectFocusKept(page)

  await press(page, button(page, 'Hold'))
  await expect(button(page, 'Resume')).toBeFocused()
  await page.keyboard.press('Space')
  await expect(button(page, 'Hold')).toBeFocused()
  await press(page, button(page, 'Mute'))
  await expect(button(page, 'Unmute')).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(button(page, 'Mute')).toBeFocused()

  await press(page, button(page, 'Transfer'))
  const search = page.getByRole('searchbox', { name: 'Find a person, queue or number' })
  await expect(search).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(button(page, 'Transfer')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('rep')
  await expect(button(page, 'Transfer to Repairs')).toBeVisible()
  await expect(button(page, 'Transfer to Billing')).toHaveCount(0)
  await page.keyboard.press('ArrowDown')
  await expect(button(page, 'Transfer to Repairs')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(search).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(button(page, 'Send now')).toBeFocused()
  await page.keyboard.press('Enter')

  const code = page.getByRole('searchbox', { name: 'Wrap-up code' })
  await expect(rows(page).first()).toContainText('Wrap-up')
  await expectFocusKept(page)
  await tabTo(page, code)
  await page.keyboard.type('invoice')
  await page.keyboard.press('ArrowDown')
  await expect(button(page, 'Invoice explained')).toBeFocused()
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('textbox', { name: 'Notes' }))
  await page.keyboard.type('By keyboard')
  await press(page, button(page, 'Done'))
  await expect(rows(page)).toHaveCount(0)
  await expectFocusKept(page)
  await expectTruth(page, genesys)
})

test('the focus stays in the card when its group changes', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  const id = await takeCall(ana, genesys, 'Ada Quill')
  const card = ana.getByRole('link', { name: 'Ada Quill' })
  await card.focus()
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect(rows(ana).first()).toContainText('Bo Lindt')
  await expect(card).toBeFocused()
  await genesys.customerHangsUp(id)
  await expect(rows(ana).last()).toContainText('Wrap-up')
  await expect(card).toBeFocused()
})

test('a call that rings takes no focus from notes being typed', async ({ ana, genesys }) => {
  await goOnQueue(ana)
  await genesys.customerHangsUp(await takeCall(ana, genesys, 'Ada Quill'))
  const notes = ana.getByRole('textbox', { name: 'Notes' })
  await notes.click()
  await ana.keyboard.type('She asked ')
  await genesys.customerRings('Bo Lindt', 'Ana Ruiz')
  await expect(button(ana, 'Answer')).toBeVisible()
  await ana.keyboard.type('for a copy')
  await expect(notes).toBeFocused()
  await expect(notes).toHaveValue('She asked for a copy')
  await press(ana, button(ana, 'Answer'), 'Space')
  await expect(opened(ana, 'Bo Lindt')).toBeVisible()
  await expectTruth(ana, genesys)
})
